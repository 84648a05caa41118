import {
	cellRef,
	colToLetter,
	writeXlsx,
	type Cell,
	type CellStyle,
	type CellValue,
	type ColumnDef,
	type WriteOptions,
	type WriteSheet
} from 'hucre/xlsx';
import type { Column, PlainColumn } from '#lib/domain/formats/column.ts';
import { notesOf, type About } from '#lib/domain/formats/export/about.ts';
import { choicesSheet, validationOf, type Choices } from './choices.ts';
import { hintOf } from './hints.ts';
import { looksLikeError, typed, widthOf } from './typed.ts';

const rowsSheet = '資源';
const notesSheet = '説明';

/** Rows below the last one that are texts already, where new places are written. */
const spare = 100;
/** Rows that are looked at to find how wide a column has to be. */
const measured = 300;
const [narrowest, widest] = [8, 42];
/** Of a longer text the rest is seen in its cell. */
const mostLines = 4;
const pointsPerLine = 15;

const head: CellStyle = {
	font: { bold: true },
	fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } },
	alignment: { vertical: 'center', wrapText: true },
	numFmt: '@'
};
const wrapped: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const styles: Record<NonNullable<Column['cell']> | 'text' | 'id', CellStyle> = {
	id: { numFmt: '@', alignment: { vertical: 'top' }, font: { color: { rgb: '767676' } } },
	text: { numFmt: '@', ...wrapped },
	whole: { numFmt: '0', alignment: { vertical: 'top' } },
	decimal: { numFmt: 'General', alignment: { vertical: 'top' } },
	date: { numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top', horizontal: 'left' } }
};

export type Book = {
	columns: readonly PlainColumn[];
	/** Cells of each row in the order of the columns, unguarded. */
	rows: readonly (readonly string[])[];
	choices: readonly Choices[];
	about: About;
};

/** A workbook of resources: the same bytes for the same book. */
export async function workbook(book: Book): Promise<Uint8Array> {
	const modified = new Date(`${book.about.on ?? '2000-01-01'}T00:00:00Z`);
	return writeXlsx({
		sheets: [sheetOfRows(book), sheetOfNotes(book), sheetOfChoices(book)],
		properties: { title: book.about.title, created: modified, modified },
		namedRanges: [filterOf(book)],
		defaultFont: { name: 'Yu Gothic', size: 11 }
	});
}

/** Without this name some programs show no filter. */
const filterOf = ({ columns, rows }: Book): NonNullable<WriteOptions['namedRanges']>[number] => ({
	name: '_xlnm._FilterDatabase',
	scope: rowsSheet,
	range: `'${rowsSheet}'!$A$1:$${colToLetter(columns.length - 1)}$${rows.length + 1}`
});

/** Nobody reads it: it may be cut off at the edge of its column. */
const isCut = ({ code, isHidden }: Pick<Column, 'code' | 'isHidden'>) =>
	code === 'id' || isHidden === true;

const styleOf = (column: PlainColumn): CellStyle =>
	styles[isCut(column) ? 'id' : (column.cell ?? 'text')];

function sheetOfRows({ columns, rows, choices, about }: Book): WriteSheet {
	const last = rows.length + 1 + (about.staff ? spare : 0);
	const widths = columns.map((column, place) => columnWidth(column, place, rows));
	const cells = new Map<string, Partial<Cell>>();
	columns.forEach((_, place) => cells.set(`0,${place}`, { style: head }));
	const values = rows.map((row, at) =>
		columns.map((column, place) => {
			const value = typed(row[place]!, column);
			if (looksLikeError(value)) cells.set(`${at + 1},${place}`, { richText: [{ text: value }] });
			return value;
		})
	);
	const empty: CellValue[] = columns.map(() => null);
	return {
		name: rowsSheet,
		columns: columns.map((column, place): ColumnDef => ({
			...{ width: widths[place]!, style: styleOf(column), hidden: column.isHidden ?? false }
		})),
		rows: [
			columns.map(({ label }) => label),
			...values,
			...Array.from({ length: last - 1 - rows.length }, () => empty)
		],
		cells,
		rowDefs: new Map(rows.map((row, at) => [at + 1, { height: heightOf(row, widths) }])),
		freezePane: { rows: 1, columns: columns.findIndex(({ code }) => code === 'name') + 1 },
		autoFilter: { range: `A1:${cellRef(rows.length, columns.length - 1)}` },
		dataValidations: columns.flatMap(
			(column, place) =>
				validationOf(column, { letter: colToLetter(place), last }, choices, colToLetter) ?? []
		)
	};
}

function columnWidth(column: PlainColumn, place: number, rows: Book['rows']): number {
	let width = widthOf(column.label) + 3;
	if (isCut(column)) return width;
	for (const row of rows.slice(0, measured)) {
		for (const line of row[place]!.split('\n')) width = Math.max(width, widthOf(line) + 1);
	}
	return Math.min(widest, Math.max(narrowest, width));
}

function heightOf(row: readonly string[], widths: readonly number[]): number {
	let most = 1;
	row.forEach((cell, place) => {
		// A UUID in a narrow column stays one line.
		const isShort = cell.length * 2 <= widths[place]! || /^[0-9a-f-]{36}$/.test(cell);
		if (most >= mostLines || (isShort && !cell.includes('\n'))) return;
		const lines = cell
			.split('\n')
			.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / widths[place]!)), 0);
		most = Math.min(mostLines, Math.max(most, lines));
	});
	return most * pointsPerLine + 3;
}

const notesWidths = [28, 70, 42];

/** Column by column what is meant, below what the file is. */
function sheetOfNotes({ columns, about }: Book): WriteSheet {
	const notes = [...notesOf(about), ...(about.staff ? waysBack : [])];
	const rows: string[][] = [
		...notes.map((line) => [line]),
		[],
		['列', '書くこと', '例'],
		...columns.map((column) => [column.label, hintOf(column), column.example])
	];
	const cells = new Map<string, Partial<Cell>>();
	for (const place of [0, 1, 2]) cells.set(`${notes.length + 1},${place}`, { style: head });
	const across = { startCol: 0, endCol: 2 };
	return {
		name: notesSheet,
		columns: notesWidths.map((width) => ({ width, style: { numFmt: '@', ...wrapped } })),
		rows,
		cells,
		pageSetup: {
			...{ paperSize: 'a4', orientation: 'landscape' },
			...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
		},
		merges: notes.map((_, at) => ({ startRow: at, endRow: at, ...across })),
		rowDefs: new Map(
			rows.map((row, at) => [
				at,
				{ height: heightOf(row, at < notes.length ? [140] : notesWidths) }
			])
		)
	};
}

const waysBack = [
	'この表に書いて、編集室の「取り込み」に戻せます。直した列だけが変わります。',
	'列は、並べかえても、消しても（その列はいまのままになります）かまいません。見出しと「資源ID」は変えないでください。',
	'新しい資源は、下の空いた行に「資源ID」を空けて書きます。同じ行を写したときは「資源ID」を消します。',
	'行を消しても、資源は消えません。マスを空にすると「未確認」になります。',
	'隠してある「元の改訂」は、書き出したあとにほかの人が直したところを見分けるためのものです。'
];

function sheetOfChoices({ choices }: Book): WriteSheet {
	const longest = Math.max(0, ...choices.map(({ words }) => words.length));
	const cells = new Map<string, Partial<Cell>>();
	choices.forEach((_, place) => cells.set(`0,${place}`, { style: head }));
	return {
		name: choicesSheet,
		columns: choices.map(({ label, words }) => ({
			width: Math.min(widest, Math.max(...[label, ...words].map(widthOf)) + 3),
			style: { numFmt: '@' }
		})),
		rows: [
			choices.map(({ label }) => label),
			...Array.from({ length: longest }, (_, at) => choices.map(({ words }) => words[at] ?? null))
		],
		cells,
		freezePane: { rows: 1 }
	};
}
