import type { SearchIndex } from './index.ts';
import type { Completion, Lexicon } from './lexicon.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { wordsOf } from './query.ts';
import { isKana, kanaOfRomaji, soundOf } from '#lib/domain/text/reading.ts';
import { find } from './search.ts';

/** What someone who has typed this may mean: names of places, and words that many places carry. */
export type Suggestions = { words: Completion[]; documents: number[] };

const mostWords = 5;
const mostNames = 5;

export function suggest(
	index: SearchIndex,
	query: string,
	asked: { scope: Uint32Array; lexicon: Lexicon; isPresent: (one: Completion) => boolean }
): Suggestions {
	const last = wordsOf(query).at(-1);
	if (last === undefined) return { words: [], documents: [] };
	const text = normalise(last);
	const sounds = (isKana(text) ? [text] : kanaOfRomaji(last)).map(soundOf);
	const words = asked.lexicon.completions
		.filter(
			({ folded, sound }) =>
				folded.startsWith(text) || sounds.some((one) => one && sound.startsWith(one))
		)
		.filter(asked.isPresent)
		.map((one, _, all) =>
			all.some((other) => other !== one && other.text === one.text)
				? { ...one, text: one.apart }
				: one
		)
		.slice(0, mostWords);
	const found = find(index, query, { ...asked, isBeginning: true });
	if (!found || found.fuzzy) return { words, documents: [] };
	return { words, documents: found.ranked(found.bits, mostNames) };
}
