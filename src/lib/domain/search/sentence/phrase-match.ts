import type { Means } from './meaning.ts';
import { keyOf, type Phrase, type Phrases } from './phrases.ts';
import type { Stem } from './stems.ts';

/** Phrases by what they begin with, and the classes of a stem. */
export type PhraseIndex = {
	byFirst: ReadonlyMap<string, readonly Phrase[]>;
	classes: ReadonlyMap<string, readonly string[]>;
	meanings: Phrases['meanings'];
};

export type Match = { meaning: number; /** Places of its stems. */ at: number[] };

const mostBetween = 2;

export function phraseIndex({ phrases, classes, meanings }: Phrases): PhraseIndex {
	const ofStem = new Map<string, string[]>();
	for (const [name, stems] of classes) {
		for (const stem of stems) ofStem.set(stem, [...(ofStem.get(stem) ?? []), `{${name}}`]);
	}
	return { byFirst: Map.groupBy(phrases, ({ stems }) => stems[0]!), classes: ofStem, meanings };
}

/**
 * The sayings that stand in a row of stems, each stem in one of them; the longest come first. What
 * `isWord` is looked for as a word, and not taken for that saying of one.
 */
export function found(
	typed: readonly Stem[],
	index: PhraseIndex,
	isWord: (stem: Stem, means: Means) => boolean
): Match[] {
	const keys = typed.map((stem) => [keyOf(stem), ...(index.classes.get(stem.stem) ?? [])]);
	const all = typed.flatMap((_, place) =>
		keys[place]!.flatMap((key) => index.byFirst.get(key) ?? []).flatMap(({ stems, meaning }) => {
			const at = placesOf(stems, keys, place);
			return at && !(at.length === 1 && isWord(typed[place]!, index.meanings[meaning]!.means))
				? [{ meaning, at, between: at.at(-1)! - at[0]! + 1 - at.length }]
				: [];
		})
	);
	// 「教科書がない」 is about school too, where nobody has said what its opposite means.
	for (const [place, { isNot, stem }] of typed.entries()) {
		if (!isNot) continue;
		for (const { stems, meaning } of index.byFirst.get(stem) ?? []) {
			if (stems.length === 1 && isAbout(index.meanings[meaning]!.means)) {
				all.push({ meaning, at: [place], between: 1 });
			}
		}
	}
	const weightOf = ({ meaning }: Match) => index.meanings[meaning]!.weight;
	all.sort(
		(a, b) => b.at.length - a.at.length || a.between - b.between || weightOf(b) - weightOf(a)
	);
	const taken = new Set<number>();
	return all.filter(({ at }) => {
		if (at.some((place) => taken.has(place))) return false;
		for (const place of at) taken.add(place);
		return true;
	});
}

/** What something is about stays the same when it is denied; what makes it easy does not. */
const isAbout = (means: Means) =>
	Object.keys(means).every(
		(facet) => facet === 'need' || facet === 'category' || facet === 'audience'
	);

function placesOf(
	phrase: readonly string[],
	keys: readonly (readonly string[])[],
	first: number
): number[] | null {
	const at = [first];
	let between = 0;
	for (const wanted of phrase.slice(1)) {
		let next = at.at(-1)! + 1;
		while (next < keys.length && between < mostBetween && !keys[next]!.includes(wanted)) {
			next++;
			between++;
		}
		if (next >= keys.length || !keys[next]!.includes(wanted)) return null;
		at.push(next);
	}
	return at;
}
