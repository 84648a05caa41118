import { readXlsx, type Sheet } from 'hucre/xlsx';
import { saidIn, textOf } from '#lib/domain/formats/file/blank.ts';
import { finding, refuse, type Problems } from '#lib/domain/formats/file/detection.ts';
import { nameOf } from '#lib/domain/formats/file/names.ts';
import type { Finding } from '#lib/domain/formats/format.ts';
import { contentOf, type Content } from './sheet.ts';

type Options = {
	sheet: string | undefined;
	maxRows: number;
	isHeader: (names: string[]) => boolean;
};
/** What is known of an archive when all of it was inflated and counted. */
export type Archive = { names: string[]; largestSheet: number };
type Read = Content & { sheet: string; sheets: string[] };

/** Formats of numbers weigh more than the numbers: a sheet beyond this is read without them. */
const largestWithFormats = 40 * 1024 * 1024;

/** The rows of the sheet that holds the places. */
export async function readWorkbook(
	bytes: Uint8Array,
	archive: Archive,
	options: Options
): Promise<Read | Problems> {
	try {
		const opened = await open(bytes, archive, options);
		return 'problems' in opened ? opened : readSheet(opened, options.maxRows);
	} catch (error) {
		return refuse(sentence(error));
	}
}

type Opened = { sheet: Sheet; sheets: Known[] };

async function open(bytes: Uint8Array, archive: Archive, options: Options) {
	const readStyles = archive.largestSheet <= largestWithFormats;
	const isOnly =
		archive.names.filter((name) => /\/worksheets\/[^/]+\.xml$/.test(name)).length === 1;
	const only = isOnly ? (await readXlsx(bytes, { readStyles })).sheets : [];
	const sheets = only.length === 1 ? only.map(known) : await sheetsOf(bytes);
	const names = sheets.map(({ name }) => name);
	if (names.length === 0) return refuse('エクセルのファイルに、シートがありません。');
	const { sheet: wanted } = options;
	if (wanted !== undefined && !names.includes(wanted)) {
		return refuse(`シート「${wanted}」がありません（あるのは ${names.join('、')}）。`);
	}
	if (only.length === 1) return { sheet: only[0]!, sheets };
	const name = wanted ?? (names.length === 1 ? names[0]! : await fullest(bytes, sheets, options));
	const book = await readXlsx(bytes, { sheets: [name], readStyles });
	return { sheet: book.sheets[0]!, sheets };
}

function readSheet({ sheet, sheets }: Opened, maxRows: number): Read | Problems {
	const content = contentOf(sheet);
	// A cell far below leaves blank rows between, which are none of the table.
	const filled = content.lines.filter(({ cells }) => cells.length > 0);
	if (filled.length > maxRows + 1) return refuse('行が多すぎます（10万行までです）。');
	const lines = content.lines.length > maxRows ? filled : content.lines;
	const warnings = [...content.warnings, ...told(sheet.name, sheets)];
	const names = sheets.map(({ name }) => name);
	return { ...content, lines, warnings, sheet: sheet.name, sheets: names };
}

type Known = { name: string; hidden: boolean };
type Seen = { name: string; hidden?: boolean; veryHidden?: boolean };

const known = ({ name, hidden, veryHidden }: Seen): Known => ({
	name,
	hidden: Boolean(hidden ?? veryHidden)
});

async function sheetsOf(bytes: Uint8Array): Promise<Known[]> {
	const sheets: Known[] = [];
	await readXlsx(bytes, {
		sheets: (sheet) => {
			sheets.push(known(sheet));
			return false;
		}
	});
	return sheets;
}

/** The sheet whose columns are known, else the one that says most; a hidden one only when no other says anything. */
async function fullest(bytes: Uint8Array, sheets: Known[], { isHeader }: Options): Promise<string> {
	const book = await readXlsx(bytes, { maxRows: 3000 });
	const rank = (sheet: Sheet) => {
		const texts = sheet.rows.map((cells) => cells.map((value) => String(value ?? '')));
		const isKnown = texts
			.slice(0, 20)
			.some((cells) => isHeader(cells.map(nameOf).filter((name) => name !== '')));
		const filled = texts.reduce((sum, cells) => sum + saidIn(cells).length, 0);
		const isHidden = sheets.some(({ name, hidden }) => hidden && name === sheet.name);
		return [filled > 0 ? 1 : 0, isHidden ? 0 : 1, isKnown ? 1 : 0, filled];
	};
	const ranked = book.sheets.map((sheet) => ({ name: sheet.name, rank: rank(sheet) }));
	ranked.sort((a, b) => {
		const differing = a.rank.findIndex((value, at) => value !== b.rank[at]);
		return differing < 0 ? 0 : b.rank[differing]! - a.rank[differing]!;
	});
	return ranked[0]!.name;
}

function told(name: string, sheets: Known[]): Finding[] {
	const others = sheets.filter((sheet) => sheet.name !== name);
	if (others.length === 0) return [];
	const names = others.map((sheet) => `「${sheet.name}」${sheet.hidden ? '（非表示）' : ''}`);
	const message = `シート「${name}」を読みました。ほかのシート（${textOf(names)}）は読んでいません。`;
	return [finding(message)];
}

function sentence(error: unknown): string {
	const text = error instanceof Error ? error.message : '';
	if (/spans|outside the supported/.test(text)) {
		return 'シートの端（とても下の行か右の列）に、値が入っています。表の外のセルを消して、保存しなおしてください。';
	}
	return 'エクセルのファイルとして読めません。エクセルで開き、「Excel ブック（.xlsx）」で保存しなおしてください。';
}
