import {
	facets,
	filterAddress,
	sorts,
	withChosen,
	type Filter,
	type Sort,
	type View
} from '#lib/domain/search/filter.ts';
import type { Listing } from './listing.ts';
import { boundsText, type Bounds } from '#lib/domain/map/bounds.ts';

/** Where one can go from a list, as query strings; null where there is nothing. */
export type Links = {
	sorts: { name: string; address: string; isCurrent: boolean }[];
	pages: { number: number; address: string; isCurrent: boolean; isAfterGap: boolean }[];
	views: { name: string; address: string; isCurrent: boolean }[];
	previous: string | null;
	next: string | null;
	/** The list with neither words nor conditions. */
	all: string;
	/** The one address of this page, however it was asked for. */
	own: string;
};

const sortNames: Record<Sort, string> = {
	kana: '五十音',
	municipality: '市区町村',
	checked: '確認の新しい順'
};

const views: [View, string][] = [
	['list', '一覧'],
	['map', '地図']
];

export function linksOf({
	filter,
	pageNumber,
	pages
}: Pick<Listing, 'filter' | 'pageNumber' | 'pages'>): Links {
	const address = (page: number) => filterAddress({ ...filter, page });
	// The first page, the last one, and those around the shown one.
	const around = [1, pageNumber - 1, pageNumber, pageNumber + 1, pages];
	const numbers = [...new Set(around)].filter((number) => number >= 1 && number <= pages);
	return {
		// With words, what fits them best comes first unless another order is asked for.
		sorts: sorts.map((sort) => ({
			name: sort === 'kana' && filter.q ? 'ことばに近い順' : sortNames[sort],
			address: filterAddress({ ...filter, sort, page: 1 }),
			isCurrent: sort === filter.sort
		})),
		pages: numbers.map((number, i) => ({
			number,
			address: address(number),
			isCurrent: number === pageNumber,
			isAfterGap: i > 0 && number - numbers[i - 1]! > 1
		})),
		views: views.map(([view, name]) => ({
			name,
			address: filterAddress({ ...filter, view }),
			isCurrent: view === filter.view
		})),
		previous: pageNumber > 1 ? address(pageNumber - 1) : null,
		next: pageNumber < pages ? address(pageNumber + 1) : null,
		all: unfiltered(filter),
		own: address(pageNumber)
	};
}

function unfiltered(filter: Filter): string {
	const bare = facets.reduce((rest, facet) => withChosen(rest, facet, []), filter);
	return filterAddress({ ...bare, q: '', bbox: null, page: 1 });
}

/** The address of a list, from its first page on, within other bounds or none; words stay where they are. */
export function withBounds(address: string, bounds: Bounds | null): string {
	const [search = '', words] = address.split('#');
	const params = new URLSearchParams(search);
	params.delete('page');
	params.delete('bbox');
	if (bounds) params.set('bbox', boundsText(bounds));
	return `?${String(params)}${words ? `#${words}` : ''}`;
}
