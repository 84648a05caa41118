import Fuse from 'fuse.js';
import type { Term, VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import type { Context } from '#lib/domain/formats/format.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { townWords } from './town-words.ts';

export type TermMatch = { code: string; isCertain: boolean };

type Entry = { word: string; code: string };
type Book = { exact: Map<string, string | null>; fuse: Fuse<Entry> };

const books = new WeakMap<Map<string, Term>, Book>();
const alike = 0.3;
const longest = 32;

/** What a town's word means among our terms, to the letter: 就労B is 就労継続支援. */
export function knownTerm(
	word: string,
	vocabulary: VocabularyName,
	{ vocabularies }: Pick<Context, 'vocabularies'>
): string | null {
	const terms = vocabularies[vocabulary];
	const known = bookFor(vocabulary, terms).exact.get(normalise(word).slice(0, longest));
	return known ?? (terms.has(word) ? word : null);
}

/** Likewise, or the term that a word is most like: for a person to confirm. */
export function matchTerm(
	word: string,
	vocabulary: VocabularyName,
	context: Pick<Context, 'vocabularies'>
): TermMatch | null {
	const code = knownTerm(word, vocabulary, context);
	if (code) return { code, isCertain: true };
	const { exact, fuse } = bookFor(vocabulary, context.vocabularies[vocabulary]);
	const plain = normalise(word).slice(0, longest);
	// A word of two terms is neither's; one of two letters stands within too many.
	if (exact.get(plain) === null || plain.length < 3) return null;
	const [found] = fuse.search(plain).filter(({ item }) => item.word.length <= plain.length * 2);
	if (found) return { code: found.item.code, isCertain: false };
	const within = [...exact].filter(
		([known, code]) => code && known.length > 2 && plain.includes(known)
	);
	const [best] = within.sort(([a], [b]) => b.length - a.length);
	return best ? { code: best[1]!, isCertain: false } : null;
}

function bookFor(vocabulary: VocabularyName, terms: Map<string, Term>): Book {
	let book = books.get(terms);
	if (!book) books.set(terms, (book = bookOf(vocabulary, terms)));
	return book;
}

function bookOf(vocabulary: VocabularyName, terms: Map<string, Term>): Book {
	const exact = new Map<string, string | null>();
	const entries: Entry[] = [];
	// A label is its term's; a synonym of two terms is nobody's.
	const rounds: ((term: Term) => string[])[] = [
		({ code, label, plain }) => [label, plain, ...(townWords[vocabulary]?.[code] ?? [])],
		({ synonyms }) => synonyms
	];
	for (const wordsOf of rounds) {
		const known = new Set(exact.keys());
		for (const term of terms.values()) {
			for (const word of wordsOf(term)) {
				const plain = normalise(word);
				if (plain === '' || known.has(plain)) continue;
				const other = exact.get(plain);
				exact.set(plain, other === undefined || other === term.code ? term.code : null);
				if (plain.length > 2) entries.push({ word: plain, code: term.code });
			}
		}
	}
	const fuse = new Fuse(entries, { keys: ['word'], threshold: alike, ignoreLocation: true });
	return { exact, fuse };
}
