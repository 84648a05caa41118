import { hash } from 'node:crypto';
import { shared } from '#lib/domain/resource/blank.ts';
import { headerTest } from '#lib/domain/formats/all.ts';
import { withoutDitto } from '#lib/domain/formats/file/above/ditto.ts';
import { filledGroups } from '#lib/domain/formats/file/above/groups.ts';
import { titledBy } from '#lib/domain/formats/mapping/title.ts';
import { resourceCsv } from '#lib/domain/formats/resource-csv.ts';
import type { Detected, Skipped, TableOutcome } from '#lib/domain/formats/file/table.ts';
import type { Context, Finding, Format, Reading, Row, Titled } from '#lib/domain/formats/format.ts';
import { readTable } from './file/table.ts';
import { understand, type Choices, type Mapping, type Proposal } from './understanding.ts';

export type Progress = (stage: 'parse' | 'compare' | 'write', done: number, total: number) => void;

/** Rows by column name, and how they were found. */
export type Read = { header: string[]; rows: Row[]; detected: Detected; skipped: Skipped[] };

/** Everything that a file says; a row that cannot be read has its problems instead of a content. */
export type FileRead = {
	format: Format;
	table: Read;
	/** What its columns were taken for, where nobody had said. */
	proposal: Proposal | null;
	readings: Reading[];
	/** Rows that say what an earlier one says, cell by cell. */
	repeated: { row: Row; first: number }[];
	warnings: Finding[];
};

/** A file whose columns have no meaning yet, or of which nothing can be read. */
export type Unread = {
	problems: Finding[];
	table: Read | null;
	format: Format | null;
	proposal: Proposal | null;
};

export type Reader = {
	context: Context;
	choices?: Choices | undefined;
	mapping?: Mapping | null | undefined;
	/** What columns may mean is good enough, where one is surely the name. */
	isTrusting?: boolean | undefined;
	progress: Progress;
	/** Reads the table in a process of its own. */
	apart?: TableReader | undefined;
};

export type TableReader = (
	bytes: Uint8Array,
	how: { choices: Choices; mapping: Mapping | null; progress: Progress }
) => Promise<TableOutcome>;

/** Reads bytes as rows, and rows as what they say. */
export async function readFile(bytes: Uint8Array, reader: Reader): Promise<FileRead | Unread> {
	const { context, mapping = null, isTrusting = false } = reader;
	const read = await tableOf(bytes, { ...reader, mapping });
	const nothing = { table: null, format: null, proposal: null };
	if ('problems' in read) return { ...nothing, problems: read.problems };
	const { table, warnings, titled } = readAsWritten(read, context);
	const { format, proposal } = understand(table, { mapping, context, isTrusting });
	if (!format) return { problems: [unknownHeader(table)], table, format, proposal };
	const wrong = format
		.check(table.header, context)
		.map((one) => ({ ...one, line: table.headerLine || null }));
	if (wrong.length > 0) return { problems: wrong, table, format, proposal };
	return { ...readRows(table, format, { context, titled }, warnings), proposal };
}

/** 「〃」 and blanks below a group stand for what is above them, and a title speaks of all rows. */
function readAsWritten(
	{ table, warnings }: Extract<TableOutcome, { table: unknown }>,
	asked: Context
) {
	// What comes back from our own export says what it says.
	if (resourceCsv.recognise(table.header)) return { table, warnings, titled: null };
	const told = withoutDitto(table.header, table.rows);
	const filled = filledGroups(table.header, told.rows);
	const titled = titledBy(table, asked);
	const all = [...warnings, ...told.warnings, ...filled.warnings];
	return { table: { ...table, rows: filled.rows }, warnings: all, titled };
}

function tableOf(
	bytes: Uint8Array,
	{ context, choices = {}, mapping = null, progress, apart }: Reader
): Promise<TableOutcome> {
	if (apart) return apart(bytes, { choices, mapping, progress });
	return readTable(bytes, {
		choices,
		isHeader: headerTest(mapping, context.shapes),
		onProgress: (done, total) => progress('parse', done, total)
	});
}

function unknownHeader({ header, headerLine }: Read & { headerLine: number }): Finding {
	const found = header.join(',').slice(0, 80);
	const message = '見出しの行から、どの列が名前かがわかりません。どの列が何かを決めてください。';
	return { line: headerLine || null, column: null, kind: 'header', found, message };
}

type About = { context: Context; titled: ((line: number) => Titled) | null };

function readRows(whole: Read, format: Format, { context, titled }: About, warnings: Finding[]) {
	const table = withoutSkipped(whole, format);
	const again = repeatedRows(table.rows);
	const left = new Set(again.map(({ row }) => row));
	const once = table.rows.filter((row) => !left.has(row));
	const about = (row: Row) => (titled ? { ...context, titled: titled(row.line) } : context);
	const readings = sameIds(once.map((row) => slim(format.read(row, about(row)))));
	const all = [
		...warnings,
		...table.skipped.filter(({ reason }) => reason !== 'blank').map(skippedRow),
		...again.map(repeats),
		...readings.flatMap((reading) => reading.warnings),
		...sameNumbers(readings),
		...sameNames(readings)
	];
	return { format, table, readings, repeated: again, warnings: all };
}

/** Rows that the format knows to be no places: remarks between them. */
function withoutSkipped(table: Read, format: Format): Read {
	const out = table.rows.filter((row) => format.skips?.(row));
	if (out.length === 0) return table;
	const left = new Set(out);
	const told = out.map(({ line, cells }): Skipped => {
		const text = [...cells.values()].filter((cell) => cell.trim() !== '').join(' ');
		return { line, reason: 'note', text };
	});
	const skipped = [...table.skipped, ...told].sort((a, b) => a.line - b.line);
	return { ...table, rows: table.rows.filter((row) => !left.has(row)), skipped };
}

export const skipReasons: Record<Skipped['reason'], string> = {
	title: '見出しの行より前か、表の区切りなので、読みません。',
	note: '注の行なので、読みません。',
	total: '合計の行なので、読みません。',
	blank: '空の行なので、読みません。',
	'header-again': '見出しのくりかえしなので、読みません。',
	continued: '上の行の続きとして読みました。'
};

const skippedRow = ({ line, reason, text }: Skipped): Finding => ({
	...{ line, column: null, kind: 'header', found: text, message: skipReasons[reason] }
});

const nothing: Finding[] = [];

/** What says nothing is the same object for all rows. */
const slim = (reading: Reading): Reading => ({
	...reading,
	content: reading.content && shared(reading.content),
	warnings: reading.warnings.length > 0 ? reading.warnings : nothing,
	problems: reading.problems.length > 0 ? reading.problems : nothing
});

/** Every cell is the same: the row says nothing more. */
function repeatedRows(rows: Row[]): { row: Row; first: number }[] {
	const seen = new Map<string, number>();
	return rows.flatMap((row) => {
		// As a digest: all cells of 100,000 rows would be kept twice.
		const key = hash('sha256', JSON.stringify([...row.cells.values()]), 'base64');
		const first = seen.get(key);
		if (first !== undefined) return [{ row, first }];
		seen.set(key, row.line);
		return [];
	});
}

const repeats = ({ row, first }: { row: Row; first: number }): Finding => ({
	...{ line: row.line, column: null, kind: 'same-row', found: null },
	message: `${first}行目と、すべての列が同じ行です。1つだけ取り込みます。`
});

function sameNames(readings: Reading[]): Finding[] {
	const key = ({ id, source, content }: Reading) =>
		id || source || !content ? null : JSON.stringify([content.name, content.location.municipality]);
	return repeated(readings, key).map(({ first, reading }) => ({
		line: reading.row.line,
		column: '名前',
		kind: 'same-row' as const,
		found: reading.content!.name,
		message: `${first.row.line}行目と名前と市区町村が同じです。別の場所として、どちらも残します。`
	}));
}

/** The second of two rows with one id cannot be read. */
function sameIds(readings: Reading[]): Reading[] {
	const again = new Map(
		repeated(readings, ({ id }) => id).map(({ first, reading }) => [reading, first.row.line])
	);
	return readings.map((reading): Reading => {
		const first = again.get(reading);
		if (first === undefined) return reading;
		const message = `${first}行目と同じ資源IDです。`;
		const { line } = reading.row;
		const problem = { line, column: '資源ID', kind: 'value', found: reading.id, message } as const;
		return { ...reading, content: null, problems: [...reading.problems, problem] };
	});
}

function sameNumbers(readings: Reading[]): Finding[] {
	const key = ({ id, source }: Reading) => (id || !source ? null : JSON.stringify(source));
	return repeated(readings, key).map(({ first, reading }) => ({
		line: reading.row.line,
		column: null,
		kind: 'same-number' as const,
		found: reading.source!.number,
		message: `${first.row.line}行目と同じ番号です。名前と住所で見分けて、どちらも残します。`
	}));
}

function repeated(readings: Reading[], key: (reading: Reading) => string | null) {
	const seen = new Map<string, Reading>();
	return readings.flatMap((reading) => {
		const own = key(reading);
		if (own === null) return [];
		const first = seen.get(own);
		if (first) return [{ first, reading }];
		seen.set(own, reading);
		return [];
	});
}
