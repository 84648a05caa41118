import { crc32, deflateRawSync } from 'node:zlib';

/** What an archive holds; the rest is what it says of an entry instead of the truth. */
export type Entry = {
	name: string;
	content: string | Uint8Array;
	stored?: boolean;
	size?: number;
	packed?: number;
	flags?: number;
	method?: number;
	crc?: number;
};

const words = (...values: [bytes: 2 | 4, value: number][]) =>
	Buffer.concat(
		values.map(([bytes, value]) => {
			const word = Buffer.alloc(bytes);
			word.writeUIntLE(value, 0, bytes);
			return word;
		})
	);

/** An archive, honest unless told to lie. */
export function archive(
	entries: readonly Entry[],
	count = entries.length
): Uint8Array<ArrayBuffer> {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const entry of entries) {
		const content = Buffer.from(entry.content as string);
		const packed = entry.stored ? content : deflateRawSync(content);
		const name = Buffer.from(entry.name);
		const about = words(
			[2, 20],
			[2, entry.flags ?? 0x800],
			[2, entry.method ?? (entry.stored ? 0 : 8)],
			[4, 0],
			[4, entry.crc ?? crc32(content)],
			[4, entry.packed ?? packed.length],
			[4, entry.size ?? content.length],
			[2, name.length],
			[2, 0]
		);
		const local = Buffer.concat([words([4, 0x04034b50]), about, name, packed]);
		const rest = words([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
		directory.push(Buffer.concat([words([4, 0x02014b50], [2, 20]), about, rest, name]));
		parts.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = words(
		[4, 0x06054b50],
		[2, 0],
		[2, 0],
		[2, count],
		[2, count],
		[4, central.length],
		[4, offset],
		[2, 0]
	);
	return Uint8Array.from(Buffer.concat([...parts, central, end]));
}

export type SheetPart = {
	name?: string;
	state?: 'hidden' | 'veryHidden';
	/** What stands in `<sheetData>`, or rows of text. */
	data: string | (string | number | null)[][];
	/** Before and behind it. */
	before?: string;
	behind?: string;
};
export type BookPart = {
	sheets: SheetPart[];
	/** `<si>…</si>` each. */
	strings?: string[];
	/** Formats of numbers: cells of style 1, 2, … have the first, second, …. */
	formats?: string[];
	date1904?: boolean;
	more?: Entry[];
};

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const letters = (place: number): string =>
	(place >= 26 ? letters(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));

export function rowsOf(rows: readonly (string | number | null)[][]): string {
	return rows
		.map((cells, row) => {
			const own = cells.map((value, place) => {
				const at = `r="${letters(place)}${row + 1}"`;
				if (value === null || value === '') return '';
				return typeof value === 'number'
					? `<c ${at}><v>${value}</v></c>`
					: `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
			});
			return `<row r="${row + 1}">${own.join('')}</row>`;
		})
		.join('');
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of an XLSX, as plain as they may be. */
export function bookEntries({
	sheets,
	strings = [],
	formats = [],
	date1904,
	more = []
}: BookPart): Entry[] {
	const relation = (id: string, kind: string, target: string) =>
		`<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
	const relations = (list: string[]) =>
		`${declaration}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
	const list = sheets.map(
		({ name, state }, at) =>
			`<sheet name="${escaped(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`
	);
	const xfs = ['', ...formats].map(
		(_, at) => `<xf numFmtId="${at === 0 ? 0 : 163 + at}" applyNumberFormat="1"/>`
	);
	const own = formats.map(
		(format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(format)}"/>`
	);
	return [
		{
			name: '[Content_Types].xml',
			content: `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
		},
		{
			name: '_rels/.rels',
			content: relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])
		},
		{
			name: 'xl/workbook.xml',
			content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: relations([
				...sheets.map((_, at) =>
					relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)
				),
				relation('rId900', 'sharedStrings', 'sharedStrings.xml'),
				relation('rId901', 'styles', 'styles.xml')
			])
		},
		{
			name: 'xl/sharedStrings.xml',
			content: `${declaration}<sst xmlns="${main}">${strings.join('')}</sst>`
		},
		{
			name: 'xl/styles.xml',
			content: `${declaration}<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
		},
		...sheets.map(({ data, before = '', behind = '' }, at) => ({
			name: `xl/worksheets/sheet${at + 1}.xml`,
			content: `${declaration}<worksheet xmlns="${main}">${before}<sheetData>${typeof data === 'string' ? data : rowsOf(data)}</sheetData>${behind}</worksheet>`
		})),
		...more
	];
}

export const workbook = (book: BookPart) => archive(bookEntries(book));
