import { readXlsx, type CellValue } from 'hucre/xlsx';
import type { Row } from '#lib/domain/formats/format.ts';

const textOf = (value: CellValue | undefined): string =>
	value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');

/** The rows of the first sheet of a workbook as texts by the names of its columns. */
export async function rowsOfSheet(bytes: Uint8Array): Promise<Row[]> {
	const [sheet] = (await readXlsx(bytes)).sheets;
	const [header = [], ...rows] = sheet!.rows;
	return rows
		.map((cells, at) => ({
			line: at + 2,
			cells: new Map(header.map((name, place) => [textOf(name), textOf(cells[place])]))
		}))
		.filter(({ cells }) => [...cells.values()].some((text) => text !== ''));
}
