import type { CellValue } from 'hucre/xlsx';
import { isDate, toDay } from '#lib/domain/calendar/calendar.ts';
import { guardTyped } from '#lib/domain/formats/cells/cells.ts';
import type { Column } from '#lib/domain/formats/column.ts';

/** What a spreadsheet takes for a letter by its number (ECMA-376, 22.9.2.19): the text itself is meant. */
const numbered = /_(?=x[0-9a-f]{4}_)/gi;
/** Before March 1900 spreadsheets count a day that never was. */
const firstDay = toDay('1900-03-01');

/** A text as the cell of its column: a number or a day where it is one, else a text, which loses no zero. */
export function typed(text: string, { cell }: Pick<Column, 'cell'>): CellValue {
	if (text === '') return null;
	if (cell === 'date' && isDate(text) && toDay(text) >= firstDay) {
		return new Date(`${text}T00:00:00Z`);
	}
	const isNumber = (cell === 'whole' || cell === 'decimal') && String(Number(text)) === text;
	// Spreadsheets show and keep fifteen digits.
	return isNumber && text.replace(/\D/g, '').length <= 15
		? Number(text)
		: guardTyped(text).replace(numbered, '_x005F_');
}

/** Texts that the library writes as errors unless they come in a run of letters. */
export const looksLikeError = (value: CellValue): value is string =>
	typeof value === 'string' && /^#[A-Z0-9/_]+[!?A-Z]$/.test(value);

const halfWidth = /^[\uff61-\uff9f]$/;

/** In half widths, as columns are measured: 漢字 are two wide. */
export function widthOf(line: string): number {
	let width = 0;
	for (const letter of line) width += letter <= '\u00ff' || halfWidth.test(letter) ? 1 : 2;
	return width;
}
