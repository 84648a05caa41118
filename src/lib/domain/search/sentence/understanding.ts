import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import { termOf, type Term } from '#lib/domain/search/query.ts';
import { lightStems } from './function-words.ts';
import { numbersIn } from './numbers.ts';
import type { Meaning } from './phrases.ts';
import { found as phrasesIn } from './phrase-match.ts';
import { stemsOf, type Stem } from './stems.ts';
import { named } from './naming.ts';
import { ageWant, plain, want, weights, type Want } from './want.ts';

export type Asked = {
	wants: Want[];
	/** Something was said in words that stand in no name: a saying, a town beside a word, an age, a number. */
	isMeant: boolean;
};

const isPlace = new Set(['municipality', 'region']);
const ofText = 1;
const ofHint = 0.5;
/** A saying of more words is meant more surely. */
const ofLength = 0.25;
const mostWants = 8;
/** Facets of which one code is enough; several eases are several wishes. */
const merging = new Set([
	'need',
	'category',
	'audience',
	'municipality',
	'region',
	'day',
	'time',
	'fee',
	'language'
]);

/** `isPresent`: some document of the scope carries the code. */
export function understand(
	query: string,
	lexicon: Lexicon,
	isPresent: (code: string) => boolean
): Asked {
	const numbers = numbersIn(query);
	const wants: Want[] = [...numbers.wants];
	const isTown = (word: string) => choicesOf(word, lexicon, isPresent).length > 0;
	const stems = stemsOf(numbers.rest, lexicon.dictionary, isTown);
	const phrases = phrasesIn(
		stems,
		lexicon.phrases,
		({ isNot, text, isKnown }, { gender }) =>
			!gender && !isNot && isKnown && hasCodes(text, lexicon)
	);
	const said = new Set(phrases.flatMap(({ at }) => at));
	for (const { meaning, at } of phrases) {
		const spans = at.map((place) => spanOf(stems[place]!));
		const { weight, ...rest } = lexicon.phrases.meanings[meaning]!;
		const sure = { ...rest, weight: weight * (1 + ofLength * (at.length - 1)) };
		const [first] = at.map((place) => stems[place]!);
		const isWord = at.length === 1 && !first!.isNot && first!.text.length > 1;
		wants.push(...wantsOf(sure, spans, lexicon, isWord ? first!.text : null));
	}
	const isSure = phrases.some(
		({ meaning, at }) =>
			at.length > 1 || stems[at[0]!]!.isNot || lexicon.phrases.meanings[meaning]!.means.gender
	);
	let isMeant = isSure || numbers.wants.length > 0;
	for (const [place, stem] of stems.entries()) {
		if (said.has(place)) continue;
		const town = stem.isNot ? null : townOf(stem, lexicon, isPresent);
		if (town) {
			wants.push(town);
			continue;
		}
		if (!isSearched(stem, lexicon)) continue;
		wants.push(wordOf(stem, lexicon));
	}
	// Beside what is understood, other words only bring forward; beside a town they are what is looked for.
	const isBeside = wants.some(({ facet }) => facet !== null && !isPlace.has(facet));
	const all = merged(
		wants.map((one) => (isBeside && one.facet === null ? { ...one, isExtra: true } : one))
	)
		.slice(0, mostWants)
		.map((one) => named(one, lexicon.labels));
	const begins = all.filter(({ isExtra }) => !isExtra).map(({ spans }) => spans[0]!.start);
	isMeant ||= new Set(begins).size > 1;
	return { wants: all, isMeant };
}

const hasCodes = (text: string, { words }: Lexicon) =>
	words.get(text)?.some(({ codes }) => codes.length > 0) ?? false;

/** A negated word says what is not wanted; light words and single letters stand in too many texts. */
const isSearched = ({ isNot, stem, text, isKnown }: Stem, lexicon: Lexicon) =>
	!isNot &&
	!lightStems.has(stem) &&
	(hasCodes(text, lexicon) || (text.length > 1 && (isKnown || !/^[ぁ-ゖ]{2}$/u.test(text))));

const spanOf = ({ start, end }: Stem) => ({ start, end });

function wordOf(stem: Stem, lexicon: Lexicon): Want {
	const term = termOf(stem.text, lexicon);
	const meant = lexicon.words
		.get(stem.text)
		?.find(({ codes }) => codes.length > 0 && !codes[0]!.startsWith('municipality='));
	const [facet, code] = meant?.codes[0]?.split('=') ?? [];
	return {
		...plain,
		facet: facet ?? null,
		codes: code ? [code] : [],
		term,
		parts: [term],
		wider: code ? lexicon.labels.wider(`${facet}=${code}`) : [],
		weight: facet ? weights[facet]! : ofText,
		isExtra: !facet && stem.text.length < 2,
		spans: [spanOf(stem)]
	};
}

function townOf(stem: Stem, lexicon: Lexicon, isPresent: (code: string) => boolean): Want | null {
	const choices = choicesOf(stem.text, lexicon, isPresent);
	const facet = choices[0]?.facet;
	if (!facet) return null;
	const codes = choices.filter((one) => one.facet === facet).map(({ code }) => code);
	const one = want({ facet, codes, word: stem.text, spans: [spanOf(stem)], weight: 1 });
	const tags = termOf(stem.text, lexicon).alternatives.flatMap((way) =>
		way.reason === null && way.text !== null ? [{ ...way, fields: ['t' as const] }] : []
	);
	const term = { ...one.term, alternatives: [...one.term.alternatives, ...tags] };
	return { ...one, term, parts: [term] };
}

/** Towns and regions of a name that have something. */
const choicesOf = (word: string, { places }: Lexicon, isPresent: (code: string) => boolean) =>
	(places.get(word) ?? []).filter(({ facet, code }) => isPresent(`${facet}=${code}`));

function wantsOf(
	{ means, words, weight }: Meaning,
	spans: Want['spans'],
	lexicon: Lexicon,
	own: string | null
): Want[] {
	const { age, ...facets } = means;
	const typed = own ?? '';
	const wants = Object.entries(facets).map(([facet, codes]) =>
		want({ facet, codes, word: typed, spans, weight, labels: lexicon.labels })
	);
	if (age) wants.push(ageWant(age[0]!, age.at(-1)!, typed, spans));
	const texts = own === null ? words : [own, ...words];
	if (texts.length === 0) return wants;
	const hint = hinted(typed, texts, lexicon);
	// Who says the word itself is meant too.
	const met = wants.map((one) => {
		if (one.isOpen) return one;
		const alternatives = [...one.term.alternatives, ...hint.alternatives];
		return { ...one, term: { ...one.term, alternatives } };
	});
	const extra = { ...plain, facet: null, isExtra: true, spans };
	return [...met, { ...extra, term: hint, parts: [hint], weight: ofHint * weight }];
}

/** Any of some words, wherever they stand. */
function hinted(typed: string, words: readonly string[], lexicon: Lexicon): Term {
	const alternatives = words.flatMap((word) =>
		termOf(word, lexicon).alternatives.filter(({ text }) => text !== null)
	);
	return { word: typed, text: typed, alternatives: alternatives.slice(0, 24) };
}

/** Two wishes of one facet are either; heavy ones first. */
function merged(wants: readonly Want[]): Want[] {
	const kept: Want[] = [];
	for (const one of wants) {
		const at = kept.findIndex(
			({ facet, codes }) =>
				facet !== null &&
				facet === one.facet &&
				(merging.has(facet) || codes.join() === one.codes.join())
		);
		const same = kept[at];
		if (!same) {
			kept.push(one);
			continue;
		}
		kept[at] = {
			...same,
			codes: [...new Set([...same.codes, ...one.codes])],
			wider: [...same.wider, ...one.wider],
			term: {
				...same.term,
				alternatives: [...same.term.alternatives, ...one.term.alternatives]
			},
			parts: [...same.parts, ...one.parts],
			weight: Math.max(same.weight, one.weight),
			spans: [...same.spans, ...one.spans]
		};
	}
	return kept.sort((a, b) => b.weight - a.weight);
}
