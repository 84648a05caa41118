import { formatOf } from '#lib/domain/formats/all.ts';
import type { Context, Finding, Format, Reading, Row } from '#lib/domain/formats/format.ts';
import { readTable } from '#lib/domain/formats/table.ts';

export type Progress = (stage: 'parse' | 'compare' | 'write', done: number, total: number) => void;

type Outcome = { format: Format | null; rows: number; warnings: Finding[]; problems: Finding[] };

/** Everything that a file says, or everything that is wrong with it. */
export function readFile(
	bytes: Uint8Array,
	context: Context,
	progress: Progress
): Outcome & { readings: Reading[] } {
	const nothing = { format: null, rows: 0, warnings: [], readings: [] };
	const read = readTable(bytes, {
		isHeader: (names) => formatOf(names, [], context.shapes) !== undefined,
		onProgress: (done, total) => progress('parse', done, total)
	});
	if ('problems' in read) return { ...nothing, problems: read.problems };
	const { table, warnings } = read;
	const format = formatOf(table.header, table.rows, context.shapes);
	if (!format) {
		const message =
			'見出しの行がわかりません。地域資源ブックマークのCSVか、WAM NETのCSVを渡してください。';
		const found = table.header.join(',').slice(0, 80);
		const line = table.headerLine;
		const problem: Finding = { line, column: null, kind: 'header', found, message };
		return { ...nothing, problems: [problem] };
	}
	const places = table.rows.filter((row) => !format.skips?.(row));
	const rows = places.length;
	const wrong = format.check(table.header).map((one) => ({ ...one, line: table.headerLine }));
	if (wrong.length > 0) return { ...nothing, format, rows, problems: wrong };

	const again = repeatedRows(places);
	const left = new Set(again.map(({ row }) => row));
	const once = places.filter((row) => !left.has(row));
	const readings = once.map((row) => format.read(row, context));
	const problems = [...readings.flatMap((reading) => reading.problems), ...sameIds(readings)];
	const all = [
		...warnings,
		...again.map(({ finding }) => finding),
		...readings.flatMap((reading) => reading.warnings),
		...sameNumbers(readings),
		...sameNames(readings)
	];
	return { format, rows, readings, problems, warnings: all };
}

/** Every cell is the same: the row says nothing more. */
function repeatedRows(rows: Row[]): { row: Row; finding: Finding }[] {
	const seen = new Map<string, number>();
	return rows.flatMap((row) => {
		const key = JSON.stringify([...row.cells.values()]);
		const first = seen.get(key);
		if (first === undefined) {
			seen.set(key, row.line);
			return [];
		}
		const message = `${first}行目と、すべての列が同じ行です。1つだけ取り込みます。`;
		const finding = {
			line: row.line,
			column: null,
			kind: 'same-row' as const,
			found: null,
			message
		};
		return [{ row, finding }];
	});
}

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

function sameIds(readings: Reading[]): Finding[] {
	return repeated(readings, ({ id }) => id).map(({ first, reading }) => ({
		line: reading.row.line,
		column: '資源ID',
		kind: 'value' as const,
		found: reading.id,
		message: `${first.row.line}行目と同じ資源IDです。`
	}));
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
