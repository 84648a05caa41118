import type { MergeRange } from 'hucre/xlsx';

/** Areas that cover more than this together are a trap, not a table. */
const mostCells = 1_000_000;

/** Writes the text of a merged area into all its cells, and says which rows mostly go on with the one above. */
export function mergedInto(rows: string[][], merges: readonly MergeRange[]) {
	const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
	const fromAbove = new Map<number, number>();
	const continuing = new Set<number>();
	let left = mostCells;
	for (const { startRow, startCol, endRow, endCol } of merges) {
		const text = rows[startRow]?.[startCol] ?? '';
		const [lastRow, lastCol] = [Math.min(endRow, rows.length - 1), Math.min(endCol, width - 1)];
		left -= Math.max(0, lastRow - startRow + 1) * Math.max(0, lastCol - startCol + 1);
		if (left < 0) break;
		if (text === '') continue;
		for (let row = startRow; row <= lastRow; row++) {
			const cells = rows[row]!;
			while (cells.length < startCol) cells.push('');
			for (let place = startCol; place <= lastCol; place++) cells[place] = text;
			if (row > startRow) fromAbove.set(row, (fromAbove.get(row) ?? 0) + lastCol - startCol + 1);
		}
	}
	for (const [row, merged] of fromAbove) {
		const filled = rows[row]!.filter((cell) => cell !== '').length;
		if (merged >= 2 && merged * 2 > filled) continuing.add(row);
	}
	return { continuing };
}
