import { stringify } from 'csv-stringify/sync';
import { sampleMark } from '#lib/domain/region/sample.ts';
import { guard } from './cells/cells.ts';

type Cell = string | number | null;

/** As spreadsheets in Japan open it: UTF-8 with a mark, CRLF, formulas kept from running. */
export const csv = (rows: Cell[][]): string =>
	csvOfGuarded(
		rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guard(cell) : cell)))
	);

/** More lines of the same file. */
export const csvLines = (rows: string[][]): string =>
	stringify(
		rows.map((row) => row.map(guard)),
		lines
	);

/** With a column that says of each line that it is invented. */
export const marked = <C extends Cell>(rows: C[][], isSample: boolean): (C | string)[][] =>
	isSample ? rows.map((row, at) => [...row, at === 0 ? '見本' : sampleMark]) : rows;

/** Of cells that are guarded already. A cell with a line's end of either kind is quoted (RFC 4180, 2.6). */
export const csvOfGuarded = (rows: Cell[][]): string => stringify(rows, { ...lines, bom: true });

const lines = { quoted_match: /[\r\n]/, record_delimiter: '\r\n' };
