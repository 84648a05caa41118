import { formatOf } from '#lib/domain/formats/all.ts';
import type { Context, Finding, Format, Reading, Row } from '#lib/domain/formats/format.ts';
import { readTable } from '#lib/domain/formats/table.ts';
import { formatFor, type Choices, type Mapping } from './understanding.ts';

export type Progress = (stage: 'parse' | 'compare' | 'write', done: number, total: number) => void;

/** Physical rows that are no place. */
export type Skipped = { line: number; reason: string; text: string };

/** How a file was read, as it is shown and can be overruled. */
export type Detected = {
	kind: 'text' | 'workbook' | 'json';
	encoding: string | null;
	delimiter: string | null;
	sheet: string | null;
	sheets: string[];
	headerLine: number;
	headerLines: number;
};

/** Everything that a file says; a row that cannot be read has its problems instead of a content. */
export type FileRead = {
	format: Format;
	detected: Detected | null;
	header: string[];
	rows: number;
	readings: Reading[];
	/** Rows that say what an earlier one says, cell by cell. */
	repeated: { row: Row; first: number }[];
	skipped: Skipped[];
	warnings: Finding[];
};

/** A file whose columns have no meaning yet, or of which nothing can be read. */
export type Unread = {
	problems: Finding[];
	/** Its columns and first rows, where there are some. */
	table: { header: string[]; rows: Row[]; detected: Detected | null; skipped: Skipped[] } | null;
	format: Format | null;
};

export type Reader = {
	context: Context;
	choices?: Choices | undefined;
	mapping?: Mapping | null | undefined;
	progress: Progress;
};

/** Reads bytes as rows, and rows as what they say. */
export function readFile(
	bytes: Uint8Array,
	{ context, mapping, progress }: Reader
): FileRead | Unread {
	const read = readTable(bytes, {
		isHeader: (names) => formatOf(names) !== undefined,
		onProgress: (done, total) => progress('parse', done, total)
	});
	if ('problems' in read) return { problems: read.problems, table: null, format: null };
	const { table, warnings } = read;
	const shape = { header: table.header, rows: table.rows, detected: null, skipped: [] };
	const format = formatFor(table, mapping ?? null, context);
	if (!format) {
		const message =
			'見出しの行がわかりません。地域資源ブックマークのCSVか、WAM NETのCSVを渡してください。';
		const found = table.header.join(',').slice(0, 80);
		const line = table.headerLine;
		const problem: Finding = { line, column: null, kind: 'header', found, message };
		return { problems: [problem], table: shape, format: null };
	}
	const wrong = format.check(table.header).map((one) => ({ ...one, line: table.headerLine }));
	if (wrong.length > 0) return { problems: wrong, table: shape, format };

	const again = repeatedRows(table.rows);
	const left = new Set(again.map(({ row }) => row));
	const once = table.rows.filter((row) => !left.has(row));
	const readings = sameIds(once.map((row) => format.read(row, context)));
	const all = [
		...warnings,
		...again.map(repeats),
		...readings.flatMap((reading) => reading.warnings),
		...sameNumbers(readings),
		...sameNames(readings)
	];
	return {
		...{ format, readings, rows: table.rows.length, detected: null, header: table.header },
		...{ repeated: again, skipped: [], warnings: all }
	};
}

/** Every cell is the same: the row says nothing more. */
function repeatedRows(rows: Row[]): { row: Row; first: number }[] {
	const seen = new Map<string, number>();
	return rows.flatMap((row) => {
		const key = JSON.stringify([...row.cells.values()]);
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
