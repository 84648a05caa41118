import fc from 'fast-check';
import { expect, it } from 'vitest';
import { has } from '#lib/domain/search/index/bitset.ts';
import { both, common, eachOf, listOf, type List } from '#lib/domain/search/index/lists.ts';
import { append, blockSize, pack, unpack, unpackBlocks } from '#lib/domain/search/index/packed.ts';

const numbers = (most = blockSize - 1) =>
	fc
		.uniqueArray(fc.integer({ min: 0, max: most }), { maxLength: 400 })
		.map((list) => list.sort((a, b) => a - b));
const dense = Array.from({ length: 30_000 }, (_, i) => i * 2);

function numbersOf(list: List): number[] {
	const found: number[] = [];
	eachOf(list, (number) => found.push(number));
	return found;
}

it('packs numbers and gives back the same', () => {
	fc.assert(
		fc.property(numbers(), (list) => {
			expect([...unpack(pack(list))]).toEqual(list);
		})
	);
	expect([...unpack(pack(dense))]).toEqual(dense);
});

it('packs few numbers small and many as bits', () => {
	expect(pack([5]).length).toBe(4);
	expect(pack(dense).length).toBeLessThan(blockSize / 8 + 8);
});

it('appends to a packed list what packing all of it would give', () => {
	fc.assert(
		fc.property(numbers(), fc.nat(400), (list, cut) => {
			const [before, after] = [list.slice(0, cut), list.slice(cut)];
			fc.pre(before.length > 0);
			expect(append(pack(before), after)).toEqual(pack(list));
		})
	);
	for (const cut of [1, 100, 20_000, 29_999]) {
		expect([...unpack(append(pack(dense.slice(0, cut)), dense.slice(cut)))]).toEqual(dense);
	}
});

it('reads blocks as one list, dense or not', () => {
	for (const some of [dense, [1, 70]]) {
		const blocks = [
			{ block: 0, list: pack(some) },
			{ block: 2, list: pack([0, 9]) }
		];
		const list = unpackBlocks(blocks, 3 * blockSize);
		expect(list.count).toBe(some.length + 2);
		expect(numbersOf(list)).toEqual([...some, 2 * blockSize, 2 * blockSize + 9]);
	}
});

it('finds what all lists hold, in either form', () => {
	const asBits = (list: number[]): List => {
		const bits = new Uint32Array(32);
		for (const number of list) bits[number >>> 5]! |= 1 << (number & 31);
		return { count: list.length, numbers: null, bits };
	};
	const forms = fc.array(fc.tuple(numbers(1023), fc.boolean()), { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(forms, (lists) => {
			const made = lists.map(([list, isBits]) =>
				isBits ? asBits(list) : listOf(Uint32Array.from(list))
			);
			const expected = lists.map(([list]) => new Set(list)).reduce((a, b) => a.intersection(b));
			expect(new Set(numbersOf(common(made, 1024)))).toEqual(expected);
		})
	);
	expect(has(both(asBits([3, 9]), asBits([9]), 1024).bits!, 9)).toBe(true);
});

it('appends nothing that does not come after what is there', () => {
	expect(() => append(pack([3, 7]), [5])).toThrow(RangeError);
	expect(() => append(pack([3, 7]), [7])).toThrow(RangeError);
});
