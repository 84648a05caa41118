import type { Cell, Sheet } from 'hucre/xlsx';
import { isBlank } from '#lib/domain/formats/file/blank.ts';
import { finding, type Line } from '#lib/domain/formats/file/detection.ts';
import { columnLetters } from '#lib/domain/formats/file/names.ts';
import type { Finding } from '#lib/domain/formats/format.ts';
import { dateText, japaneseDateText } from './date-text.ts';
import { mergedInto } from './merged.ts';
import { formattedNumber } from './number-text.ts';

/** Something odd about a cell, by the place of its column. */
export type OddCell = { line: number; place: number; found: string | null; message: string };
export type Content = { lines: Line[]; odd: OddCell[]; warnings: Finding[] };

const mostOdd = 200;

/** Rows as a person sees them; a merged area holds its text in every cell. */
export function contentOf(sheet: Sheet): Content {
	const odd: OddCell[] = [];
	const rows = sheet.rows.map((cells, row) =>
		trimmed(
			cells.map((value, place) => {
				if (value === null) return '';
				const cell = isPlain(value) ? undefined : sheet.cells?.get(`${row},${place}`);
				const { text, message } = cellText(value, cell);
				if (message && odd.length < mostOdd) {
					odd.push({ line: row + 1, place, found: text === '' ? String(value) : text, message });
				}
				return text;
			})
		)
	);
	odd.push(...withoutResult(sheet).slice(0, mostOdd));
	const merged = mergedInto(rows, sheet.merges ?? []);
	const lines = rows.map((cells, at): Line => {
		const line = { line: at + 1, cells };
		return merged.continuing.has(at) ? { ...line, continues: true } : line;
	});
	const last = lines.findLastIndex(({ cells }) => cells.length > 0);
	return { lines: lines.slice(0, last + 1), odd, warnings: hidden(sheet, lines) };
}

type Value = Sheet['rows'][number][number];

const isPlain = (value: Value) => typeof value === 'string' && !value.startsWith('#');

function cellText(value: Value, cell: Cell | undefined): { text: string; message?: string } {
	const format = cell?.style?.numFmt;
	if (cell?.type === 'error') {
		return { text: '', message: `計算の誤り（${String(value)}）です。空として読みました。` };
	}
	if (typeof value === 'number') {
		return { text: japaneseDateText(value, format) ?? formattedNumber(value, format) };
	}
	if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
	if (value instanceof Date) {
		const text = dateText(value, format);
		return text === null
			? { text: '', message: '日付として読めない値です。空として読みました。' }
			: { text };
	}
	return { text: String(value).replace(/\r\n?/g, '\n') };
}

/** A formula that nothing has calculated shows nothing. */
function withoutResult(sheet: Sheet): OddCell[] {
	const odd: OddCell[] = [];
	for (const [key, { formula, value }] of sheet.cells ?? []) {
		if (!formula || value !== null) continue;
		const [row = 0, place = 0] = key.split(',').map(Number);
		const message = '計算式の結果が入っていません。空として読みました。';
		odd.push({ line: row + 1, place, found: `=${formula}`.slice(0, 80), message });
	}
	return odd;
}

function trimmed(cells: string[]): string[] {
	const last = cells.findLastIndex((cell) => cell !== '');
	return last + 1 < cells.length ? cells.slice(0, last + 1) : cells;
}

function hidden(sheet: Sheet, lines: readonly Line[]): Finding[] {
	const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const columns = (sheet.columns ?? [])
		.slice(0, width)
		.flatMap((column, place) => (column.hidden ? [place] : []))
		.filter((place) => lines.some(({ cells }) => !isBlank(cells[place])));
	const rows = lines.filter(({ cells }, at) => cells.length > 0 && sheet.rowDefs?.get(at)?.hidden);
	const warnings: Finding[] = [];
	const some = (names: string[]) =>
		names.slice(0, 5).join('、') + (names.length > 5 ? `など${names.length}` : '');
	if (columns.length > 0) {
		const names = some(columns.map((place) => `${columnLetters(place)}列`));
		warnings.push(finding(`表示されていない列（${names}）も読みました。`, { kind: 'header' }));
	}
	if (rows.length > 0) {
		const names = some(rows.map(({ line }) => `${line}行目`));
		const message = `表示されていない行（${names}）も読みました。`;
		warnings.push(finding(message, { line: rows[0]!.line }));
	}
	return warnings;
}
