import type { Reading, Row } from '#lib/domain/formats/format.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import type { Mapping } from './mapping.ts';
import type { Sheet } from './row/sheet.ts';

/** Whether a column has a value in every row, and nowhere the same twice: numbers that tell rows apart. */
function isUnique(rows: readonly Row[], column: string): boolean {
	const seen = new Set<string>();
	return rows.every(({ cells }) => {
		const value = tidy(cells.get(column) ?? '');
		const isNew = value !== '' && !seen.has(value);
		seen.add(value);
		return isNew;
	});
}

/** Under which number a row is known: none where the file's numbers do not tell its rows apart. */
export function numberingOf(
	mapping: Mapping,
	rows: readonly Row[]
): (sheet: Sheet) => Reading['source'] {
	const { source } = mapping;
	const columns = mapping.columns.filter(({ to }) => to === 'number').map(({ from }) => from);
	const column = columns.length === 1 ? columns[0]! : null;
	if (!source || !column || !isUnique(rows, column)) return () => null;
	return (sheet) => {
		const number = sheet.text('number');
		const code = sheet.text('publisher_code') || sheet.text('municipality_code');
		if (!number || (source.includes('{code}') && !code)) return null;
		return { source: source.replaceAll('{code}', code), number };
	};
}
