import { bitset, countBoth, forEach, has, intersect, set, unite } from './bitset.ts';

/** Increasing document numbers, or a bit for each; whichever is smaller. */
export type List = { count: number } & (
	{ numbers: Uint32Array; bits: null } | { numbers: null; bits: Uint32Array }
);

export const listOf = (numbers: Uint32Array): List => ({
	count: numbers.length,
	numbers,
	bits: null
});

/** What all lists hold; `size` is above every number. */
export function common(lists: readonly List[], size: number): List {
	const [first, ...others] = lists.toSorted((a, b) => a.count - b.count);
	let found = first!;
	for (const other of others) {
		if (found.count === 0) break;
		found = both(found, other, size);
	}
	return found;
}

export function both(a: List, b: List, size: number): List {
	if (a.numbers && b.numbers) return listOf(inBoth(a.numbers, b.numbers));
	if (a.numbers) return listOf(a.numbers.filter((number) => hasBit(b.bits!, number)));
	if (b.numbers) return listOf(b.numbers.filter((number) => hasBit(a.bits, number)));
	const bits = bitset(size);
	unite(bits, a.bits.length < bits.length ? padded(a.bits, bits.length) : a.bits);
	intersect(bits, b.bits);
	return { count: a.count, numbers: null, bits };
}

/** Adds what the list holds to the bits. */
export function addTo(bits: Uint32Array, list: List): void {
	if (list.bits) {
		const length = Math.min(bits.length, list.bits.length);
		for (let i = 0; i < length; i++) bits[i]! |= list.bits[i]!;
	} else {
		for (const number of list.numbers) set(bits, number);
	}
}

/** How many of the list are among the bits. */
export function countWithin(list: List, bits: Uint32Array): number {
	if (list.bits) {
		return list.bits.length <= bits.length
			? countBoth(list.bits, bits)
			: countBoth(bits, list.bits);
	}
	let count = 0;
	for (const number of list.numbers) if (hasBit(bits, number)) count++;
	return count;
}

export function eachOf(list: List, visit: (document: number) => void): void {
	if (list.bits) forEach(list.bits, visit);
	else list.numbers.forEach(visit);
}

export function holds({ bits, numbers }: List, document: number): boolean {
	if (bits) return hasBit(bits, document);
	return numbers[firstAtLeast(numbers, document, 0)] === document;
}

const hasBit = (bits: Uint32Array, number: number) =>
	number >>> 5 < bits.length && has(bits, number);

function padded(bits: Uint32Array, length: number): Uint32Array {
	const longer = new Uint32Array(length);
	longer.set(bits);
	return longer;
}

function inBoth(few: Uint32Array, many: Uint32Array): Uint32Array {
	const found = new Uint32Array(few.length);
	let count = 0;
	let at = 0;
	for (const number of few) {
		at = firstAtLeast(many, number, at);
		if (at === many.length) break;
		if (many[at] === number) found[count++] = number;
	}
	return found.subarray(0, count);
}

/** Doubling steps from `from`, then halving: short ways are quick and long ones too. */
function firstAtLeast(sorted: Uint32Array, number: number, from: number): number {
	let step = 1;
	let low = from;
	while (low + step < sorted.length && sorted[low + step]! < number) {
		low += step;
		step *= 2;
	}
	let high = Math.min(low + step, sorted.length);
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (sorted[middle]! < number) low = middle + 1;
		else high = middle;
	}
	return low;
}
