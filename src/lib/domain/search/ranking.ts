import { forEach } from './index/bitset.ts';
import type { SearchIndex } from './index.ts';

const base = 2 ** 32;

/** The first `count` documents by the smaller place (below 2²¹), ties by kana. */
export function inOrder(
	{ order, ranks }: Pick<SearchIndex, 'order' | 'ranks'>,
	documents: Uint32Array,
	place: (document: number) => number,
	count: number
): number[] {
	let kept: number[] = [];
	let limit = Infinity;
	const shorten = () => {
		kept = Array.from(Float64Array.from(kept).sort().subarray(0, count));
		if (kept.length === count) limit = kept[count - 1]!;
	};
	forEach(documents, (document) => {
		const key = place(document) * base + ranks[document]!;
		if (key >= limit) return;
		kept.push(key);
		if (kept.length >= 4 * count + 64) shorten();
	});
	shorten();
	return kept.map((key) => order[key % base]!);
}
