import { guardTyped } from '#lib/domain/formats/cells/cells.ts';
import type { Column } from '#lib/domain/formats/column.ts';
import { notesOf, type About } from './about.ts';

const jsonFormat = 'resource-json';

/** The rows of a file as objects by the codes of the columns; numbers are numbers, what is empty is null. */
export const resourceJson = (columns: readonly Column[], rows: Rows, about: About): string =>
	wholeJson(columns, [jsonLines(columns, rows)], about);

type Rows = readonly (readonly string[])[];

/** Some of the rows: one resource a line, so that two files can be compared. */
export const jsonLines = (columns: readonly Column[], rows: Rows): string =>
	rows
		.map((row) =>
			Object.fromEntries(columns.map((column, at) => [column.code, valueOf(row[at]!, column)]))
		)
		.map((one) => JSON.stringify(one))
		.join(',\n');

/** The file of all such lines. */
export function wholeJson(
	columns: readonly Column[],
	parts: readonly string[],
	about: About
): string {
	const { title, on, staff, isSample } = about;
	const head = {
		...{ format: jsonFormat, version: 1, title, on, staff, sample: isSample },
		notes: notesOf(about),
		columns: Object.fromEntries(columns.map(({ code, label }) => [code, label]))
	};
	return `${JSON.stringify(head).slice(0, -1)},"resources":[\n${parts.join(',\n')}\n]}\n`;
}

function valueOf(text: string, { cell }: Column): string | number | null {
	if (text === '') return null;
	const isNumber = (cell === 'whole' || cell === 'decimal') && String(Number(text)) === text;
	return isNumber ? Number(text) : guardTyped(text);
}
