import { CsvError, parse } from 'csv-parse/sync';
import type { Finding, FindingKind, Row } from './format.ts';
import { forbiddenLetter } from './letters.ts';

export const maxBytes = 50 * 1024 * 1024;
export const maxRows = 100_000;
export const maxColumns = 200;

export type Table = { header: string[]; rows: Row[] };
type Outcome = { table: Table; warnings: Finding[] } | { problems: Finding[] };

const refuse = (message: string, line: number | null = null, kind: FindingKind = 'file') => ({
	problems: [{ line, column: null, kind, found: null, message }]
});

/** A CSV file's bytes as rows by column name; or why not. */
export function readTable(
	bytes: Uint8Array,
	onProgress: (done: number, total: number) => void = () => {}
): Outcome {
	if (bytes.length === 0) return refuse('ファイルが空です。');
	if (bytes.length > maxBytes) return refuse('ファイルが大きすぎます（50MBまでです）。');
	const decoded = decode(bytes);
	if ('problems' in decoded) return decoded;
	const { text, warnings } = decoded;
	if (text.trim() === '') return refuse('ファイルが空です。');
	const zero = text.indexOf('\0');
	if (zero >= 0) {
		const line = text.slice(0, zero).split('\n').length;
		return refuse('文字ではないもの（NUL）が入っています。CSVではないようです。', line, 'letters');
	}

	const records: { line: number; cells: string[] }[] = [];
	let nextLine = 1;
	try {
		parse(text, {
			relax_column_count: true,
			skip_empty_lines: true,
			on_record: (cells: string[], { lines, bytes: done }) => {
				if (records.length > maxRows) throw new TooManyRows();
				const inside = cells.reduce(
					(sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0),
					0
				);
				records.push({ line: lines - inside, cells });
				nextLine = lines + 1;
				if (records.length % 500 === 0) onProgress(done, bytes.length);
				return null;
			}
		});
	} catch (error) {
		if (error instanceof TooManyRows) return refuse('行が多すぎます（10万行までです）。');
		if (error instanceof CsvError) return refuse(...sentence(error, nextLine));
		throw error;
	}
	onProgress(bytes.length, bytes.length);

	const [first, ...rest] = records;
	if (!first) return refuse('ファイルが空です。');
	const header = first.cells.map((name) => name.normalize('NFC').trim());
	if (header.length > maxColumns)
		return refuse('列が多すぎます（200列までです）。', first.line, 'header');
	const twice = header.find((name, place) => header.indexOf(name) !== place);
	if (twice !== undefined) {
		return refuse(`見出し「${twice}」が2つ以上あります。`, first.line, 'header');
	}
	if (rest.length === 0) return refuse('見出しの行だけで、中身がありません。');
	const problems = rest.flatMap(({ line, cells }) => inspect(line, header, cells));
	if (problems.length > 0) return { problems };
	const rows = rest.map(({ line, cells }) => ({
		line,
		cells: new Map(header.map((name, place) => [name, cells[place]!]))
	}));
	return { table: { header, rows }, warnings };
}

class TooManyRows extends Error {}

/** UTF-8 with or without its mark, else CP932, which is what Excel writes in Japan. */
function decode(
	bytes: Uint8Array
): { text: string; warnings: Finding[] } | { problems: Finding[] } {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
	} catch {
		// Not UTF-8.
	}
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		return refuse('文字コードがUTF-16です。UTF-8で保存しなおしてください。', null, 'encoding');
	}
	try {
		const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
		const message = 'UTF-8ではないので、シフトJIS（CP932）として読みました。';
		return {
			text,
			warnings: [{ line: null, column: null, kind: 'encoding', found: null, message }]
		};
	} catch {
		return refuse(
			'文字コードがわかりません。UTF-8かシフトJISのCSVにしてください。',
			null,
			'encoding'
		);
	}
}

function inspect(line: number, header: string[], cells: string[]): Finding[] {
	if (cells.length !== header.length) {
		const message = `列の数が見出しと合いません（見出しは${header.length}列、この行は${cells.length}列）。`;
		return [{ line, column: null, kind: 'file', found: null, message }];
	}
	return cells.flatMap((cell, place) => {
		const letter = forbiddenLetter(cell.replace(/\r\n?/g, '\n'));
		if (!letter) return [];
		const message = `${letter.at}文字目に、使えない文字（${letter.name}）があります。`;
		return [{ line, column: header[place]!, kind: 'letters' as const, found: null, message }];
	});
}

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
