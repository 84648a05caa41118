import { bitset, forEach, set } from './bitset.ts';
import type { SearchDocument } from './document.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { holds, listOf, type List } from './lists.ts';
import { MemoryPostings } from './memory.ts';

/** The same index with other words for a few documents, which nothing of their own words finds any more. */
export function overlaid(
	index: SearchIndex,
	documents: ReadonlyMap<number, SearchDocument>
): SearchIndex {
	const numbers = [...documents.keys()].sort((a, b) => a - b);
	const over = new MemoryPostings();
	for (const number of numbers) over.add(number, documents.get(number)!);
	const lists = new Map<string, List | null>();
	return {
		...index,
		postings: {
			size: index.postings.size,
			list(key) {
				let list = lists.get(key);
				if (list === undefined) {
					list = joined(without(index.postings.list(key), numbers), over.list(key), index);
					lists.set(key, list);
				}
				return list;
			}
		},
		names: (asked) => index.names(asked).map((names, at) => documents.get(asked[at]!) ?? names),
		texts: (asked) => index.texts(asked).map((texts, at) => documents.get(asked[at]!)?.d ?? texts)
	};
}

function without(list: List | null, numbers: readonly number[]): List | null {
	if (list === null || !numbers.some((number) => holds(list, number))) return list;
	const left = numbersOf(list).filter((number) => !numbers.includes(number));
	return left.length > 0 ? listOf(Uint32Array.from(left)) : null;
}

function joined(list: List | null, other: List | null, { postings }: SearchIndex): List | null {
	if (list === null || other === null) return list ?? other;
	const bits = bitset(postings.size);
	for (const number of [...numbersOf(list), ...numbersOf(other)]) set(bits, number);
	const all: number[] = [];
	forEach(bits, (number) => all.push(number));
	return listOf(Uint32Array.from(all));
}

function numbersOf({ numbers, bits }: List): number[] {
	if (numbers) return [...numbers];
	const found: number[] = [];
	forEach(bits, (number) => found.push(number));
	return found;
}
