import { feedQuery } from '#lib/domain/formats/feeds/list-feeds.ts';
import type { Listing } from '#lib/domain/listing/listing.ts';
import { bare } from '#lib/ui/listing/sent/markup.ts';
import Alternates from './Alternates.svelte';
import Feeds from './Feeds.svelte';

/**
 * For the head and for the end of a list, in HTML that nothing hydrates: a list page may have no more script.
 * `changes`: title of the feed of what changed in a region. `isHidden`: nothing is offered to subscribe to.
 */
export function feedsMarkup(
	path: string,
	{ filter, total }: Pick<Listing, 'filter' | 'total'>,
	{ isHidden, changes }: { isHidden: boolean; changes?: string }
): { head: string; foot: string } {
	if (isHidden || total === 0) return { head: '', foot: '' };
	const query = feedQuery(filter);
	const list = [
		{ type: atom, title: '新しい場所', href: `${path}/new.atom${query}` },
		{ type: calendar, title: 'この一覧の予定', href: `${path}/calendar.ics${query}` }
	];
	const ofRegion = changes ? [{ type: atom, title: changes, href: `${path}/changes.atom` }] : [];
	return {
		head: bare(Alternates, { alternates: [...ofRegion, ...list] }),
		foot: bare(Feeds, { path, query, total, changes })
	};
}

const atom = 'application/atom+xml';
const calendar = 'text/calendar';

/** For the head of the page of a place. `structured`: JSON-LD in which no `<` stands. */
export function headOfPlace(
	id: string,
	{ hasDates, structured }: { hasDates: boolean; structured: string | null }
): string {
	const href = `/resources/${id}/calendar.ics`;
	const alternates = hasDates ? [{ type: calendar, title: 'ここの予定', href }] : [];
	return bare(Alternates, { alternates, structured });
}
