import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { maxRows } from '#lib/domain/formats/file/table.ts';
import { archiveLimits } from '#lib/server/imports/file/archive.ts';
import { readTable } from '#lib/server/imports/file/table.ts';
import { archive, bookEntries, rowsOf, workbook, type Entry } from '../../../support/workbook.ts';
import { bytes } from '../../../support/formats.ts';

const table = [
	['名称', '住所'],
	['ひなた', '本町1']
];
const good = bookEntries({ sheets: [{ data: table }] });
const sheet = 'xl/worksheets/sheet1.xml';
/** The good workbook with another entry for one of the same name. */
const instead = (entry: Entry) =>
	archive([...good.filter(({ name }) => name !== entry.name), entry]);
const withSheet = (data: string, behind = '') => workbook({ sheets: [{ data, behind }] });
const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>あ</t></is></c>`;
const numbered = (count: number) =>
	Array.from(
		{ length: count },
		(_, at) => `<row><c><v>${(at * 7919) % 999_983}</v></c></row>`
	).join('');
const megabytes = (count: number) => '0'.repeat(count * 1024 * 1024);
const packed = (length: number) => {
	const content = new Uint8Array(length);
	content.set(bytes('PK\x03\x04'));
	return content;
};
/** Bytes that nothing makes smaller. */
const noise = (length: number) => {
	let state = 1;
	return Uint8Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) & 0xff);
};

const isBroken = 'エクセルのファイルが壊れているか、途中で切れています';
const isTooLarge = '広げると大きすぎます';

const lies: [string, () => Uint8Array, string][] = [
	['more than 10 MB', () => packed(archiveLimits.bytes + 1), '10MBまで'],
	[
		'an entry of a ratio that no table has',
		() => instead({ name: 'xl/x.xml', content: megabytes(20) }),
		isTooLarge
	],
	[
		'much that is little each',
		() =>
			archive([
				...good,
				...Array.from({ length: 70 }, (_, at) => ({ name: `xl/${at}`, content: megabytes(1) }))
			]),
		isTooLarge
	],
	[
		'an entry that is longer than it says',
		() => instead({ name: sheet, content: megabytes(30), size: 2000 }),
		isBroken
	],
	[
		'an entry that says it is nothing',
		() => instead({ name: sheet, content: megabytes(30), size: 0, packed: 0 }),
		isBroken
	],
	[
		'an entry that says its length elsewhere',
		() => instead({ name: sheet, content: megabytes(30), size: 0, packed: 0, flags: 0x808 }),
		isBroken
	],
	[
		'an entry that is shorter than it says',
		() => instead({ name: sheet, content: 'short', size: 5000 }),
		isBroken
	],
	['an entry twice', () => archive([...good, { name: sheet, content: '<worksheet/>' }]), isBroken],
	[
		'a wrong checksum',
		() => instead({ name: sheet, content: '<worksheet><sheetData/></worksheet>', crc: 7 }),
		'エクセルのファイルとして読めません'
	],
	[
		'too many entries',
		() =>
			archive([
				...good,
				...Array.from({ length: 2000 }, (_, at) => ({
					name: `xl/${at}`,
					content: '',
					stored: true
				}))
			]),
		'中身が多すぎます'
	],
	['more entries than there are', () => archive(good, 40), isBroken],
	[
		'a name that leads out',
		() => archive([...good, { name: '../../etc/passwd', content: 'x' }]),
		isBroken
	],
	[
		'an entry with a password',
		() => instead({ name: sheet, content: 'x', flags: 0x801 }),
		'パスワードのかかった'
	],
	[
		'a way of packing that nobody knows',
		() => instead({ name: sheet, content: 'x', method: 12 }),
		isBroken
	],
	[
		'entities that grow',
		() =>
			instead({
				name: sheet,
				content: `<!DOCTYPE x [<!ENTITY a "${'あ'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>`
			}),
		'DOCTYPE'
	],
	['half of itself', () => workbook({ sheets: [{ data: table }] }).slice(0, 1200), isBroken],
	['its first bytes', () => bytes('PK\x03\x04'), isBroken],
	[
		'a workbook in an archive',
		() => archive([{ name: '一覧.xlsx', content: workbook({ sheets: [{ data: table }] }) }]),
		'ZIPのファイルです'
	],
	[
		'an archive in an archive',
		() => archive([{ name: 'a.zip', content: archive([{ name: 'b.zip', content: 'x' }]) }]),
		'ZIPのファイルです'
	],
	[
		'an archive of other things',
		() => archive([{ name: 'a.png', content: 'x' }]),
		'エクセルのブックではありません'
	],
	[
		'a document of Word',
		() =>
			archive([
				{ name: '[Content_Types].xml', content: '<Types/>' },
				{ name: 'word/document.xml', content: '<x/>' }
			]),
		'ワード'
	],
	[
		'a sheet of LibreOffice',
		() =>
			archive([
				{ name: 'mimetype', content: 'x' },
				{ name: 'content.xml', content: '<x/>' }
			]),
		'.ods'
	],
	[
		'a binary workbook',
		() =>
			archive([
				{ name: '[Content_Types].xml', content: '<Types/>' },
				{ name: 'xl/workbook.bin', content: 'x' }
			]),
		'.xlsb'
	],
	[
		'a workbook without its sheet',
		() => archive(good.filter(({ name }) => name !== sheet)),
		'エクセルのファイルとして読めません'
	],
	['no sheets', () => workbook({ sheets: [] }), 'シートがありません'],
	[
		'markup that breaks off',
		() => instead({ name: sheet, content: '<worksheet><sheetData><row r="1"><c r="A1' }),
		'エクセルのファイル'
	],
	['an empty sheet', () => workbook({ sheets: [{ data: '' }] }), 'ファイルが空です'],
	[
		'a cell at the end of the sheet',
		() => withSheet(`<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`),
		'シートの端'
	],
	[
		'a cell beyond it',
		() => withSheet(`<row r="1">${cell('A1')}</row><row r="9">${cell('ZZZZ99999999')}</row>`),
		'シートの端'
	],
	['590,000 rows', () => withSheet(numbered(590_000)), '10万行まで'],
	['one row too many', () => withSheet(numbered(maxRows + 2)), '10万行まで'],
	[
		'too many columns',
		() =>
			withSheet(
				`<row r="1">${'<c t="inlineStr"><is><t>名称</t></is></c>'.repeat(300)}</row><row r="2">${cell('A2')}</row>`
			),
		'200列まで'
	],
	[
		'the old kind',
		() => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noise(600)]),
		'.xls'
	],
	[
		'an encrypted workbook',
		() =>
			Uint8Array.from([
				0xd0,
				0xcf,
				0x11,
				0xe0,
				0xa1,
				0xb1,
				0x1a,
				0xe1,
				...noise(64),
				...Buffer.from('EncryptedPackage', 'utf16le')
			]),
		'パスワードのかかったエクセル'
	],
	['a PDF', () => bytes('%PDF-1.7 …'), 'PDF'],
	['a picture', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), '画像'],
	[
		'something packed by gzip',
		() => Uint8Array.from([0x1f, 0x8b, 8, ...deflateRawSync('x')]),
		'gzip'
	],
	[
		'a page of the web',
		() => bytes('<html><table><tr><td>名称</td></tr></table></html>'),
		'ウェブページ'
	]
];

test.each(lies)('%s: refused in one sentence', async (_, made, sentence) => {
	const outcome = await readTable(made());
	const messages = 'problems' in outcome ? outcome.problems.map(({ message }) => message) : [];
	expect(messages).toEqual([expect.stringContaining(sentence)]);
	expect(messages[0]).toMatch(/。$/);
	expect(messages[0]).not.toMatch(/[a-z]{4,} [a-z]+ [a-z]+/i);
});

describe('A workbook that looks like a bomb and is none', () => {
	it('has areas that are merged over the whole sheet', async () => {
		const refs = Array.from({ length: 400 }, () => '<mergeCell ref="A2:XFD1048576"/>').join('');
		const outcome = await readTable(withSheet(rowsOf(table), `<mergeCells>${refs}</mergeCells>`));
		expect(
			'table' in outcome && outcome.table.rows.map(({ cells }) => [...cells.values()])
		).toEqual([['ひなた', 'ひなた']]);
	});

	it('has a cell in the last row', async () => {
		const data = rowsOf(table) + `<row r="1048576">${cell('B1048576')}</row>`;
		const outcome = await readTable(withSheet(data));
		expect('table' in outcome && outcome.table.rows.map(({ line }) => line)).toEqual([
			2, 1_048_576
		]);
	});

	it('styles all columns to the end of the sheet', async () => {
		const before = '<cols><col min="1" max="16384" width="9"/></cols>';
		const outcome = await readTable(workbook({ sheets: [{ data: table, before }] }));
		expect('table' in outcome && outcome.table.rows).toHaveLength(1);
	});

	it('carries a workbook inside a cell', async () => {
		const inner = { name: 'xl/embeddings/inner.xlsx', content: archive(good) };
		const outcome = await readTable(archive([...good, inner]));
		expect('table' in outcome && outcome.table.rows).toHaveLength(1);
	});
});

test.each([
	['a workbook named .csv', archive(good), 'workbook'],
	['text named .xlsx', bytes('名称,住所\nひなた,本町1\n'), 'text']
])('%s is read as what it is', async (_, content, kind) => {
	const outcome = await readTable(content);
	expect(outcome).toMatchObject({ table: { detected: { kind }, header: ['名称', '住所'] } });
});
