import { describe, expect, it, test } from 'vitest';
import { readTextTable, type Choices } from '#lib/domain/formats/file/table.ts';
import { bytes } from '../../../support/formats.ts';

function read(text: string, choices: Choices = {}) {
	const outcome = readTextTable(bytes(text), { choices });
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	const { header, headerLine, rows, detected, skipped } = outcome.table;
	const lines = rows.map(({ line, cells }) => [line, ...cells.values()]);
	return { header, headerLine, rows: lines, count: detected.headerLines, skipped };
}
const place = 'ひなた,本町1-2,028-000-0001,居場所';
const other = 'こかげ,緑町3,028-000-0002,居場所';

describe('A header', () => {
	it('stands below titles, comments and properties', () => {
		const { headerLine, skipped, rows } = read(
			`# 福祉施設一覧\n令和8年4月1日現在\n\n名称,住所,電話番号,区分\n${place}\n`
		);
		expect(headerLine).toBe(4);
		expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
			[1, 'title'],
			[2, 'title']
		]);
		expect(rows).toEqual([[5, 'ひなた', '本町1-2', '028-000-0001', '居場所']]);
	});

	it('begins with a sign, in a file of linked data, whose other lines of that kind are none', () => {
		const { header, rows, skipped } = read(
			'#LINK,,\n#lang,ja,\n#property,name,address\n#object_type_xsd,string,string\n1,ひなた,本町1\n2,こかげ,緑町3\n'
		);
		expect(header).toEqual(['#property', 'name', 'address']);
		expect(rows.map(([line]) => line)).toEqual([5, 6]);
		expect(skipped.map(({ reason }) => reason)).toEqual(['title', 'title', 'note']);
	});

	it('of two lines joins a group and its names', () => {
		const { header, count, rows } = read(
			`名称,所在地,,,開館時間,,電話番号\n,都道府県,市区町村,町名番地,開始,終了,\nひなた,栃木県,さくら市,本町1-2,9:00,17:00,028-000-0001\nこかげ,栃木県,さくら市,緑町3,9:00,,028-000-0002\n`
		);
		expect(header).toEqual([
			'名称',
			'所在地_都道府県',
			'所在地_市区町村',
			'所在地_町名番地',
			'開館時間_開始',
			'開館時間_終了',
			'電話番号'
		]);
		expect(count).toBe(2);
		expect(rows.map(([line]) => line)).toEqual([3, 4]);
	});

	it('has groups above names that repeat', () => {
		const { header, headerLine } = read(
			'施設一覧,,,,,\n,平日,,土曜日,,\n名称,開始,終了,開始,終了,電話番号\nひなた,9:00,17:00,9:00,12:00,028-000-0001\n'
		);
		expect(header).toEqual([
			'名称',
			'平日_開始',
			'平日_終了',
			'土曜日_開始',
			'土曜日_終了',
			'電話番号'
		]);
		expect(headerLine).toBe(2);
	});

	it.each([
		[
			'a place whose first cell is blank',
			'名称,住所,,電話番号\nひなた,本町1-2,2階,028-000-0001\nこかげ,緑町3,,028-000-0002\n'
		],
		[
			'a place of few words',
			'名称,住所,電話番号,備考\nひなた,,,休止中\nこかげ,緑町3,028-000-0002,\n'
		],
		[
			'a place of words alone',
			'名称,区分,対象,備考\nひなた,居場所,だれでも,予約不要\nこかげ,相談,家族,要予約\n'
		]
	])('is not taken together with %s', (_, text) => {
		const { count, rows } = read(text);
		expect(count).toBe(1);
		expect(rows).toHaveLength(2);
	});

	it('has names without what hides in them, in one form of writing', () => {
		const { header } = read(
			`"施設\n名称",名称＿英語, か${'\u3099'}な \u200b,電話\t番号,FAX\na,b,c,d,e\n`
		);
		expect(header).toEqual(['施設 名称', '名称_英語', 'がな', '電話 番号', 'FAX']);
	});

	it.each([
		'年度,2024,2025\nひなた,10,12\nこかげ,3,4\n',
		'コード,名称,2024年\n092011,ひなた,3\n092012,こかげ,4\n'
	])('may hold numbers: %j', (text) => expect(read(text).headerLine).toBe(1));
});

describe('A file without a header', () => {
	it.each([
		[
			'of numbers and telephones',
			`0012,${place}\n0013,${other}\n0014,ほかげ,西町9,028-000-0003,相談\n`
		],
		[
			'of words that repeat',
			'ひなた,さくら市,居場所\nこかげ,さくら市,居場所\nほかげ,さくら市,相談\nひだまり,みどり市,居場所\n'
		]
	])('%s loses no row: its columns have letters', (_, text) => {
		const { header, headerLine, rows, count } = read(text);
		expect([headerLine, count]).toEqual([0, 0]);
		expect(header.slice(0, 3)).toEqual(['A列', 'B列', 'C列']);
		expect(rows[0]![0]).toBe(1);
		expect(rows).toHaveLength(text.trim().split('\n').length);
	});

	it('may have a title all the same', () => {
		const { headerLine, rows, skipped } = read(
			`施設の一覧,,,\n${place}\n${other}\n${place.replace('ひ', 'は')}\n`
		);
		expect([headerLine, rows.length, skipped.length]).toEqual([0, 3, 1]);
	});

	it('keeps the zeros of 97,000 rows', () => {
		const rows = Array.from(
			{ length: 97_000 },
			(_, at) => `${String(at).padStart(7, '0')},施設${at},0${at % 10}`
		);
		const read97 = read(rows.join('\n'));
		expect(read97.rows).toHaveLength(97_000);
		expect(read97.rows[41]).toEqual([42, '0000041', '施設41', '01']);
	});
});

describe('A person', () => {
	const text = `一覧,,,\n名称,住所,電話番号,区分\n,,,\n${place}\n${other}\n`;

	it.each<[Choices, number, number, number]>([
		[{ headerLine: 2 }, 2, 1, 2],
		[{ headerLine: 1, headerLines: 2 }, 1, 2, 2],
		[{ headerLine: 0 }, 0, 0, 3],
		[{ headerLine: 4, headerLines: 1 }, 4, 1, 1]
	])('chooses %j', (choices, line, count, rows) => {
		const chosen = read(text, choices);
		expect([chosen.headerLine, chosen.count]).toEqual([line, count]);
		expect(chosen.rows.length).toBeGreaterThanOrEqual(rows);
	});
});

test('a header that another row repeats is read once', () => {
	const header = '名称,住所,電話番号,区分';
	const { rows, skipped } = read(`${header}\n${place}\n${header}\n${other}\n`);
	expect(rows.map(([line]) => line)).toEqual([2, 4]);
	expect(skipped).toEqual([{ line: 3, reason: 'header-again', text: header.replaceAll(',', ' ') }]);
});
