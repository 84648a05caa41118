/** Whole numbers, each once, as `1-4 7 9-10`. */
export function rangesOf(numbers: Iterable<number>): string {
	const parts: [first: number, last: number][] = [];
	for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
		const open = parts.at(-1);
		if (open && open[1] === number - 1) open[1] = number;
		else parts.push([number, number]);
	}
	return parts.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(' ');
}

/** The numbers again, increasing. */
export function* numbersIn(ranges: string): Iterable<number> {
	for (const part of ranges.split(' ').filter(Boolean)) {
		const [first, last = first] = part.split('-').map(Number);
		for (let number = first!; number <= last!; number++) yield number;
	}
}
