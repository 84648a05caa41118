import type { Postings } from './index/memory.ts';

/** Folded names and sounds of a document, for the last ordering. */
export type Names = { n: readonly string[]; r: readonly string[] };

/** What a search looks into: SQLite on the server, memory in the browser and in tests. */
export type SearchIndex = {
	postings: Postings;
	/** In the order of the documents asked for. */
	names: (documents: readonly number[]) => Names[];
	/** Folded descriptions, likewise. */
	texts: (documents: readonly number[]) => (readonly string[])[];
	/** Documents in the order of their kana, and each document's place in it. */
	order: Uint32Array;
	ranks: Uint32Array;
};

/** Both directions of an order; `size` is above every document number. */
export function orderOf(documents: Uint32Array, size: number) {
	const ranks = new Uint32Array(size).fill(0xffffffff);
	documents.forEach((document, rank) => (ranks[document] = rank));
	return { order: documents, ranks };
}
