import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import type { Alternative } from '#lib/domain/search/query.ts';
import type { Evidence } from './model.ts';
import type { Stem } from './stems.ts';
import {
	ageWant,
	carrying,
	plain,
	spanOf,
	standing,
	want,
	weightOf,
	withNarrower,
	type Want
} from './want.ts';

type Labels = Lexicon['labels'];

/** Facets that are asked for or not, and how surely it must be said. */
const explicit = {
	online: 0.4,
	time: 0.4,
	day: 0.4,
	language: 0.4,
	residency: 0.3,
	intake: 0.3,
	fee: 0.3,
	gender: 0.35,
	age: 0.4
};
type Explicit = keyof typeof explicit;
/** Nobody asks for these, whatever the words come near to. */
const hardlyWanted = new Set(['gender=any', 'intake=full', 'intake=closed']);
/** Codes of an explicit facet that are nearly as sure as the surest are meant too. */
const nearly = 0.8;
const least = 0.05;
/** What is less sure than this orders, and is not told. */
const sure = 0.5;
/** Of what is sure, what is as sure as this part of the surest meets the want. */
const asSure = 0.6;
/** Words that fitting places may have in their texts: said so surely, they are looked for. */
const sureWord = 0.3;
const ofWords = 2;
const mostCodes = 10;
const mostWords = 8;

const facetOf = (code: string) => code.slice(0, code.indexOf('='));
const valueOf = (code: string) => code.slice(code.indexOf('=') + 1);

/** What the evidence of some stems asks for, in wants. */
export function meant(found: readonly Evidence[], stems: readonly Stem[], labels: Labels): Want[] {
	const all = found.filter(({ sureness }) => sureness >= least);
	const of = (...facets: string[]) => all.filter(({ code }) => facets.includes(facetOf(code)));
	const spansOf = ({ at }: Evidence) => at.map((place) => spanOf(stems[place]!));
	const asked = (Object.keys(explicit) as Explicit[]).flatMap((facet) =>
		explicitly(facet, of(facet), spansOf, labels)
	);
	// What the same words say is either; what other words say is wanted too.
	const ways = Map.groupBy(of('ease', 'accessibility'), ({ at }) => at[0]!);
	return [
		...asked,
		...together(of('need', 'category', 'audience'), spansOf, labels),
		...inWords(of('text'), spansOf),
		...[...ways.values()].flatMap((some) => together(some, spansOf, labels))
	];
}

type Spans = (one: Evidence) => Want['spans'];

/** By the surest word alone: that many words hint at a Tuesday does not make it one. */
function explicitly(
	facet: Explicit,
	some: readonly Evidence[],
	spansOf: Spans,
	labels: Labels
): Want[] {
	const [first, ...others] = some
		.filter(({ code }) => !hardlyWanted.has(code))
		.sort((a, b) => b.most - a.most);
	if (!first || first.most < explicit[facet]) return [];
	const spans = spansOf(first);
	if (facet === 'age') {
		const [from, to] = valueOf(first.code).split('-').map(Number) as [number, number];
		return [ageWant(from, to, '', spans)];
	}
	const said = [first, ...others.filter(({ most }) => most >= nearly * first.most)];
	const codes = said.map(({ code }) => valueOf(code));
	// 「男性が怖い娘」 says as much of one as of the other.
	if (codes.includes('men') && codes.includes('women')) return [];
	const sureness = facet === 'gender' ? 1 : Math.min(1, 0.3 + first.sureness);
	return [want({ facet, codes, word: '', spans, sureness, labels })];
}

/** One want of several codes, surest first; one of the surest is enough. */
function together(some: readonly Evidence[], spansOf: Spans, labels: Labels): Want[] {
	const [first] = some;
	if (!first) return [];
	const facet = facetOf(first.code);
	const isNearly = ({ sureness }: Evidence) => sureness >= asSure * first.sureness;
	const part = ({ code, sureness }: Evidence) =>
		carrying(withNarrower(code, labels), sureness, labels.get(code));
	const codes = some.slice(0, mostCodes);
	const named = codes.filter((one) => isNearly(one) && facetOf(one.code) === facet);
	return [
		{
			...plain,
			facet,
			codes: named.map(({ code }) => valueOf(code)),
			term: { word: '', text: '', alternatives: codes.filter(isNearly).map(part) },
			parts: codes.map(part),
			no: facet === 'ease' ? named.map(({ code }) => `no-${code}`) : [],
			weight: weightOf(facet) * first.sureness,
			isExtra: first.sureness < sure,
			spans: spansOf(first)
		}
	];
}

function inWords(some: readonly Evidence[], spansOf: Spans): Want[] {
	const [first] = some;
	if (!first) return [];
	const parts = some
		.slice(0, mostWords)
		.map(({ code, sureness }): Alternative => standing(valueOf(code), sureness));
	return [
		{
			...plain,
			facet: null,
			term: { word: '', text: '', alternatives: parts },
			parts,
			weight: ofWords * first.sureness,
			isExtra: first.sureness < sureWord,
			spans: spansOf(first)
		}
	];
}
