/** Sets of document numbers 0…size-1, 32 to a word. */

export const bitset = (size: number): Uint32Array => new Uint32Array((size + 31) >>> 5);

export function fullBitset(size: number): Uint32Array {
	const bits = bitset(size).fill(0xffffffff);
	const rest = size & 31;
	if (rest > 0) bits[bits.length - 1] = 2 ** rest - 1;
	return bits;
}

export function set(bits: Uint32Array, member: number): void {
	bits[member >>> 5]! |= 1 << (member & 31);
}

export function has(bits: Uint32Array, member: number): boolean {
	return (bits[member >>> 5]! & (1 << (member & 31))) !== 0;
}

export function unite(into: Uint32Array, other: Uint32Array): void {
	for (let i = 0; i < into.length; i++) into[i]! |= other[i]!;
}

export function intersect(into: Uint32Array, other: Uint32Array): void {
	for (let i = 0; i < into.length; i++) into[i]! &= other[i]!;
}

export function countBoth(a: Uint32Array, b: Uint32Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += ones(a[i]! & b[i]!);
	return sum;
}

export function forEach(bits: Uint32Array, visit: (member: number) => void): void {
	for (let i = 0; i < bits.length; i++) {
		for (let word = bits[i]!; word !== 0; word &= word - 1) {
			visit(i * 32 + (31 - Math.clz32(word & -word)));
		}
	}
}

/** Writes the members of both, increasing, and says how many there are. Either may be the shorter. */
export function copyBoth(a: Uint32Array, b: Uint32Array, into: Uint32Array): number {
	const length = Math.min(a.length, b.length);
	let count = 0;
	for (let i = 0; i < length; i++) {
		for (let word = a[i]! & b[i]!; word !== 0; word &= word - 1) {
			into[count++] = i * 32 + 31 - Math.clz32(word & -word);
		}
	}
	return count;
}

/** Population count of a 32-bit word (Hacker's Delight, figure 5-2). */
function ones(word: number): number {
	let v = word - ((word >>> 1) & 0x55555555);
	v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
	return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
