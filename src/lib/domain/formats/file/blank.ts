const nothing = /^[\s\p{Cf}\p{Cc}]*$/u;

/** Nothing that a person sees. */
export function isBlank(cell: string | undefined): boolean {
	if (cell === undefined || cell === '') return true;
	const first = cell.charCodeAt(0);
	// Letters of Latin, kana and kanji need no pattern.
	if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xa000)) return false;
	return nothing.test(cell);
}

/** Places of the cells that hold something. */
export function filledPlaces(cells: readonly string[]): number[] {
	const places: number[] = [];
	for (let place = 0; place < cells.length; place++) {
		if (!isBlank(cells[place])) places.push(place);
	}
	return places;
}

/** What a row says; a merged area says it once. */
export function saidIn(cells: readonly string[]): string[] {
	return [...new Set(cells.filter((cell) => !isBlank(cell)))];
}

export const textOf = (cells: readonly string[]) =>
	saidIn(cells).join(' ').replace(/\s+/gu, ' ').trim().slice(0, 200);
