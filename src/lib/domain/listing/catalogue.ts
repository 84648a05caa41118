import { perPage } from '#lib/domain/search/conditions.ts';
import { countBoth, forEach, intersect, set } from '#lib/domain/search/index/bitset.ts';
import type { FacetValues } from './facet-values.ts';
import { needsAll } from '#lib/domain/search/conditions.ts';
import { facets, type Facet, type Filter, type Sort } from '#lib/domain/search/filter.ts';
import { contains, type Bounds, type Point } from '#lib/domain/map/bounds.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import { inOrder } from '#lib/domain/search/ranking.ts';
import type { Found } from '#lib/domain/search/found.ts';
import { find } from '#lib/domain/search/search.ts';

/** Documents of a scope: a region now, an edition, everything now. */
export type Catalogue = {
	index: SearchIndex;
	lexicon: Lexicon;
	scope: Uint32Array;
	values: Record<Facet, FacetValues>;
	/** Smaller comes first; ties by kana. */
	places: Record<Exclude<Sort, 'kana'>, (document: number) => number>;
	/** The document of an entry's number; only of an edition. */
	entryOf?: (number: number) => number | null;
	/** Of an exact place, null of any other. */
	point: (document: number) => Point | null;
};

export type Selection = {
	total: number;
	/** Documents of the asked page, in order. */
	page: number[];
	/** The first of all, in order. */
	first: (count: number) => number[];
	/** The page that is shown: the last one when a later one was asked for. */
	pageNumber: number;
	pages: number;
	/**
	 * For every choice of the counted facets, how many there are with it and everything chosen: in the
	 * other facets, and in its own where a place needs all that is chosen there.
	 */
	counts: Record<Facet, Map<string, number>>;
	/** How many meet everything that the words ask for. */
	full: number;
	/** The words were not found as typed; what is shown resembles them. */
	fuzzy: boolean;
	/** What was looked for; null without words. */
	found: Found | null;
};

/** The filter's first reading: which documents, how many, and how many more with each choice. */
export function select(
	catalogue: Catalogue,
	filter: Filter,
	counted: readonly Facet[] = facets,
	limit = perPage
): Selection {
	const { index, scope, values } = catalogue;
	const chosen = chosenIn(catalogue, filter);
	// In the whole scope, whatever is chosen: what a choice leaves was there before it.
	const found = find(index, filter.q, { ...catalogue, isLiteral: filter.literal });
	let inWords = found ? found.bits : scope;
	if (filter.bbox) inWords = inside(catalogue, inWords, filter.bbox);
	const within = (except: Facet | null) => {
		const bits = inWords.slice();
		for (const choice of chosen) if (choice.facet !== except) intersect(bits, choice.bits);
		return bits;
	};
	const all = within(null);
	const counts = Object.fromEntries(
		counted.map((facet) => {
			const isApart = !needsAll(facet) && chosen.some((choice) => choice.facet === facet);
			const base = isApart ? within(facet) : all;
			return [facet, values[facet].counts(base)];
		})
	) as Selection['counts'];
	const total = countBoth(all, all);
	const pages = Math.max(1, Math.ceil(total / limit));
	const pageNumber = Math.min(filter.page, pages);
	const place = filter.sort === 'kana' ? () => 0 : catalogue.places[filter.sort];
	const first = (count: number) =>
		found && filter.sort === 'kana' ? found.ranked(all, count) : inOrder(index, all, place, count);
	return {
		total,
		page: first(pageNumber * limit).slice((pageNumber - 1) * limit),
		first,
		pageNumber,
		pages,
		counts,
		full: found ? countBoth(found.full, all) : total,
		fuzzy: found?.fuzzy ?? false,
		found
	};
}

/** The documents that each facet leaves in which something is chosen. */
export function chosenIn(
	{ values }: Pick<Catalogue, 'values'>,
	{ chosen }: Pick<Filter, 'chosen'>
): { facet: Facet; bits: Uint32Array }[] {
	return facets.flatMap((facet) => {
		const codes = chosen[facet];
		if (codes.length === 0) return [];
		const [bits, ...others] = needsAll(facet)
			? codes.map((code) => values[facet].having([code]))
			: [values[facet].having(codes)];
		for (const other of others) intersect(bits!, other);
		return [{ facet, bits: bits! }];
	});
}

function inside({ point }: Catalogue, documents: Uint32Array, bounds: Bounds): Uint32Array {
	const bits = new Uint32Array(documents.length);
	forEach(documents, (document) => {
		const at = point(document);
		if (at && contains(bounds, at)) set(bits, document);
	});
	return bits;
}
