import { bitset } from './bitset.ts';
import { listOf, type List } from './lists.ts';

/** Document numbers are packed in blocks, so that adding to the newest leaves the others alone. */
export const blockSize = 65_536;

/**
 * Numbers within one block, increasing. A list is `0, count, last` and the differences, or `1,
 * count` and a bit for each number of the block; count, last and differences are varints (seven
 * bits a byte, lowest first, as in Protocol Buffers).
 */
export function pack(numbers: readonly number[] | Uint32Array): Uint8Array {
	const bytes: number[] = [];
	let before = -1;
	for (const number of numbers) {
		writeVarint(bytes, number - before - 1);
		before = number;
	}
	if (bytes.length > blockSize / 8) return packBits(numbers);
	const head = [0];
	writeVarint(head, numbers.length);
	writeVarint(head, Math.max(0, before));
	return Uint8Array.from([...head, ...bytes]);
}

/** `list` with more numbers, all of them higher than its own. */
export function append(list: Uint8Array, numbers: readonly number[]): Uint8Array {
	const reader = { bytes: list, at: 1 };
	const count = readVarint(reader) + numbers.length;
	if (list[0] === 1) {
		const head = [1];
		writeVarint(head, count);
		const bits = list.slice(reader.at);
		for (const number of numbers) bits[number >>> 3]! |= 1 << (number & 7);
		return joined(head, bits, []);
	}
	let before = readVarint(reader);
	const more: number[] = [];
	for (const number of numbers) {
		if (number <= before) throw new RangeError(`${number} does not come after ${before}`);
		writeVarint(more, number - before - 1);
		before = number;
	}
	if (list.length - reader.at + more.length > blockSize / 8) {
		return packBits([...unpack(list), ...numbers]);
	}
	const head = [0];
	writeVarint(head, count);
	writeVarint(head, before);
	return joined(head, list.subarray(reader.at), more);
}

export function unpack(list: Uint8Array): Uint32Array {
	const reader = { bytes: list, at: 1 };
	const numbers = new Uint32Array(readVarint(reader));
	let found = 0;
	if (list[0] === 1) {
		for (let byte = 0; byte < blockSize / 8; byte++) {
			for (let rest = list[reader.at + byte]!; rest !== 0; rest &= rest - 1) {
				numbers[found++] = byte * 8 + 31 - Math.clz32(rest & -rest);
			}
		}
		return numbers;
	}
	readVarint(reader);
	let number = -1;
	const { bytes } = reader;
	for (let { at } = reader; at < bytes.length;) {
		let byte = bytes[at++]!;
		let difference = byte & 127;
		for (let shift = 7; byte > 127; shift += 7) {
			byte = bytes[at++]!;
			difference += (byte & 127) << shift;
		}
		number += difference + 1;
		numbers[found++] = number;
	}
	return numbers;
}

/** The lists of some blocks and what came after them as one list of numbers below `size`. */
export function unpackBlocks(
	blocks: readonly { block: number; list: Uint8Array }[],
	size: number
): List {
	const counts = blocks.map(({ list }) => readVarint({ bytes: list, at: 1 }));
	const count = counts.reduce((sum, one) => sum + one, 0);
	if (count * 32 > size || blocks.some(({ list }) => list[0] === 1)) {
		const bits = bitset(Math.max(size, (blocks.at(-1)!.block + 1) * blockSize));
		const bytes = new Uint8Array(bits.buffer);
		for (const { block, list } of blocks) {
			const first = (block * blockSize) / 8;
			if (list[0] === 1) {
				const reader = { bytes: list, at: 1 };
				readVarint(reader);
				bytes.set(list.subarray(reader.at), first);
			} else {
				for (const number of unpack(list)) bytes[first + (number >>> 3)]! |= 1 << (number & 7);
			}
		}
		return { count, numbers: null, bits };
	}
	const numbers = new Uint32Array(count);
	let at = 0;
	for (const { block, list } of blocks) {
		for (const number of unpack(list)) numbers[at++] = block * blockSize + number;
	}
	return listOf(numbers);
}

function packBits(numbers: readonly number[] | Uint32Array): Uint8Array {
	const head = [1];
	writeVarint(head, numbers.length);
	const bits = new Uint8Array(blockSize / 8);
	for (const number of numbers) bits[number >>> 3]! |= 1 << (number & 7);
	return joined(head, bits, []);
}

function joined(head: number[], middle: Uint8Array, end: number[]): Uint8Array {
	const all = new Uint8Array(head.length + middle.length + end.length);
	all.set(head);
	all.set(middle, head.length);
	all.set(end, head.length + middle.length);
	return all;
}

function writeVarint(bytes: number[], value: number): void {
	let rest = value;
	for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
	bytes.push(rest);
}

function readVarint(reader: { bytes: Uint8Array; at: number }): number {
	let value = 0;
	for (let shift = 0; ; shift += 7) {
		const byte = reader.bytes[reader.at++];
		if (byte === undefined) throw new RangeError('A packed list ends too early');
		value += (byte & 127) << shift;
		if (byte < 128) return value;
	}
}
