import { countBoth, forEach } from './index/bitset.ts';
import type { SearchIndex } from './index.ts';

type Ranked = Pick<SearchIndex, 'order' | 'ranks'>;

const base = 2 ** 32;

/** The first `count` documents by the smaller place (below 2²¹), ties by kana. */
export function inOrder(
	index: Ranked,
	documents: Uint32Array,
	place: (document: number) => number,
	count: number
): number[] {
	const first = firstOf(index, count, countBoth(documents, documents));
	forEach(documents, (document) => first.offer(document, place(document)));
	return first.taken();
}

/** Keeps the first `count` of at most `offers` documents, in the same order. */
export function firstOf({ order, ranks }: Ranked, count: number, offers: number) {
	const keys = new Float64Array(Math.min(4 * count + 64, offers));
	let kept = 0;
	let limit = Infinity;
	const shorten = () => {
		keys.subarray(0, kept).sort();
		kept = Math.min(kept, count);
		if (kept === count) limit = keys[count - 1]!;
	};
	return {
		offer(document: number, place: number): void {
			const key = place * base + ranks[document]!;
			if (key >= limit) return;
			if (kept === keys.length) shorten();
			keys[kept++] = key;
		},
		taken(): number[] {
			shorten();
			return Array.from(keys.subarray(0, kept), (key) => order[key % base]!);
		}
	};
}
