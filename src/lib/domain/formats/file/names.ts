import type { Finding } from '#lib/domain/formats/format.ts';
import { isBlank } from './blank.ts';
import { finding, type Line } from './detection.ts';

export const maxColumns = 200;

/** A heading, without what a spreadsheet leaves in it. */
export const nameOf = (cell: string) =>
	cell
		.normalize('NFC')
		.replaceAll('＿', '_')
		.replace(/[\s\p{Cf}\p{Cc}\p{Cs}]+/gu, ' ')
		.trim();

/** A, B, … Z, AA as a spreadsheet calls its columns. */
export const columnLetters = (place: number): string =>
	(place >= 26 ? columnLetters(Math.floor(place / 26) - 1) : '') +
	String.fromCharCode(65 + (place % 26));

type Columns = { places: Map<string, number>; warnings: Finding[] };

/**
 * A name for every column that has one or holds something: twice the same name gets 「 (2)」, none
 * its letter.
 */
export function columnsOf(names: readonly string[], rows: readonly Line[], at: number): Columns {
	const filled = firstFilled(rows);
	const width = Math.min(maxColumns, Math.max(names.length, filled.length));
	const places = new Map<string, number>();
	const warnings: Finding[] = [];
	const free = (name: string) => {
		if (!places.has(name)) return name;
		let count = 2;
		while (places.has(`${name} (${count})`)) count++;
		return `${name} (${count})`;
	};
	for (let place = 0; place < width; place++) {
		const name = names[place] ?? '';
		const first = filled[place];
		if (name === '' && first === undefined) continue;
		const own = free(name === '' ? `${columnLetters(place)}列` : name);
		places.set(own, place);
		if (at === 0) continue;
		if (name === '') {
			const message = `見出しのない列（${columnLetters(place)}列）に中身があります。「${own}」と呼びます。`;
			const { line, cells } = first!;
			warnings.push(finding(message, { line, column: own, kind: 'header', found: cells[place]! }));
		} else if (own !== name) {
			const message = `見出し「${name}」が2つ以上あります。${columnLetters(place)}列のものを「${own}」と呼びます。`;
			warnings.push(finding(message, { line: at, column: own, kind: 'header', found: name }));
		}
	}
	return { places, warnings: [...warnings, ...beyond(filled)] };
}

function beyond(filled: readonly (Line | undefined)[]): Finding[] {
	const first = filled.slice(maxColumns).find((line) => line !== undefined);
	if (!first) return [];
	const message = `${maxColumns}列より右（${columnLetters(maxColumns)}列から）に中身がありますが、読みません。`;
	return [finding(message, { line: first.line, kind: 'header' })];
}

/** For each column the first row that says something in it. */
function firstFilled(rows: readonly Line[]): (Line | undefined)[] {
	const filled: (Line | undefined)[] = [];
	for (const row of rows) {
		for (let place = 0; place < row.cells.length; place++) {
			if (filled[place] === undefined && !isBlank(row.cells[place])) filled[place] = row;
		}
	}
	return filled;
}
