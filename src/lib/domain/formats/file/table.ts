import type { Finding, Row } from '#lib/domain/formats/format.ts';
import { forbiddenLetter } from '#lib/domain/input/letters.ts';
import { textOf } from './blank.ts';
import { bodyOf } from './body.ts';
import { finding, refuse } from './detection.ts';
import type { Choices, Detected, Line, Problems, Skipped } from './detection.ts';
import { decode } from './encoding.ts';
import { headerOf, type Header } from './header.ts';
import { readJson } from './json.ts';
import { withoutUnseen } from './letters.ts';
import { columnsOf, maxColumns } from './names.ts';
import { delimiterOf, recordsOf } from './csv-rows.ts';
import { RowCells } from './row-cells.ts';
import { kindOf, textProblem } from './signature.ts';
import { misshapen } from './widths.ts';
import type { OddCell } from './xlsx/sheet.ts';
import { readWorkbook, type Archive } from './xlsx/workbook.ts';

export type { Choices, Delimiter, Detected, Encoding, Skipped } from './detection.ts';
export { maxColumns } from './names.ts';
export const maxBytes = 50 * 1024 * 1024;
export const maxRows = 100_000;

export type Table = {
	header: string[];
	headerLine: number;
	rows: Row[];
	skipped: Skipped[];
	detected: Detected;
};
export type TableOutcome = { table: Table; warnings: Finding[] } | Problems;
export type TableOptions = {
	choices?: Choices | undefined;
	/** Whether these are the names of columns; otherwise the likeliest row is taken. */
	isHeader?: (names: string[]) => boolean;
	onProgress?: (done: number, total: number) => void;
};

/** The rows of a workbook (XLSX) whose archive was inspected; or why not. */
export async function readWorkbookTable(
	bytes: Uint8Array,
	archive: Archive,
	options: TableOptions = {}
): Promise<TableOutcome> {
	const { choices = {}, isHeader = () => false, onProgress = () => {} } = options;
	const read = await readWorkbook(bytes, archive, { sheet: choices.sheet, maxRows, isHeader });
	if ('problems' in read) return read;
	onProgress(bytes.length, bytes.length);
	const { lines, odd, warnings, sheet, sheets } = read;
	const found = { kind: 'workbook' as const, encoding: null, delimiter: null, sheet, sheets };
	return tableOf(lines, { found, warnings, odd, options, isClean: false });
}

/** The rows of a text (CSV, TSV, JSON) by column name; or why not. */
export function readTextTable(bytes: Uint8Array, options: TableOptions = {}): TableOutcome {
	if (bytes.length === 0) return refuse('ファイルが空です。');
	if (bytes.length > maxBytes) return refuse('ファイルが大きすぎます（50MBまでです）。');
	const kind = kindOf(bytes);
	if (kind === 'archive') {
		return refuse('エクセルのファイル（.xlsx）です。「CSV UTF-8」で保存しなおしてください。');
	}
	if (kind !== 'text') return kind;
	const { choices = {}, onProgress = () => {} } = options;
	const decoded = decode(bytes, choices.encoding);
	if ('problems' in decoded) return decoded;
	// Systems end lines in three ways, and files that two of them wrote in several.
	const text = decoded.text.replace(/\r\n?/g, '\n');
	if (text.trim() === '') return refuse('ファイルが空です。');
	const problem = notText(text) ?? textProblem(text);
	if (problem) return problem;
	const { encoding, warnings } = decoded;
	const place = { encoding, sheet: null, sheets: [] };
	const json = readJson(text);
	if (json && 'problems' in json) return json;
	if (json) {
		const found = { kind: 'json' as const, delimiter: null, ...place };
		return tableOf(json.lines, { found, warnings, options, names: json.names, isClean: false });
	}
	const delimiter = choices.delimiter ?? delimiterOf(text);
	const progress = (share: number) => onProgress(Math.round(share * bytes.length), bytes.length);
	const records = recordsOf(text, delimiter, maxRows + 1, progress);
	if (records.tooMany) return refuse('行が多すぎます（10万行までです）。');
	onProgress(bytes.length, bytes.length);
	const found = { kind: 'text' as const, delimiter, ...place };
	const isClean = forbiddenLetter(text) === null;
	const all = [...warnings, ...oddQuotes(records.oddQuotes)];
	return tableOf(records.lines, { found, warnings: all, options, isClean });
}

/** One zero may be damage; many are no text. */
function notText(text: string): Problems | null {
	const zero = text.indexOf('\0');
	if (zero < 0 || text.split('\0').length * 100 < text.length) return null;
	const line = text.slice(0, zero).split('\n').length;
	const message = '文字ではないもの（NUL）が入っています。CSVではないようです。';
	return refuse(message, { line, kind: 'letters' });
}

const mostTold = 20;

function oddQuotes(lines: readonly number[]): Finding[] {
	const message = '引用符（"）の位置がおかしいので、閉じていない引用符は文字として読みました。';
	return lines.slice(0, mostTold).map((line) => finding(message, { line }));
}

type Parts = {
	found: Omit<Detected, 'headerLine' | 'headerLines'>;
	warnings: Finding[];
	odd?: OddCell[];
	options: TableOptions;
	/** Names that the file gives with every row. */
	names?: string[];
	/** No letter stands in it that no text may hold. */
	isClean: boolean;
};

function tableOf(lines: readonly Line[], parts: Parts): TableOutcome {
	const { options, found, odd = [] } = parts;
	const { choices = {}, isHeader = () => false } = options;
	if (!lines.some(({ cells }) => textOf(cells) !== '')) return refuse('ファイルが空です。');
	const header: Header = parts.names
		? { at: -1, count: 0, begins: 0, names: parts.names }
		: headerOf(lines, choices, isHeader);
	const headerLine = lines[header.at]?.line ?? 0;
	const named = header.names.findLastIndex((name) => name !== '') + 1;
	if (named > maxColumns) {
		return refuse(`列が多すぎます（${maxColumns}列までです）。`, {
			line: headerLine,
			kind: 'header'
		});
	}
	const below = lines.slice(header.begins);
	const widest = Math.max(named, below[0]?.cells.length ?? 0);
	const own = header.at < 0 ? [] : lines.slice(header.at, header.at + header.count);
	const width = found.kind === 'text' ? (own[0]?.cells.length ?? widest) : widest;
	const body = bodyOf(below, own, { width, isText: found.kind === 'text' });
	if (body.rows.length === 0) {
		return refuse('見出しの行だけで、中身がありません。', { line: headerLine || null });
	}
	const isNamed = header.at >= 0 || parts.names !== undefined;
	const columns = columnsOf(header.names.slice(0, named), body.rows, isNamed ? headerLine || 1 : 0);
	const names = new Map([...columns.places].map(([name, place]) => [place, name]));
	const clean = parts.isClean
		? { lines: body.rows, warnings: [] }
		: withoutUnseen(body.rows, names);
	const titles = lines
		.slice(0, Math.max(0, header.at < 0 ? header.begins : header.at))
		.filter(({ cells }) => textOf(cells) !== '')
		.map(({ line, cells }): Skipped => ({ line, reason: 'title', text: textOf(cells) }));
	const warnings = [
		...parts.warnings,
		...(isNamed ? [] : [finding(noHeader, { kind: 'header' })]),
		...columns.warnings,
		...(found.kind === 'text' ? misshapen(body.rows, width) : []),
		...odd.map(({ line, place, found, message }) =>
			finding(message, { line, column: names.get(place) ?? null, kind: 'value', found })
		),
		...clean.warnings
	];
	const table = {
		header: [...columns.places.keys()],
		headerLine,
		rows: clean.lines.map(({ line, cells }) => ({
			line,
			cells: new RowCells(columns.places, cells)
		})),
		skipped: [...titles, ...body.skipped],
		detected: { ...found, headerLine, headerLines: header.count }
	};
	return { table, warnings };
}

const noHeader = '見出しの行がないものとして読みました。列は「A列」「B列」…と呼びます。';
