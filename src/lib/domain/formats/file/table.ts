import { CsvError, parse } from 'csv-parse/sync';
import { decode } from './encoding.ts';
import type { Finding, FindingKind, Row } from '#lib/domain/formats/format.ts';
import { letterIssue } from '#lib/domain/input/letters.ts';

export const maxBytes = 50 * 1024 * 1024;
export const maxRows = 100_000;
export const maxColumns = 200;

export type Encoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be';
export type Delimiter = ',' | '\t' | ';';

/** What a person says of a file instead of what is found. */
export type Choices = {
	encoding?: Encoding | undefined;
	delimiter?: Delimiter | undefined;
	sheet?: string | undefined;
	/** Counts from 1; 0: the file has no header. */
	headerLine?: number | undefined;
	headerLines?: 1 | 2 | undefined;
};

/** How a file was read. */
export type Detected = {
	kind: 'text' | 'workbook' | 'json';
	encoding: Encoding | null;
	delimiter: Delimiter | null;
	sheet: string | null;
	sheets: string[];
	/** Counts from 1; 0: the file has no header, its columns are called A列, B列, …. */
	headerLine: number;
	headerLines: number;
};

/** A row that is no place; 'continued': joined to the row above. */
export type Skipped = {
	line: number;
	reason: 'title' | 'note' | 'total' | 'blank' | 'header-again' | 'continued';
	text: string;
};

export type Table = {
	header: string[];
	headerLine: number;
	rows: Row[];
	skipped: Skipped[];
	detected: Detected;
};
export type TableOutcome = { table: Table; warnings: Finding[] } | { problems: Finding[] };
type Outcome = TableOutcome;
type Read = { line: number; cells: string[] };
export type TableOptions = {
	choices?: Choices | undefined;
	/** Whether these are the names of columns; otherwise the row with the most of them is taken. */
	isHeader?: (names: string[]) => boolean;
	onProgress?: (done: number, total: number) => void;
};

const refuse = (
	message: string,
	line: number | null = null,
	kind: FindingKind = 'file',
	found: string | null = null
) => ({ problems: [{ line, column: null, kind, found, message }] });

/** A file's bytes as rows by column name; or why not. */
export function readTable(bytes: Uint8Array, options: TableOptions = {}): Promise<TableOutcome> {
	return Promise.resolve(readTextTable(bytes, options));
}

/** The same of what is text (CSV, TSV, JSON), at once. */
export function readTextTable(
	bytes: Uint8Array,
	{ isHeader = () => false, onProgress = () => {} }: TableOptions = {}
): Outcome {
	if (bytes.length === 0) return refuse('ファイルが空です。');
	if (bytes.length > maxBytes) return refuse('ファイルが大きすぎます（50MBまでです）。');
	const decoded = decode(bytes);
	if ('problems' in decoded) return decoded;
	const { warnings } = decoded;
	// Systems end lines in three ways, and files that two of them wrote in several.
	const text = decoded.text.replace(/\r\n?/g, '\n');
	if (text.trim() === '') return refuse('ファイルが空です。');
	const zero = text.indexOf('\0');
	if (zero >= 0) {
		const line = text.slice(0, zero).split('\n').length;
		return refuse('文字ではないもの（NUL）が入っています。CSVではないようです。', line, 'letters');
	}
	const read = readRecords(text, (done) => onProgress(done, bytes.length));
	if ('problems' in read) return read;
	onProgress(bytes.length, bytes.length);
	const { records } = read;
	const at = headerAt(records, isHeader);
	const first = records[at];
	if (!first) return refuse('ファイルが空です。');
	const titles = records.slice(0, at).map(({ line, cells }): Finding => {
		const found = cells.filter((cell) => !isBlank(cell)).join(' ');
		const message = '見出しの行より前なので、読みません。';
		return { line, column: null, kind: 'header', found, message };
	});
	const table = tableOf(first, records.slice(at + 1));
	if ('problems' in table) return table;
	const detected: Detected = {
		...{ kind: 'text', encoding: 'utf-8', delimiter: delimiterOf(text), sheet: null, sheets: [] },
		...{ headerLine: table.headerLine, headerLines: 1 }
	};
	return { table: { ...table, skipped: [], detected }, warnings: [...warnings, ...titles] };
}

function tableOf(
	first: Read,
	rest: Read[]
): Omit<Table, 'skipped' | 'detected'> | { problems: Finding[] } {
	const names = first.cells.map(nameOf);
	const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
	if (header.length > maxColumns) {
		return refuse('列が多すぎます（200列までです）。', first.line, 'header');
	}
	const twice = header.find((name, place) => name !== '' && header.indexOf(name) !== place);
	if (twice !== undefined) {
		return refuse(`見出し「${twice}」が2つ以上あります。`, first.line, 'header');
	}
	if (rest.length === 0) return refuse('見出しの行だけで、中身がありません。');
	const problems = rest.flatMap(({ line, cells }) => inspect(line, header, cells, names.length));
	if (problems.length > 0) return { problems };
	const rows = rest.map(({ line, cells }) => ({
		line,
		cells: new Map(
			header.flatMap((name, place) => (name === '' ? [] : [[name, cells[place]!] as const]))
		)
	}));
	return { header: header.filter((name) => name !== ''), headerLine: first.line, rows };
}

const isBlank = (cell: string) => /^[\s\p{Cf}]*$/u.test(cell);

/** A heading, without what a spreadsheet leaves in it. */
const nameOf = (cell: string) =>
	cell
		.normalize('NFC')
		.replace(/[\s\p{Cf}]+/gu, ' ')
		.trim();

/** Titles and notes, which have few cells, stand above it. */
const mostTitles = 20;

function headerAt(records: Read[], isHeader: (names: string[]) => boolean): number {
	const first = records.slice(0, mostTitles).map(({ cells }) => cells.map(nameOf));
	const known = first.findIndex((names) => isHeader(names.filter((name) => name !== '')));
	if (known >= 0) return known;
	const counts = first.map((names) => names.filter((name) => name !== '').length);
	return Math.max(
		0,
		counts.findIndex((count) => count * 2 >= Math.max(...counts))
	);
}

/** Rows in which something stands, by the line they begin on. */
function readRecords(
	text: string,
	onProgress: (done: number) => void
): { records: Read[] } | { problems: Finding[] } {
	const records: Read[] = [];
	let nextLine = 1;
	try {
		parse(text, {
			delimiter: delimiterOf(text),
			record_delimiter: '\n',
			relax_column_count: true,
			skip_empty_lines: true,
			on_record: (cells: string[], { lines, bytes: done }) => {
				if (records.length > maxRows) throw new TooManyRows();
				const inside = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
				if (!cells.every(isBlank)) records.push({ line: lines - inside, cells });
				nextLine = lines + 1;
				if (records.length % 500 === 0) onProgress(done);
				return null;
			}
		});
	} catch (error) {
		if (error instanceof TooManyRows) return refuse('行が多すぎます（10万行までです）。');
		if (error instanceof CsvError) return refuse(...sentence(error, nextLine));
		throw error;
	}
	return { records };
}

/** What Excel calls 「テキスト（タブ区切り）」 has tabs. */
function delimiterOf(text: string): ',' | '\t' {
	const start = text.slice(0, 10_000);
	return start.split('\t').length > start.split(',').length ? '\t' : ',';
}

class TooManyRows extends Error {}

function inspect(line: number, header: string[], cells: string[], width: number): Finding[] {
	const beyond = cells.findLastIndex((cell) => !isBlank(cell));
	if (cells.length < header.length || beyond >= width) {
		const message = `列の数が見出しと合いません（見出しは${header.length}列、この行は${cells.length}列）。`;
		return [{ line, column: null, kind: 'file', found: null, message }];
	}
	return cells.slice(0, Math.max(header.length, beyond + 1)).flatMap((cell, place): Finding[] => {
		const column = header[place] || null;
		if (column === null && !isBlank(cell)) {
			const message = `見出しが空の列（${place + 1}列目、${columnLetters(place)}列）に、中身があります。見出しを書くか、列を消してください。`;
			return [{ line, column, kind: 'header', found: cell, message }];
		}
		const issue = letterIssue(cell);
		return issue ? [{ line, column, kind: 'letters', found: null, message: `${issue}。` }] : [];
	});
}

/** A, B, … Z, AA as a spreadsheet calls its columns. */
const columnLetters = (place: number): string =>
	(place >= 26 ? columnLetters(Math.floor(place / 26) - 1) : '') +
	String.fromCharCode(65 + (place % 26));

function sentence(error: CsvError, nextLine: number): [string, number | null] {
	const line = typeof error['lines'] === 'number' ? error['lines'] : null;
	switch (error.code) {
		case 'CSV_QUOTE_NOT_CLOSED':
			return ['引用符（"）が閉じられていません。CSVとして読めません。', nextLine];
		case 'INVALID_OPENING_QUOTE':
		case 'CSV_INVALID_CLOSING_QUOTE':
		case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
			return ['引用符（"）の位置がおかしく、CSVとして読めません。', line];
		default:
			return ['CSVとして読めません。', line];
	}
}
