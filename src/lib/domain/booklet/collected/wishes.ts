import type { Names } from '#lib/domain/listing/row.ts';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Indexed } from './indexes.ts';

/** The four of the cover, codes of needs: a safe place comes first, and work is one of them. */
const coverWishes = ['feel-safe', 'meet-and-talk', 'be-heard', 'own-way-work'];

/** In a reader's words, each with the entries that are there for it. */
export const wishesOf = (all: readonly Indexed[], { vocabularies }: Names): Booklet['wishes'] =>
	coverWishes.flatMap((code) => {
		const term = vocabularies.need.get(code);
		const numbers = all
			.filter(({ content }) => content.operation !== 'closed' && content.needs.includes(code))
			.map(({ number }) => number);
		return term ? [{ words: term.label, numbers }] : [];
	});
