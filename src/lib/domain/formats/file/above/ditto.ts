import type { Finding, Row } from '#lib/domain/formats/format.ts';
import { finding } from '#lib/domain/formats/file/detection.ts';

const above = /^[（(]?(?:[〃″”“"〻仝々]|''|同上|同じ|上に同じ|上記と同じ)[)）]?$/u;
const left = /^[（(]?(?:同左|左に同じ)[)）]?$/u;
/** What one of them has, so that other cells are passed quickly. */
const marks = /[〃″”“"〻仝々'同左上]/u;
const longest = 10;

/** Cells that stand for the one above or to the left, with what they stand for; each column is told once. */
export function withoutDitto(
	header: readonly string[],
	rows: readonly Row[]
): { rows: Row[]; warnings: Finding[] } {
	const last = new Map<string, string>();
	const told = new Map<string, { line: number; found: string; count: number }>();
	const read = rows.map((row): Row => {
		const own = new Map<string, string>();
		let beside = '';
		for (const column of header) {
			const cell = row.cells.get(column) ?? '';
			const isShort = cell.length <= longest && marks.test(cell);
			const text = !isShort ? '' : cell.replace(/[\s\u3000]+/gu, '');
			const meant = above.test(text) ? last.get(column) : left.test(text) ? beside : undefined;
			if (meant) {
				own.set(column, meant);
				const { count = 0, ...first } = told.get(column) ?? { line: row.line, found: cell };
				told.set(column, { ...first, count: count + 1 });
			}
			beside = meant || cell;
			last.set(column, beside);
		}
		return own.size === 0 ? row : { ...row, cells: new Map([...row.cells, ...own]) };
	});
	const warnings = [...told].map(([column, { line, found, count }]) => {
		const message = `「${found.trim()}」などの${count}か所は、上（または左）と同じこととして読みました。`;
		return finding(message, { line, column, kind: 'value', found });
	});
	return { rows: read, warnings };
}
