import { chipsOf } from '#lib/domain/listing/listing.ts';
import { filterAddress, type Filter, type FilterNames } from '#lib/domain/search/filter.ts';

/** A calendar reads so many places of a list at most, the first ones. */
export const mostPlaces = 300;

/** The query string of a list's feeds: its words and conditions alone. */
export const feedQuery = (filter: Filter): string =>
	filterAddress({ ...filter, page: 1, view: 'list', sort: 'kana' });

/**
 * 「（居場所・予約不要）」, after the name of a feed. Words that were searched are not among them: a name is seen
 * in every calendar that others look at too.
 */
export function conditionsOf(filter: Filter, names: FilterNames): string {
	const chosen = chipsOf({ ...filter, q: '' }, names).map(({ name }) => name);
	const all = filter.q ? ['ことばでしぼった一覧', ...chosen] : chosen;
	return all.length > 0 ? `（${all.join('・')}）` : '';
}
