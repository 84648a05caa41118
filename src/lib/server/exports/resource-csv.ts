import { guard } from '#lib/domain/formats/cells/cells.ts';
import { csvOfGuarded } from '#lib/domain/formats/csv.ts';
import type { Database } from '#lib/server/database/client.ts';
import { selectionOf, type Asked } from './selection.ts';
import { cellsIn, columnsOf, contextOf } from './table.ts';

/** The product's own CSV, of cells that are not guarded yet. */
export const csvOf = (labels: string[], rows: string[][]): string =>
	csvOfGuarded([labels, ...rows.map((row) => row.map(guard))]);

/**
 * A region's resources as the product's own CSV: as they are now, or as an edition has them pinned.
 * Without `staff` only what the web may show today of those that may be shown there.
 */
export function exportCsv(
	db: Database,
	asked: Asked
): { text: string; rows: number; leftOut: number } {
	const selection = selectionOf(db, asked);
	const columns = columnsOf(selection);
	const rows = [...cellsIn(db, selection, columns, contextOf(db))].flat();
	const labels = columns.map(({ label }) => label);
	const { leftOut } = selection.about;
	return { text: csvOf(labels, rows), rows: rows.length, leftOut };
}
