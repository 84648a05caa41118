import type { Context, Row } from '#lib/domain/formats/format.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import type { Mapping } from './mapping.ts';
import type { Cell } from './sheet.ts';
import type { Target } from './targets.ts';

/** What people write where there is nothing to write. */
const nothing = /^(?:[-‐‑–—―−ー－/／*＊・…]{1,4}|なし|無し|ナシ|該当なし|n\/?a|null)$/i;

/** The cells of a row by what they become, each with its column; constants where a row says nothing. */
export function cellsOf(mapping: Mapping, row: Row, _context: Context): Map<Target, Cell[]> {
	const cells = new Map<Target, Cell[]>();
	const add = (to: Target, cell: Cell) => cells.set(to, [...(cells.get(to) ?? []), cell]);
	for (const { from, to } of mapping.columns) {
		const text = tidy(row.cells.get(from) ?? '');
		if (to === null || text === '' || nothing.test(text)) continue;
		add(to, { from, text });
	}
	for (const [to, text] of Object.entries(mapping.constants ?? {})) {
		if (text && !cells.has(to)) add(to, { from: mapping.name, text });
	}
	return cells;
}
