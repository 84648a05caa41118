import { monthWords } from '#lib/domain/calendar/calendar.ts';
import type { PublicContent } from './publication.ts';
import type { Verification } from './verification.ts';

const wamnet = 'WAM NET';
const isOpenData = (name: string) => name.startsWith(wamnet) || name.includes('オープンデータ');

/** By somebody: what was only taken out of public data has been checked by nobody. */
export const isChecked = (verification: Verification | null): boolean =>
	verification !== null && verification.method !== 'public-data';

/**
 * 「WAM NET 2025年3月」: what public data it is that a place is told by, and of when. Null where somebody
 * has checked it since, or where no public data is named.
 */
export function publicDataWords(
	{ sources }: Pick<PublicContent, 'sources'>,
	verification: Verification | null
): string | null {
	if (isChecked(verification)) return null;
	const source = verification ? sources[0] : sources.find(({ name }) => isOpenData(name));
	const on = verification?.on ?? source?.retrievedOn;
	return [source && shortName(source.name), on && monthWords(on)].filter(Boolean).join(' ') || null;
}

/** Without the publisher behind it: 「障害福祉サービス一覧（見本県）」 is 「障害福祉サービス一覧」. */
const shortName = (name: string) =>
	name.startsWith(wamnet) ? wamnet : name.replace(/（[^（）]*）/gu, '').trim();
