import Fuse from 'fuse.js';
import { bitset, has, set } from '#lib/domain/bitset.ts';
import { normalise, queryTerms } from './normalise.ts';

/** What of a document is searched, normalised once. */
export type SearchText = {
	/** Name, kana and plain name. */
	name: string;
	/** These and everything else a reader sees. */
	all: string;
};

export type Match = {
	/** Document numbers, best first. */
	ranked: number[];
	bits: Uint32Array;
	/** Nothing held every word as typed; these resemble it. */
	fuzzy: boolean;
};

/** Fuse's time grows with pattern and list, so it sees only this much of either. */
const maxPattern = 32;
const maxCandidates = 60;

export function searchText(name: (string | null)[], rest: (string | null)[]): SearchText {
	const names = lines(name);
	return { name: names, all: `${names}\n${lines(rest)}` };
}

/**
 * Documents that hold every word of the query, those with the words in their names first; if there
 * are none, the ones whose names resemble it. null when the query holds no word at all.
 */
export function match(texts: readonly SearchText[], query: string): Match | null {
	const terms = queryTerms(query);
	if (terms.length === 0) return query.trim() === '' ? null : none(texts.length);
	const inName: number[] = [];
	const elsewhere: number[] = [];
	texts.forEach((text, document) => {
		if (!terms.every((term) => text.all.includes(term))) return;
		(terms.every((term) => text.name.includes(term)) ? inName : elsewhere).push(document);
	});
	const exact = [...inName, ...elsewhere];
	const fuzzy = exact.length === 0;
	const ranked = fuzzy ? resembling(texts, terms.join('')) : exact;
	const bits = bitset(texts.length);
	for (const document of ranked) set(bits, document);
	return { ranked, bits, fuzzy };
}

/** The order of `ranked`, limited to the documents in `bits`. */
export function rankedWithin(found: Match, bits: Uint32Array): number[] {
	return found.ranked.filter((document) => has(bits, document));
}

const none = (size: number): Match => ({ ranked: [], bits: bitset(size), fuzzy: true });

const lines = (texts: (string | null)[]) =>
	texts
		.map((text) => normalise(text ?? ''))
		.filter(Boolean)
		.join('\n');

function resembling(texts: readonly SearchText[], query: string): number[] {
	const pattern = [...query].slice(0, maxPattern).join('');
	const grams = bigrams(pattern);
	const candidates = texts
		.map((text, document) => ({
			document,
			name: text.name,
			shared: grams.reduce((sum, gram) => sum + Number(text.name.includes(gram)), 0)
		}))
		.filter((candidate) => candidate.shared * 3 >= grams.length)
		.sort((a, b) => b.shared - a.shared)
		.slice(0, maxCandidates)
		.flatMap(({ document, name }) => name.split('\n').map((line) => ({ document, line })));
	const fuse = new Fuse(candidates, { keys: ['line'], threshold: 0.5, ignoreLocation: true });
	return [...new Set(fuse.search(pattern).map((hit) => hit.item.document))];
}

function bigrams(text: string): string[] {
	const letters = [...text];
	if (letters.length < 2) return letters;
	return [...new Set(letters.slice(1).map((letter, i) => letters[i]! + letter))];
}
