import { normalise } from '#lib/domain/text/normalise.ts';
import type { Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { meaningFacets, type Means, type Sayings } from './meaning.ts';
import { lightStems } from './function-words.ts';
import { stemsOf, type Dictionary, type Stem } from './stems.ts';

/** A way to say something, ready to be found: its stems, `!` before those that are negated, `{}` around a class. */
export type Phrase = { stems: readonly string[]; meaning: number };
export type Meaning = { means: Means; words: readonly string[]; weight: number };

/** Sayings as a search uses them, and as they are sent to a device. */
export type Phrases = {
	phrases: readonly Phrase[];
	meanings: readonly Meaning[];
	/** `{子}` in a phrase stands for each of these stems. */
	classes: readonly (readonly [string, readonly string[]])[];
	/** Every other spelling of a stem, folded, and the stem. */
	spellings: readonly (readonly [string, string])[];
};

export const noPhrases: Phrases = { phrases: [], meanings: [], classes: [], spellings: [] };

type Words = { vocabularies: Vocabularies; synonyms: readonly { from: string }[] };

/** Also what the vocabularies call their terms in more than one word: 「予約しないで行ける」. */
export function phrasesOf({ classes, spellings, sayings }: Sayings, words: Words): Phrases {
	const same = spellings.flatMap(([first, ...others]) =>
		others.map((other) => [normalise(other), normalise(first!)] as const)
	);
	const terms = termSayings(words.vocabularies);
	const all = [...sayings, ...terms];
	const whole = [
		...terms.flatMap(({ says }) => says),
		...words.synonyms.map(({ from }) => from)
	].filter(isOneWord);
	const known = [...whole, ...Object.values(classes).flat().filter(isOneWord)].map(normalise);
	const texts = all.flatMap(({ says }, meaning) => says.map((text) => ({ text, meaning })));
	const first = (name: string) => classes[name]![0]!;
	const cut = (text: string, dictionary: Dictionary) =>
		stemsOf(
			text.replace(/\{([^}]*)\}/gu, (_, name: string) => first(name)),
			dictionary
		);
	// Twice: what stands alone in one saying is then known inside another.
	let dictionary = dictionaryOf({ spellings: same, stems: known });
	const stems = texts.flatMap(({ text }) => cut(text, dictionary).map(({ stem }) => stem));
	dictionary = dictionaryOf({ spellings: same, stems: [...known, ...stems.filter(isStem)] });
	const seen = new Set<string>();
	const phrases = texts.flatMap(({ text, meaning }): Phrase[] => {
		const named = [...text.matchAll(/\{([^}]*)\}/gu)].map(([, name]) => name!);
		const stems = cut(text, dictionary).map((one) => {
			const at = named.findIndex(
				(name) => stemsOf(first(name), dictionary).at(-1)?.stem === one.stem
			);
			return at < 0 ? keyOf(one) : `{${named.splice(at, 1)[0]!}}`;
		});
		const key = stems.join(' ');
		// A word of a vocabulary stays a word, and is found in texts too; of 「行くところ」 too little is left.
		const isPlain =
			stems.length === 1 &&
			(lightStems.has(stems[0]!.replace('!', '')) ||
				(meaning >= sayings.length && isOneWord(text)));
		if (stems.length === 0 || isPlain || seen.has(key)) return [];
		seen.add(key);
		return [{ stems, meaning }];
	});
	const used = new Set(phrases.map(({ meaning }) => meaning));
	return {
		// In an order of their own: sorted they are packed smaller, and a device has the same.
		phrases: phrases.sort(
			(a, b) => a.meaning - b.meaning || (a.stems.join(' ') < b.stems.join(' ') ? -1 : 1)
		),
		meanings: all.map(({ means, words = [], weight = 1 }, at) =>
			used.has(at) ? { means, words, weight } : { means: {}, words: [], weight }
		),
		classes: Object.entries(classes).map(([name, words]) => [
			name,
			words.flatMap((word) => stemsOf(word, dictionary).at(-1)?.stem ?? [])
		]),
		spellings: same.sort(([a], [b]) => (a < b ? -1 : 1))
	};
}

const ofPlain = 0.9;
const ofSynonym = 0.6;

function termSayings(vocabularies: Vocabularies): Sayings['sayings'] {
	return meaningFacets.flatMap((facet) =>
		[...vocabularies[facet].values()].flatMap(({ code, label, plain, kana, synonyms }) => [
			{ says: [label, kana, plain], means: { [facet]: [code] }, weight: ofPlain },
			{ says: synonyms, means: { [facet]: [code] }, weight: ofSynonym }
		])
	);
}

/** Kanji with kana before or behind them are often a sentence of their own (家から出られない). */
export const isOneWord = (word: string): boolean =>
	!/\p{Script=Han}.*[ぁ-ゖ]|[ぁ-ゖ].*\p{Script=Han}/u.test(word);

/** Whether a stem may be looked for inside other words. */
export const isStem = (stem: string): boolean => stem.length > 1 || /\p{Script=Han}/u.test(stem);

export const keyOf = ({ stem, isNot }: Pick<Stem, 'stem' | 'isNot'>) => (isNot ? `!${stem}` : stem);

export function dictionaryOf({
	spellings,
	stems
}: {
	spellings: Phrases['spellings'];
	stems: Iterable<string>;
}): Dictionary {
	const all = new Map<string, string>();
	for (const stem of stems) all.set(stem, stem);
	for (const [, first] of spellings) all.set(first, first);
	for (const [other, first] of spellings) all.set(other, first);
	let longest = 0;
	for (const word of all.keys()) longest = Math.max(longest, word.length);
	return { stems: all, longest: Math.min(longest, 24) };
}
