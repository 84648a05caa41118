import { columns } from '#lib/domain/formats/resource-columns.ts';
import type { Cell, Sheet } from './sheet.ts';

/** Columns whose cells are taken into account elsewhere. */
const elsewhere = new Set(['id', 'source', 'number']);

/** What our own columns read, in their order; what one cannot read is kept for staff. */
export function readOwn(sheet: Sheet, without: ReadonlySet<string> = new Set()): void {
	for (const column of columns) {
		const cells = sheet.of(column.code);
		if (cells.length === 0 || elsewhere.has(column.code) || without.has(column.code)) continue;
		const cell = { from: cells[0]!.from, text: joined(cells) };
		const failed = new Set<string>();
		column.read(cell.text, sheet.draft, sheet.context, (message) => failed.add(message));
		for (const message of failed) sheet.keep(cell, 'value', message);
	}
}

/** Of several columns that become one text, the later ones are named. */
const joined = ([first, ...more]: Cell[]): string =>
	[first!.text, ...more.map(({ from, text }) => `${from}：${text}`)].join('\n');
