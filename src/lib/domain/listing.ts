import { select, type Catalogue, type CatalogueDocument, type Selection } from './catalogue.ts';
import {
	choiceName,
	facetTitles,
	facets,
	filterAddress,
	filterSentence,
	without,
	withChosen,
	type Facet,
	type Filter,
	type FilterNames
} from './filter.ts';
import { weekdays } from './content.ts';
import type { Row } from './row.ts';

export type Choice = { code: string; name: string; count: number; chosen: boolean; depth: number };

export type Step = { name: string; address: string; total: number };

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
	/** When nothing is found: the same question with one condition less, and how many that finds. */
	steps: Step[];
};

/** `shown` are the facets that mean something in this scope. */
export function listingOf(
	catalogue: Catalogue,
	filter: Filter,
	names: FilterNames,
	shown: readonly Facet[],
	rowsOf: (documents: CatalogueDocument[]) => Row[]
): Listing {
	const selection = select(catalogue, filter, shown);
	return {
		filter,
		total: selection.total,
		pageNumber: selection.pageNumber,
		pages: selection.pages,
		fuzzy: selection.fuzzy,
		rows: rowsOf(selection.page),
		facets: shown
			.map((facet) => ({
				facet,
				title: facetTitles[facet],
				choices: choicesOf(facet, filter, selection, names)
			}))
			.filter(({ choices }) => choices.length > 0),
		chips: chipsOf(filter, names),
		sentence: filterSentence(filter, names),
		steps: selection.total === 0 ? stepsOf(catalogue, filter, names) : []
	};
}

export function chipsOf(filter: Filter, names: FilterNames): Listing['chips'] {
	const words = filter.q
		? [{ name: `「${filter.q}」`, address: filterAddress({ ...filter, q: '', page: 1 }) }]
		: [];
	return [
		...words,
		...facets.flatMap((facet) =>
			filter.chosen[facet].map((code) => ({
				name: choiceName(facet, code, names),
				address: filterAddress(without(filter, facet, code))
			}))
		)
	];
}

function choicesOf(
	facet: Facet,
	filter: Filter,
	selection: Selection,
	names: FilterNames
): Choice[] {
	const counts = selection.counts[facet];
	const present = new Set([...counts.keys(), ...filter.chosen[facet]]);
	return inVocabularyOrder(facet, names)
		.filter(({ code }) => present.has(code))
		.map(({ code, depth }) => ({
			code,
			depth,
			name: choiceName(facet, code, names),
			count: counts.get(code) ?? 0,
			chosen: filter.chosen[facet].includes(code)
		}));
}

function inVocabularyOrder(facet: Facet, names: FilterNames): { code: string; depth: number }[] {
	const flat = (codes: Iterable<string>) => [...codes].map((code) => ({ code, depth: 0 }));
	switch (facet) {
		case 'municipality':
			return flat(names.municipalities.keys());
		case 'region':
			return flat(names.regions.keys());
		case 'day':
			return flat(weekdays);
		case 'online':
			return flat(['yes']);
		default:
			return [...names.vocabularies[facet].values()].map((term) => ({
				code: term.code,
				depth: term.parent ? 1 : 0
			}));
	}
}

function stepsOf(catalogue: Catalogue, filter: Filter, names: FilterNames): Step[] {
	const looser: { name: string; filter: Filter }[] = [];
	if (filter.q) {
		looser.push({ name: `「${filter.q}」をはずす`, filter: { ...filter, q: '', page: 1 } });
	}
	for (const facet of facets) {
		if (filter.chosen[facet].length === 0) continue;
		const chosen = filter.chosen[facet].map((code) => choiceName(facet, code, names)).join('・');
		looser.push({ name: `${chosen}をはずす`, filter: withChosen(filter, facet, []) });
	}
	return looser
		.map((step) => stepOf(catalogue, step.name, step.filter))
		.filter((step) => step.total > 0);
}

export const stepOf = (catalogue: Catalogue, name: string, filter: Filter): Step => ({
	name,
	address: filterAddress(filter),
	total: select(catalogue, filter, []).total
});
