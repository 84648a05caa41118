import { normalise } from '#lib/domain/text/normalise.ts';
import type { Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { learn } from './learning.ts';
import { meaningFacets, type Sayings } from './meaning.ts';
import { noModel, type Model } from './model.ts';
import { stemsOf, type Dictionary, type Stem } from './stems.ts';

/** How people say what they look for, as a search uses it and as it is sent to a device. */
export type Speech = {
	model: Model;
	/** Every other spelling of a stem, folded, and the stem. */
	spellings: Spellings;
	/** Likewise the kana of whoever types no kanji: elsewhere they stand in other words. */
	readings: Spellings;
};

type Spellings = readonly (readonly [string, string])[];

export const noSpeech: Speech = { model: noModel, spellings: [], readings: [] };

type Words = { vocabularies: Vocabularies; synonyms: readonly { from: string }[] };

/** Also from what the vocabularies call their terms: 「予約しないで行ける」. */
export function speechOf({ classes, spellings, readings, sayings }: Sayings, words: Words): Speech {
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
	const first = (name: string) => classes[name]![0]!;
	const cut = (text: string, dictionary: Dictionary) =>
		stemsOf(
			text.replace(/\{([^}]*)\}/gu, (_, name: string) => first(name)),
			dictionary
		);
	// Twice: what stands alone in one saying is then known inside another.
	let dictionary = dictionaryOf({ spellings: same, stems: known });
	const stems = all.flatMap(({ says }) =>
		says.flatMap((text) => cut(text, dictionary).map(({ stem }) => stem))
	);
	dictionary = dictionaryOf({ spellings: same, stems: [...known, ...stems.filter(isStem)] });
	const members = Object.entries(classes).map(
		([name, words]) =>
			[name, words.flatMap((word) => cut(word, dictionary).at(-1)?.stem ?? [])] as const
	);
	// A stem of two classes is one of the larger: 息子 is 身内 rather than 子.
	const classOf = new Map(
		members
			.toSorted(([, a], [, b]) => a.length - b.length)
			.flatMap(([name, stems]) => stems.map((stem) => [stem, `{${name}}`] as const))
	);
	const seen = new Set<string>();
	const said = all.flatMap(({ says, means, words = [], weight = 1 }, group) =>
		says.flatMap((text) => {
			const named = [...text.matchAll(/\{([^}]*)\}/gu)].map(([, name]) => name!);
			const keys = cut(text, dictionary).map((one) => {
				const at = named.findIndex(
					(name) => cut(first(name), dictionary).at(-1)?.stem === one.stem
				);
				if (at < 0) return keyOf(one);
				named.splice(at, 1);
				return classOf.get(one.stem)!;
			});
			const key = `${group} ${keys.join(' ')}`;
			if (keys.length === 0 || seen.has(key)) return [];
			seen.add(key);
			return [{ keys, means, words, weight, group }];
		})
	);
	return {
		model: learn(said, classOf, new Set(known)),
		// In an order of their own: sorted they are packed smaller, and a device has the same.
		spellings: inOrder(same),
		readings: inOrder(
			readings.map((pair) => pair.split(' ').map(normalise).toReversed() as [string, string])
		)
	};
}

const inOrder = (pairs: Spellings) => pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));

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
	spellings: Spellings;
	stems: Iterable<string>;
}): Dictionary {
	const all = new Map<string, string>();
	for (const stem of stems) all.set(stem, stem);
	for (const [, first] of spellings) all.set(first, first);
	for (const [other, first] of spellings) all.set(other, first);
	const longest = new Map<string, number>();
	for (const word of all.keys()) {
		longest.set(word[0]!, Math.max(longest.get(word[0]!) ?? 0, word.length));
	}
	return { stems: all, longest };
}
