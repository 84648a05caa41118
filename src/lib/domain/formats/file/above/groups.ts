import type { Finding, Row } from '#lib/domain/formats/format.ts';
import { isBlank } from '#lib/domain/formats/file/blank.ts';
import { isValue, shapeOf } from '#lib/domain/formats/file/cell-shape.ts';
import { finding } from '#lib/domain/formats/file/detection.ts';

const fewestRows = 4;

/**
 * A spreadsheet saved as CSV keeps of a merged group only its first cell. The columns before the first
 * that every row fills are filled down where they look like that: no two neighbours say the same.
 */
export function filledGroups(
	header: readonly string[],
	rows: readonly Row[]
): { rows: Row[]; warnings: Finding[] } {
	const groups = groupColumns(header, rows);
	if (groups.length === 0) return { rows: [...rows], warnings: [] };
	const last = new Map<string, string>();
	const told = new Map<string, { line: number; count: number }>();
	const filled = rows.map((row): Row => {
		const own = new Map<string, string>();
		for (const [at, column] of groups.entries()) {
			const cell = row.cells.get(column) ?? '';
			if (!isBlank(cell)) {
				last.set(column, cell);
				// A new group has no part of the one before.
				for (const inner of groups.slice(at + 1)) last.delete(inner);
				continue;
			}
			const group = last.get(column);
			if (group === undefined) continue;
			own.set(column, group);
			const { line, count } = told.get(column) ?? { line: row.line, count: 0 };
			told.set(column, { line, count: count + 1 });
		}
		return own.size === 0 ? row : { ...row, cells: new Map([...row.cells, ...own]) };
	});
	const warnings = [...told].map(([column, { line, count }]) => {
		const message = `空欄の${count}か所は、上の行と同じまとまりとして読みました。`;
		return finding(message, { line, column, kind: 'value', found: '' });
	});
	return { rows: filled, warnings };
}

function groupColumns(header: readonly string[], rows: readonly Row[]): string[] {
	if (rows.length < fewestRows) return [];
	const cellsOf = (column: string) => rows.map(({ cells }) => cells.get(column) ?? '');
	const isFull = (cells: readonly string[]) => cells.every((cell) => !isBlank(cell));
	const groups: string[] = [];
	for (const column of header) {
		const cells = cellsOf(column);
		if (isFull(cells)) {
			if (shapeOf(cells[0]) === 'number') continue;
			return groups;
		}
		if (!isGroup(cells)) return [];
		groups.push(column);
	}
	return [];
}

function isGroup(cells: readonly string[]): boolean {
	const said = cells.filter((cell) => !isBlank(cell));
	return (
		!isBlank(cells[0]) &&
		said.length * 10 <= cells.length * 7 &&
		!said.some(isValue) &&
		said.every((cell, at) => cell !== said[at - 1])
	);
}
