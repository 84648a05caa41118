/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
	const percent = (share: number) => next() * 100 < share;
	/** `count` of the list, none twice, in the order of their drawing. */
	const some = <T>(list: readonly T[], count: number): T[] => {
		const left = [...list];
		return Array.from({ length: Math.min(count, left.length) }, () => {
			const [drawn] = left.splice(below(left.length), 1);
			return drawn!;
		});
	};
	return { below, one, percent, some };
}

export type Dice = ReturnType<typeof dice>;
