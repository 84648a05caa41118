import { perPage } from '#lib/domain/search/conditions.ts';
import { intersect } from '#lib/domain/search/index/bitset.ts';
import { chosenIn, type Catalogue, type Selection } from './catalogue.ts';
import {
	choiceName,
	facetTitles,
	facets,
	filterAddress,
	filterSentence,
	without,
	type Facet,
	type Filter,
	type FilterNames
} from '#lib/domain/search/filter.ts';
import type { Row } from './row.ts';
import type { MapView } from './map-view.ts';
import { nearWord } from '#lib/domain/search/match/near.ts';
import type { Term } from '#lib/domain/search/query.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import type { Want } from '#lib/domain/search/sentence/want.ts';
import { choicesOf, type Choice } from './choices.ts';
import { relaxedSearches, type RelaxedSearch } from './relaxed-searches.ts';

export type { Choice } from './choices.ts';
export { relaxedSearch, type RelaxedSearch } from './relaxed-searches.ts';

/** Everything that a page of a list shows. */
export type Listing = {
	filter: Filter;
	total: number;
	/** How many of them meet all that the words ask for. */
	full: number;
	pageNumber: number;
	pages: number;
	fuzzy: boolean;
	rows: Row[];
	facets: { facet: Facet; title: string; choices: Choice[] }[];
	/** What is chosen, each with the address of the list without it. */
	chips: { name: string; address: string }[];
	sentence: string;
	/** What was read out of the words. */
	understood: string[];
	/** The same words without reading anything out of them; null when nothing was. */
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
	selection: Selection;
	/** Of the page of the selection. */
	rows: Row[];
	/** Where a map is asked for. */
	map: MapView | null;
};

export function listingOf(
	catalogue: Catalogue,
	{ filter, names, shown, selection, rows, map }: Parts,
	limit = perPage
): Listing {
	const { total, full, pageNumber, pages, fuzzy, found } = selection;
	const wants = found?.wants ?? null;
	return {
		filter,
		total,
		full,
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
		chips: chipsOf(filter, names, wants),
		sentence: filterSentence(meantBy(filter, wants), names),
		understood: namesOf(wants),
		literal: wants ? filterAddress({ ...filter, literal: true, page: 1 }) : null,
		near: fuzzy ? nearOf(catalogue, filter, found!.terms) : null,
		steps: total === 0 ? relaxedSearches(catalogue, filter, names, selection) : []
	};
}

/** By which words each row is to be explained: null without words, and where names only resemble. */
export const termsOf = ({ found, fuzzy }: Selection): TermsOf | null =>
	found && !fuzzy ? found.termsOf : null;

export type TermsOf = (document: number) => readonly Term[];

/** The numbers of the map; those of an edition stay. */
const numbered = (rows: Row[], before: number): Row[] =>
	rows.map((row, at) => ({ ...row, number: row.number ?? before + at + 1 }));

const namesOf = (wants: readonly Want[] | null) => wants?.flatMap(({ name }) => name ?? []) ?? [];

/** Towns and kinds of place among the words, as a person would say them; all else stays as it was typed. */
function meantBy(filter: Filter, wants: readonly Want[] | null): Filter {
	const said = wants?.filter(({ name }) => name !== null) ?? [];
	const isPlain = said.every(
		({ facet, name, term }) =>
			isSpoken(facet) &&
			filter.chosen[facet].length === 0 &&
			// 「リストラ」 stays what it is, although it was understood.
			(facet !== 'category' || normalise(name!) === term.text)
	);
	if (said.length === 0 || !isPlain) return filter;
	const chosen = { ...filter.chosen };
	for (const { facet, codes } of said) chosen[facet as Facet] = [...codes];
	return { ...filter, chosen, q: withoutWants(filter.q, said) };
}

const isSpoken = (facet: string | null): facet is Facet =>
	facet === 'municipality' || facet === 'region' || facet === 'category';

/** A query without what some wants were understood from. */
function withoutWants(query: string, wants: readonly Want[]): string {
	const letters = [...query.split('')];
	for (const { spans } of wants) {
		for (const { start, end } of spans) letters.fill(' ', start, end);
	}
	return letters.join('').replace(/\s+/gu, ' ').trim();
}

function nearOf(
	catalogue: Catalogue,
	filter: Filter,
	terms: readonly Term[]
): RelaxedSearch | null {
	const scope = catalogue.scope.slice();
	for (const { bits } of chosenIn(catalogue, filter)) intersect(scope, bits);
	const near = nearWord(catalogue.index, terms, { scope, lexicon: catalogue.lexicon });
	if (!near) return null;
	const address = filterAddress({ ...filter, q: near.query, page: 1 });
	return { name: near.query, address, total: near.total };
}

/** Each with the address of the list without it; what was understood from the same words goes together. */
export function chipsOf(
	filter: Filter,
	names: FilterNames,
	wants: readonly Want[] | null = null
): Listing['chips'] {
	const withWords = (words: string) => filterAddress({ ...filter, q: words, page: 1 });
	const said = wants?.filter(({ name }) => name !== null) ?? [];
	const together = Map.groupBy(said, ({ spans }) => spans.map(({ start }) => start).join());
	const rest = withoutWants(filter.q, said);
	const words =
		rest && (wants === null || wants.some(({ name }) => name === null))
			? [
					{
						name: `「${rest}」`,
						address: withWords(
							said
								.flatMap(({ spans }) => spans.map(({ start, end }) => filter.q.slice(start, end)))
								.join(' ')
						)
					}
				]
			: [];
	const within = filter.bbox
		? [{ name: '地図の範囲', address: filterAddress({ ...filter, bbox: null, page: 1 }) }]
		: [];
	return [
		...words,
		...within,
		...[...together.values()].map((some) => ({
			name: some.map(({ name }) => name).join('・'),
			address: withWords(withoutWants(filter.q, some))
		})),
		...facets.flatMap((facet) =>
			filter.chosen[facet].map((code) => ({
				name: choiceName(facet, code, names),
				address: filterAddress(without(filter, facet, code))
			}))
		)
	];
}
