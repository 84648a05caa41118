import { select, type Catalogue, type Selection } from './catalogue.ts';
import { needsAll } from '#lib/domain/search/conditions.ts';
import {
	choiceName,
	facets,
	filterAddress,
	withChosen,
	without,
	type Filter,
	type FilterNames
} from '#lib/domain/search/filter.ts';
import { wordsOf } from '#lib/domain/search/query.ts';

/** Another question than the asked one, and how many it finds. */
export type RelaxedSearch = { name: string; address: string; total: number };

const mostTowns = 3;

/** The same question with one condition or word less, or in other towns, where that finds something. */
export function relaxedSearches(
	catalogue: Catalogue,
	filter: Filter,
	names: FilterNames,
	{ counts }: Pick<Selection, 'counts'>
): RelaxedSearch[] {
	const looser: { name: string; filter: Filter }[] = [];
	const words = wordsOf(filter.q);
	if (words.length > 1) {
		for (const word of words) {
			const q = words.filter((other) => other !== word).join(' ');
			looser.push({ name: `「${word}」をはずす`, filter: { ...filter, q, page: 1 } });
		}
	}
	if (filter.q) {
		looser.push({ name: `「${filter.q}」をはずす`, filter: { ...filter, q: '', page: 1 } });
	}
	for (const facet of facets) {
		const codes = filter.chosen[facet];
		const nameOf = (code: string) => choiceName(facet, code, names);
		if (needsAll(facet) && codes.length > 1) {
			for (const code of codes) {
				looser.push({ name: `${nameOf(code)}をはずす`, filter: without(filter, facet, code) });
			}
		}
		if (codes.length === 0) continue;
		const chosen = codes.map(nameOf).join('・');
		looser.push({ name: `${chosen}をはずす`, filter: withChosen(filter, facet, []) });
	}
	const towns = filter.chosen.municipality.length > 0 ? nearest(filter, counts) : [];
	for (const code of towns) {
		const name = `${choiceName('municipality', code, names)}で探す`;
		looser.push({ name, filter: withChosen(filter, 'municipality', [code]) });
	}
	return looser
		.map((step) => relaxedSearch(catalogue, step.name, step.filter))
		.filter((step) => step.total > 0);
}

export function relaxedSearch(catalogue: Catalogue, name: string, filter: Filter): RelaxedSearch {
	const { total, fuzzy } = select(catalogue, filter, []);
	return { name, address: filterAddress(filter), total: fuzzy ? 0 : total };
}

/** Towns where the same question finds something, by the distance of their codes: codes run through the land. */
function nearest(filter: Filter, counts: Selection['counts']): string[] {
	const asked = Number(filter.chosen.municipality[0]);
	const distance = (code: string) => Math.abs(Number(code) - asked);
	return [...(counts.municipality?.keys() ?? [])]
		.filter((code) => !filter.chosen.municipality.includes(code))
		.sort((a, b) => distance(a) - distance(b))
		.slice(0, mostTowns);
}
