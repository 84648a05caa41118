import { intersect } from '#lib/domain/search/index/bitset.ts';
import { select, type Catalogue, type Selection } from './catalogue.ts';
import {
	choiceName,
	facetTitles,
	facets,
	filterAddress,
	filterSentence,
	perPage,
	without,
	type Facet,
	type Filter,
	type FilterNames
} from '#lib/domain/search/filter.ts';
import type { Row } from './row.ts';
import type { MapView } from './map-view.ts';
import { nearWord } from '#lib/domain/search/match/near.ts';
import type { Term } from '#lib/domain/search/query.ts';
import { readAs, withoutWord, type Recognised } from '#lib/domain/search/recognition.ts';
import { choicesOf, presentIn, type Choice } from './choices.ts';
import { relaxedSearches, type RelaxedSearch } from './relaxed-searches.ts';

export type { Choice } from './choices.ts';
export { relaxedSearch, type RelaxedSearch } from './relaxed-searches.ts';

/** Everything that a page of a list shows. */
export type Listing = {
	filter: Filter;
	total: number;
	pageNumber: number;
	pages: number;
	fuzzy: boolean;
	rows: Row[];
	facets: { facet: Facet; title: string; choices: Choice[] }[];
	/** What is chosen, each with the address of the list without it. */
	chips: { name: string; address: string }[];
	sentence: string;
	/** The same words without taking any of them for a choice; null when none was. */
	literal: string | null;
	/** 「もしかして」: another word that finds something, when these do not. */
	near: RelaxedSearch | null;
	/** Only where a map is asked for. */
	map?: MapView;
	/** When nothing is found: the same question with one condition less, and how many that finds. */
	steps: RelaxedSearch[];
};

/** What a list is put together from: the question, and what was found and looked up for it. */
export type Parts = {
	filter: Filter;
	names: FilterNames;
	/** Facets that mean something in this scope. */
	shown: readonly Facet[];
	understood: Understood;
	/** Of the page of the selection. */
	rows: Row[];
	/** Where a map is asked for. */
	map: MapView | null;
};

export function listingOf(
	catalogue: Catalogue,
	{ filter, names, shown, understood, rows, map }: Parts,
	limit = perPage
): Listing {
	const { selection, meant, recognised } = understood;
	const { total, pageNumber, pages, fuzzy, found } = selection;
	return {
		filter,
		total,
		pageNumber,
		pages,
		fuzzy,
		rows: map ? numbered(rows, (pageNumber - 1) * limit) : rows,
		...(map ? { map } : {}),
		facets: shown
			.map((facet) => ({
				facet,
				title: facetTitles[facet],
				choices: choicesOf(catalogue, facet, filter, selection, names)
			}))
			.filter(({ choices }) => choices.length > 0),
		chips: chipsOf(filter, names, recognised),
		sentence: filterSentence(meant, names),
		literal: recognised.length > 0 ? filterAddress({ ...filter, literal: true, page: 1 }) : null,
		near: fuzzy ? nearOf(catalogue, meant, found!.terms) : null,
		steps: total === 0 ? relaxedSearches(catalogue, meant, names, selection) : []
	};
}

/** The words that rows are to be explained by: none without words, and none that only resemble. */
export const termsOf = ({ found, fuzzy }: Selection): readonly Term[] =>
	found && !fuzzy ? found.terms : [];

/** The numbers of the map; those of an edition stay. */
const numbered = (rows: Row[], before: number): Row[] =>
	rows.map((row, at) => ({ ...row, number: row.number ?? before + at + 1 }));

/** A question as it was taken, and what it selects. */
export type Understood = { selection: Selection; meant: Filter; recognised: readonly Recognised[] };

/** Towns and categories among the words are taken for choices, unless that finds nothing. */
export function understand(
	catalogue: Catalogue,
	filter: Filter,
	shown: readonly Facet[],
	limit = perPage
): Understood {
	const { filter: meant, recognised } = filter.literal
		? { filter, recognised: [] }
		: readAs(filter, catalogue.lexicon, (facet, code) =>
				presentIn(catalogue, facet).includes(code)
			);
	const selection = select(catalogue, meant, shown, limit);
	if (selection.total > 0 || recognised.length === 0) return { selection, meant, recognised };
	const literally = select(catalogue, filter, shown, limit);
	return literally.total > 0 && !literally.fuzzy
		? { selection: literally, meant: filter, recognised: [] }
		: { selection, meant, recognised };
}

function nearOf(
	catalogue: Catalogue,
	filter: Filter,
	terms: readonly Term[]
): RelaxedSearch | null {
	const scope = catalogue.scope.slice();
	for (const facet of facets) {
		const codes = filter.chosen[facet];
		if (codes.length > 0) intersect(scope, catalogue.values[facet].having(codes));
	}
	const near = nearWord(catalogue.index, terms, { scope, lexicon: catalogue.lexicon });
	if (!near) return null;
	const address = filterAddress({ ...filter, q: near.query, page: 1 });
	return { name: near.query, address, total: near.total };
}

export function chipsOf(
	filter: Filter,
	names: FilterNames,
	recognised: readonly Recognised[] = []
): Listing['chips'] {
	const rest = recognised.reduce((query, { word }) => withoutWord(query, word), filter.q);
	const withWords = (words: string) => filterAddress({ ...filter, q: words, page: 1 });
	const words = rest
		? [
				{
					name: `「${rest}」`,
					address: withWords(recognised.map(({ word }) => word).join(' '))
				}
			]
		: [];
	const within = filter.bbox
		? [{ name: '地図の範囲', address: filterAddress({ ...filter, bbox: null, page: 1 }) }]
		: [];
	return [
		...words,
		...within,
		...recognised.map(({ word, facet, codes }) => ({
			name: codes.map((code) => choiceName(facet, code, names)).join('か'),
			address: withWords(withoutWord(filter.q, word))
		})),
		...facets.flatMap((facet) =>
			filter.chosen[facet].map((code) => ({
				name: choiceName(facet, code, names),
				address: filterAddress(without(filter, facet, code))
			}))
		)
	];
}
