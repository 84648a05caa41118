import { describe, expect, it, test } from 'vitest';
import type { TableOptions } from '#lib/domain/formats/file/table.ts';
import { readTable } from '#lib/server/imports/file/table.ts';
import { workbook, type BookPart } from '../../../support/workbook.ts';

async function open(book: BookPart, options: TableOptions = {}) {
	const outcome = await readTable(workbook(book), options);
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	const { table, warnings } = outcome;
	return {
		...table,
		rows: table.rows.map(({ line, cells }) => [line, ...cells.values()]),
		warnings: warnings.map(({ line, column, found, message }) => [line, column, found, message])
	};
}

const header = ['名称', '住所', '電話番号', '備考'];
const place = ['ひなた', 'さくら市本町1-2', '028-000-0001', 'あ'];
const c = (at: string, value: string | number, more = '') =>
	`<c r="${at}"${more}><v>${value}</v></c>`;
const text = (at: string, value: string) =>
	`<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** A sheet with a header and one row of cells written by hand. */
const oneRow = (cells: string) =>
	`<row r="1">${text('A1', '名称')}${text('B1', '定員')}</row><row r="2">${text('A2', 'ひなた')}${cells}</row>`;

describe('A workbook', () => {
	it('is a table like any other', async () => {
		const {
			rows,
			header: names,
			detected
		} = await open({ sheets: [{ name: '一覧', data: [header, place] }] });
		expect(names).toEqual(header);
		expect(rows).toEqual([[2, ...place]]);
		expect(detected).toEqual({
			kind: 'workbook',
			encoding: null,
			delimiter: null,
			sheet: '一覧',
			sheets: ['一覧'],
			headerLine: 1,
			headerLines: 1
		});
	});

	it('never glues furigana to the value, and joins what is written in several hands', async () => {
		const strings = [
			'<si><t>名称</t></si>',
			'<si><t>都道府県名</t></si>',
			'<si><t>山口県</t><rPh sb="0" eb="3"><t>ヤマグチケン</t></rPh><phoneticPr fontId="1"/></si>',
			'<si><r><t>ひな</t></r><r><rPr><b/></rPr><t xml:space="preserve">た </t></r><rPh sb="0" eb="2"><t>ヒナタ</t></rPh></si>'
		];
		const s = (at: string, index: number) => c(at, index, ' t="s"');
		const data = `<row r="1">${s('A1', 0)}${s('B1', 1)}</row><row r="2">${s('A2', 3)}${s('B2', 2)}</row>`;
		expect((await open({ sheets: [{ data }], strings })).rows).toEqual([[2, 'ひなた ', '山口県']]);
	});

	it('writes the text of a merged area into every cell of it', async () => {
		const data = [
			['区分', '名称', '住所', '電話番号'],
			['居場所', 'ひなた', '本町1', '028-000-0001'],
			[null, 'こかげ', '本町2', '028-000-0002'],
			[null, 'ほかげ', '本町3', null]
		];
		const behind =
			'<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="C4:D4"/></mergeCells>';
		expect((await open({ sheets: [{ data, behind }] })).rows.slice(1)).toEqual([
			[3, '居場所', 'こかげ', '本町2', '028-000-0002'],
			[4, '居場所', 'ほかげ', '本町3', '本町3']
		]);
	});

	it('joins the rows of one place that is merged over two', async () => {
		const data = [
			['名称', '住所', '電話番号', '開館時間'],
			['ひなた', '本町1', '028-000-0001', '月〜金 9:00〜17:00'],
			[null, null, null, '土 9:00〜12:00'],
			['こかげ', '本町2', '028-000-0002', '月 10:00〜12:00']
		];
		const areas = ['A', 'B', 'C'].map((column) => `<mergeCell ref="${column}2:${column}3"/>`);
		const read = await open({
			sheets: [{ data, behind: `<mergeCells>${areas.join('')}</mergeCells>` }]
		});
		expect(read.rows.map(([line, name, , , hours]) => [line, name, hours])).toEqual([
			[2, 'ひなた', '月〜金 9:00〜17:00\n土 9:00〜12:00'],
			[4, 'こかげ', '月 10:00〜12:00']
		]);
		expect(read.skipped).toMatchObject([{ line: 3, reason: 'continued' }]);
	});

	it('knows a title that is merged over all columns, and a header of two lines', async () => {
		const data = [
			['さくら市の施設一覧', null, null, null],
			['名称', '開館時間', null, '電話番号'],
			[null, '開始', '終了', null],
			['ひなた', '9:00', '17:00', '028-000-0001']
		];
		const behind = `<mergeCells>${['A1:D1', 'B2:C2', 'A2:A3', 'D2:D3'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
		const read = await open({ sheets: [{ data, behind }] });
		expect(read.header).toEqual(['名称', '開館時間_開始', '開館時間_終了', '電話番号']);
		expect(read.detected).toMatchObject({ headerLine: 2, headerLines: 2 });
		expect(read.rows).toEqual([[4, 'ひなた', '9:00', '17:00', '028-000-0001']]);
		expect(read.skipped).toEqual([{ line: 1, reason: 'title', text: 'さくら市の施設一覧' }]);
	});

	it('is read where it is hidden too, and says so', async () => {
		const data =
			`<row r="1">${text('A1', '名称')}${text('B1', '定員')}</row>` +
			`<row r="2" hidden="1">${text('A2', 'ひなた')}${c('B2', 10)}</row>`;
		const before = '<cols><col min="2" max="2" hidden="1"/></cols>';
		const { rows, warnings } = await open({ sheets: [{ data, before }] });
		expect(rows).toEqual([[2, 'ひなた', '10']]);
		expect(warnings).toEqual([
			[null, null, null, '表示されていない列（B列）も読みました。'],
			[2, null, null, '表示されていない行（2行目）も読みました。']
		]);
	});
});

describe('Of several sheets', () => {
	const notes = { name: '書きかた', data: [['記入のしかた'], ['名称は正式に書いてください']] };
	const full = { name: '施設', data: [header, place, place.map((cell) => `${cell}2`)] };
	const known = {
		name: '資源',
		data: [
			['名前', 'かな'],
			['こかげ', 'こかげ']
		]
	};

	it('the one that says most is read, and the others are named', async () => {
		const { detected, warnings } = await open({
			sheets: [
				notes,
				full,
				{ name: '控え', state: 'hidden', data: [header, ...Array.from({ length: 9 }, () => place)] }
			]
		});
		expect(detected).toMatchObject({ sheet: '施設', sheets: ['書きかた', '施設', '控え'] });
		expect(warnings).toEqual([
			[
				null,
				null,
				null,
				'シート「施設」を読みました。ほかのシート（「書きかた」 「控え」（非表示））は読んでいません。'
			]
		]);
	});

	it('the one whose columns are known comes first', async () => {
		const isHeader = (names: string[]) => names.includes('かな');
		const { detected } = await open({ sheets: [notes, full, known] }, { isHeader });
		expect(detected.sheet).toBe('資源');
	});

	it('a person chooses another', async () => {
		const { rows } = await open({ sheets: [notes, full, known] }, { choices: { sheet: '資源' } });
		expect(rows).toEqual([[2, 'こかげ', 'こかげ']]);
		const missing = await readTable(workbook({ sheets: [notes, full] }), {
			choices: { sheet: '別' }
		});
		expect(missing).toMatchObject({
			problems: [{ message: 'シート「別」がありません（あるのは 書きかた、施設）。' }]
		});
	});
});

test.each<[string, string, string | undefined, string]>([
	['a number', c('B2', 20), undefined, '20'],
	['a large number', c('B2', '4000020172120'), undefined, '4000020172120'],
	['a number in scientific form', c('B2', '1.2E+21'), undefined, '1200000000000000000000'],
	['a small number', c('B2', '1E-7'), undefined, '0.0000001'],
	['a sum that binary cannot hold', c('B2', '0.30000000000000004'), undefined, '0.3'],
	['coordinates', c('B2', '36.53012345678901'), '0.00', '36.530123456789'],
	['thousands', c('B2', 12000), '#,##0', '12000'],
	['leading zeros', c('B2', 9201), '000000', '009201'],
	['a postcode', c('B2', 9218815), '000\\-0000', '921-8815'],
	[
		'a postcode by its length',
		c('B2', 9218815),
		'[<=999]000;[<=9999]000\\-00;000\\-0000',
		'921-8815'
	],
	['a telephone number', c('B2', 312345678), '00"-"0000"-"0000', '03-1234-5678'],
	['a unit', c('B2', 12), '0"人"', '12人'],
	['a unit behind 標準', c('B2', 12), 'G/標準"人"', '12人'],
	['money', c('B2', 1500), '"¥"#,##0', '¥1500'],
	['a share', c('B2', '0.075'), '0.0%', '7.5%'],
	['a negative number', c('B2', -3), '#,##0;[Red]-#,##0', '-3'],
	['a date', c('B2', 45748), 'yyyy/m/d', '2025-04-01'],
	['a date of an era', c('B2', 45748), '[$-411]ggge"年"m"月"d"日"', '2025-04-01'],
	['a month of an era', c('B2', 45748), '[$-411]ggge"年"m"月"', '2025-04-01'],
	['a date and a time', c('B2', '45748.375'), 'yyyy/m/d h:mm', '2025-04-01 09:00'],
	['a weekday', c('B2', 45748), 'aaa', '火'],
	['a time', c('B2', '0.375'), 'h:mm', '09:00'],
	['a time that binary cannot hold', c('B2', '0.70833333333333337'), 'h"時"mm"分"', '17:00'],
	['more than a day', c('B2', '1.0625'), '[h]:mm', '25:30'],
	['true', c('B2', 1, ' t="b"'), undefined, 'TRUE'],
	['a formula', `<c r="B2"><f>10+5</f><v>15</v></c>`, undefined, '15'],
	[
		'a formula of text',
		`<c r="B2" t="str"><f>A2&amp;1</f><v>ひなた1</v></c>`,
		undefined,
		'ひなた1'
	],
	['a break', `<c r="B2" t="inlineStr"><is><t>一_x000D_\n二</t></is></c>`, undefined, '一\n二'],
	['text that looks like a number', text('B2', '0012'), undefined, '0012'],
	['what Excel has destroyed', text('B2', '1.00E+12'), undefined, '1.00E+12']
])('%s is text as a person sees it', async (_, cell, format, expected) => {
	const styled = format === undefined ? cell : cell.replace('<c ', '<c s="1" ');
	const book = {
		sheets: [{ data: oneRow(styled) }],
		formats: format === undefined ? [] : [format]
	};
	expect((await open(book)).rows).toEqual([[2, 'ひなた', expected]]);
});

test('the days of an old Mac begin in 1904', async () => {
	const sheets = [{ data: oneRow(c('B2', 44286, ' s="1"')) }];
	expect((await open({ sheets, formats: ['yyyy/m/d'], date1904: true })).rows).toEqual([
		[2, 'ひなた', '2025-04-01']
	]);
});

test.each([
	['an error', c('B2', '#N/A', ' t="e"'), '#N/A', '計算の誤り（#N/A）です。空として読みました。'],
	[
		'a formula that nothing calculated',
		'<c r="B2"><f>SUM(C1:C9)</f></c>',
		'=SUM(C1:C9)',
		'計算式の結果が入っていません。空として読みました。'
	]
])('%s is blank, and told with its column', async (_, cell, found, message) => {
	const { rows, warnings } = await open({ sheets: [{ data: oneRow(cell + text('C2', '備考')) }] });
	expect(rows).toEqual([[2, 'ひなた', '', '備考']]);
	expect(warnings).toContainEqual([2, '定員', found, message]);
});
