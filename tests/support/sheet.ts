import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { formatOf } from '#lib/domain/formats/all.ts';
import { csvOfGuarded } from '#lib/domain/formats/csv.ts';
import type { Row } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import { importFile, type Report } from '#lib/server/imports/index.ts';
import { readTable } from '#lib/server/imports/file/table.ts';

/** A file read as an import reads it. */
export async function tableOf(bytes: Uint8Array) {
	const read = await readTable(bytes, { isHeader: (names) => formatOf(names) !== undefined });
	if ('problems' in read) throw new Error(JSON.stringify(read.problems));
	return read;
}

export const rowsOf = async (bytes: Uint8Array): Promise<Row[]> =>
	(await tableOf(bytes)).table.rows;

/** The report on a file that comes back; of a workbook, on the cells that are read from it. */
export async function importAgain(
	db: Database,
	body: string | Uint8Array,
	more: { year: number; region?: string; at: Date }
): Promise<Report> {
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
	const given = isWorkbook ? await asText(bytes) : bytes;
	return importFile(db, { fileName: 'export', bytes: given, by: 'operator', ...more });
}

async function asText(bytes: Uint8Array): Promise<Uint8Array> {
	const { table } = await tableOf(bytes);
	const rows = table.rows.map(({ cells }) => table.header.map((name) => cells.get(name) ?? ''));
	return new TextEncoder().encode(csvOfGuarded([table.header, ...rows]));
}

/** A workbook in which somebody has written: row (1: the first below the header), column, what. */
export async function written(
	bytes: Uint8Array,
	edits: readonly (readonly [row: number, column: string, value: string | number | Date | null])[]
): Promise<Uint8Array> {
	const book = await openXlsx(bytes);
	const { rows, cells } = book.sheets[0]!;
	for (const [row, column, value] of edits) {
		const place = rows[0]!.indexOf(column);
		if (place < 0) throw new Error(`There is no column ${column}`);
		rows[row]![place] = value;
		cells?.delete(`${row},${place}`);
	}
	return saveXlsx(book);
}
