import { fullBitset } from '#lib/domain/search/index/bitset.ts';
import type { Catalogue } from './catalogue.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import type { CatalogueDocument } from './catalogue-document.ts';
import { columnOf, columnValues, memberValues, type FacetValues } from './facet-values.ts';
import { facets, type Facet } from '#lib/domain/search/filter.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import { branch, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';

const dayLength = 86_400_000;
/** A day in the thirtieth century, counted from 1970. */
const afterAll = 400_000;

/** A catalogue of documents numbered from 0 in the order given: a region in the browser, tests. */
export function memoryCatalogue(
	documents: readonly (CatalogueDocument & { checkedOn: string | null; point?: Point | null })[],
	lexicon: Lexicon,
	vocabularies: Vocabularies
): Catalogue {
	const index = memoryIndex(documents);
	const { postings } = index;
	const codes = [...new Set(documents.flatMap(({ search }) => search.codes))].sort();
	const codesOf = (facet: Facet) =>
		codes
			.filter((code) => code.startsWith(`${facet}=`))
			.map((code) => code.slice(facet.length + 1));
	const towns = codesOf('municipality');
	const town = columnOf(postings, 'municipality', towns);
	const days = documents.map(({ checkedOn }) =>
		checkedOn === null ? 0 : Date.parse(checkedOn) / dayLength
	);
	const valuesOf = (facet: Facet): FacetValues => {
		if (facet === 'municipality') return columnValues(towns, town);
		if (facet === 'day') return memberValues(postings, facet, weekdays);
		if (facet === 'online' || facet === 'region')
			return memberValues(postings, facet, codesOf(facet));
		const terms = vocabularies[facet];
		return memberValues(postings, facet, terms.keys(), (code) => branch(terms, code));
	};
	return {
		index,
		lexicon,
		scope: fullBitset(postings.size),
		values: Object.fromEntries(
			facets.map((facet) => [facet, valuesOf(facet)])
		) as Catalogue['values'],
		places: {
			municipality: (document) => town[document]! || towns.length + 1,
			checked: (document) => afterAll - days[document]!
		},
		point: (document) => documents[document]!.point ?? null
	};
}
