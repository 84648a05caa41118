import type { SearchDocument } from './document.ts';
import { orderOf, type SearchIndex } from '#lib/domain/search/index.ts';
import { MemoryPostings } from './memory.ts';

/** An index of documents numbered from 0 in the order given. */
export function memoryIndex(
	documents: readonly { search: SearchDocument; sortKey: string }[]
): SearchIndex {
	const postings = new MemoryPostings();
	documents.forEach(({ search }, number) => postings.add(number, search));
	const keys = documents.map(({ sortKey }) => sortKey);
	const order = Uint32Array.from(keys.keys()).sort((a, b) =>
		keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b
	);
	return {
		postings,
		names: (numbers) => numbers.map((number) => documents[number]!.search),
		texts: (numbers) => numbers.map((number) => documents[number]!.search.d),
		...orderOf(order, postings.size)
	};
}
