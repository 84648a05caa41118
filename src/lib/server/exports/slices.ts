import { setImmediate } from 'node:timers/promises';

/** How many resources are read or written before readers are answered. */
export const sliceSize = 400;

/** What `write` makes of a list, a slice at a time. */
export async function inSlices<T, Part>(
	all: readonly T[],
	write: (slice: T[]) => Part,
	size = sliceSize
): Promise<Part[]> {
	const parts: Part[] = [];
	for (let from = 0; from < all.length; from += size) {
		parts.push(write(all.slice(from, from + size)));
		await setImmediate();
	}
	return parts;
}

/** All of the pages of an iterator that makes each when it is asked. */
export async function gathered<T>(pages: Iterable<T[]>): Promise<T[]> {
	const all: T[] = [];
	for (const page of pages) {
		for (const one of page) all.push(one);
		await setImmediate();
	}
	return all;
}
