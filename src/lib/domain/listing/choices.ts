import type { Catalogue, Selection } from './catalogue.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import {
	choiceName,
	type Facet,
	type Filter,
	type FilterNames
} from '#lib/domain/search/filter.ts';

/** What is not said is `false`: a page carries a hundred of these. */
export type Choice = {
	code: string;
	name: string;
	count: number;
	chosen?: boolean;
	/** Of another choice of the same facet. */
	narrower?: boolean;
};

/** What a facet offers, and how many there are with each. */
export function choicesOf(
	catalogue: Catalogue,
	facet: Facet,
	filter: Filter,
	selection: Selection,
	names: FilterNames
): Choice[] {
	const counts = selection.counts[facet];
	const chosen = filter.chosen[facet];
	return offeredIn(catalogue, facet, chosen, names).map((choice) => ({
		...choice,
		count: counts.get(choice.code) ?? 0,
		...(chosen.includes(choice.code) ? { chosen: true } : {})
	}));
}

type Offered = Pick<Choice, 'code' | 'name' | 'narrower'>;
const offers = new WeakMap<Catalogue, { names: FilterNames; byFacet: Map<Facet, Offered[]> }>();

/** Choices that are present or chosen, in the vocabulary's order; those present alone are kept. */
function offeredIn(
	catalogue: Catalogue,
	facet: Facet,
	chosen: readonly string[],
	names: FilterNames
): Offered[] {
	const present = presentIn(catalogue, facet);
	if (chosen.some((code) => !present.includes(code))) {
		return offered(facet, new Set([...present, ...chosen]), names);
	}
	let known = offers.get(catalogue);
	if (known?.names !== names) offers.set(catalogue, (known = { names, byFacet: new Map() }));
	let choices = known.byFacet.get(facet);
	if (!choices) known.byFacet.set(facet, (choices = offered(facet, new Set(present), names)));
	return choices;
}

const offered = (facet: Facet, codes: ReadonlySet<string>, names: FilterNames): Offered[] =>
	inVocabularyOrder(facet, names)
		.filter(({ code }) => codes.has(code))
		.map(({ code, narrower }) => ({
			code,
			name: choiceName(facet, code, names),
			...(narrower ? { narrower } : {})
		}));

const presences = new WeakMap<Catalogue, Map<Facet, string[]>>();

/** Choices that some document of the scope has, looked up once. */
export function presentIn(catalogue: Catalogue, facet: Facet): string[] {
	let known = presences.get(catalogue);
	if (!known) presences.set(catalogue, (known = new Map<Facet, string[]>()));
	let codes = known.get(facet);
	if (!codes) {
		known.set(facet, (codes = [...catalogue.values[facet].counts(catalogue.scope).keys()]));
	}
	return codes;
}

function inVocabularyOrder(
	facet: Facet,
	names: FilterNames
): { code: string; narrower: boolean }[] {
	const flat = (codes: Iterable<string>) => [...codes].map((code) => ({ code, narrower: false }));
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
				narrower: term.parent !== null
			}));
	}
}
