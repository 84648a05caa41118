import { parseShared } from '#lib/domain/reader/bookmark/handed-on.ts';
import { meantBy, type Meant } from '#lib/domain/reader/bookmark/meant.ts';
import { regionsFor } from './regions.ts';

type Found = NonNullable<Meant['found']>;

/** `asked`: places in the address; `lost`: of the first `most` so many are not listed any more. */
export type HandedOn = { found: Found[]; asked: number; lost: number; issues: string[] };

/** The places that stand behind the `#`, read in whole regions; null where nothing stands there. */
export async function placesBehind(hash: string, most: number): Promise<HandedOn | null> {
	const shared = parseShared(hash);
	if (!shared) return null;
	if ('issue' in shared) return { found: [], asked: 0, lost: 0, issues: [shared.issue] };
	const { places } = shared.value;
	const files = await regionsFor(places);
	const meant = meantBy(places.slice(0, most), files);
	const unread = [...files].filter(([, file]) => !file).map(([slug]) => slug);
	const lost = meant.filter(({ region, found }) => !found && !unread.includes(region)).length;
	const issues =
		unread.length > 0
			? ['地域の内容を読みこめませんでした。つながっているときに、もう一度開いてください。']
			: [];
	return { found: meant.flatMap(({ found }) => found ?? []), asked: places.length, lost, issues };
}
