import { describe, expect, it } from 'vitest';
import { readTextTable } from '#lib/domain/formats/file/table.ts';
import { bytes } from '../../../support/formats.ts';

const header = '番号,名称,住所,電話番号,定員';
const places = [
	'ひなた,本町1-2,028-000-0001,10',
	'こかげ,緑町3,028-000-0002,20',
	'ほかげ,西町9,028-000-0003,5',
	'木もれび,東町4,,8'
].map((place, at) => `${at + 1},${place}`);

function read(...lines: string[]) {
	const outcome = readTextTable(bytes([header, ...lines].join('\n') + '\n'));
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	const { rows, skipped } = outcome.table;
	return {
		rows: rows.map(({ line, cells }) => [line, ...cells.values()]),
		skipped,
		warnings: outcome.warnings
	};
}
const lines = (rows: unknown[][]) => rows.map(([line]) => line);

describe('A row that is no place is skipped with its reason:', () => {
	it.each([
		['合計,,,,43', 'total'],
		['"合　計",,,,"1,043"', 'total'],
		[',計,,,43人', 'total'],
		['総計（4件）,,,,', 'total'],
		['小計,,,-,43', 'total'],
		['計,,,,3機関', 'total'],
		['県計,,,,43', 'total'],
		['※開館時間は変わることがあります,,,,', 'note'],
		[',※要予約,,,', 'note'],
		['注1）休館日を除く,,,,', 'note'],
		['（注）電話は平日だけです,,,,', 'note'],
		['出典：さくら市福祉課,,,,', 'note'],
		['電話番号は、令和8年4月1日現在のものです。,,,,', 'note'],
		['東 計,,,,15人', 'total'],
		['注1　休館日を除く,,,,', 'note'],
		['北部地区,,,,', 'title'],
		['さくら市,,,,', 'title'],
		['【北部地区】,,,,', 'title'],
		['■相談の窓口,,,,', 'title']
	])('%s', (line, reason) => {
		const { rows, skipped } = read(...places, line);
		expect(lines(rows)).toEqual([2, 3, 4, 5]);
		expect(skipped).toMatchObject([{ line: 6, reason }]);
		expect(skipped[0]!.text).not.toBe('');
	});

	it.each([
		['(1),(2),(3),(4),(5)', 'note'],
		[',,,,（人）', 'note'],
		['no,name,address,phone,capacity type', 'header-again']
	])('%s, below the header', (line, reason) => {
		const { rows, skipped } = read(line, ...places);
		expect(lines(rows)).toEqual([3, 4, 5, 6]);
		expect(skipped).toMatchObject([{ line: 2, reason }]);
	});

	it('the name of another part of the table, above its header', () => {
		const { rows, skipped } = read(places[0]!, '', '相談の窓口,,,,', header, places[1]!);
		expect(lines(rows)).toEqual([2, 6]);
		expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
			[3, 'blank'],
			[4, 'title'],
			[5, 'header-again']
		]);
	});

	it('blank, between others; those at the end are no rows at all', () => {
		const { rows, skipped } = read(places[0]!, ',,,,', places[1]!, ',,,,', '\u3000,,,,');
		expect(lines(rows)).toEqual([2, 4]);
		expect(skipped).toEqual([{ line: 3, reason: 'blank', text: '' }]);
	});
});

describe('When unsure, a row stays:', () => {
	it.each([
		['a place of which only the name is known', ',みどりの家,,,'],
		['a name that begins like a total', '5,計画相談センター,南町,028-000-0009,3'],
		['a name that is a total', '5,合計,南町,028-000-0009,3'],
		['a name that ends like a total', '5,家計,南町,028-000-0009,3'],
		['a name that ends like a total, of which little is known', '家計,,,,'],
		['a name that begins like a note', '注文の多い家,,,,'],
		['a note in a row that says more', '5,※休止中,南町,,'],
		[
			'a long name in the midst',
			'ひきこもりの人と家族のための、ゆっくり休める場所です。,,,,\n6,すぎのこ,北町,028-000-0008,3'
		],
		['a name in brackets that says more', '5,【休止】たんぽぽ,南町,,']
	])('%s', (_, line) => {
		const { rows, skipped } = read(...places, line);
		expect(lines(rows)).toContain(6);
		expect(skipped).toEqual([]);
	});
});

describe('A place of two rows', () => {
	it('that go on with its text is one, and both are told', () => {
		const { rows, skipped } = read(places[0]!, places[1]!, ',,（2階）,,', places[2]!, places[3]!);
		expect(lines(rows)).toEqual([2, 3, 5, 6]);
		expect(rows[1]).toEqual([3, '2', 'こかげ', '緑町3\n（2階）', '028-000-0002', '20']);
		expect(skipped).toEqual([{ line: 4, reason: 'continued', text: '（2階）' }]);
	});

	it('has two telephones', () => {
		const { rows } = read(...places.slice(0, 3), ',,,028-000-0099,', places[3]!);
		expect(rows[2]![4]).toBe('028-000-0003\n028-000-0099');
	});

	it('is not made of a row that says what the one above does not', () => {
		const { rows, skipped } = read(...places, ',,南町5,028-000-0010,12');
		expect(lines(rows)).toContain(6);
		expect(skipped).toEqual([]);
	});

	it('of a name alone that is drawn in goes on with the name above', () => {
		const { rows, skipped } = read(...places, ',　第二作業所,,,', '5,もみじ,南町5,,');
		expect(rows.slice(3)).toEqual([
			[5, '4', '木もれび\n　第二作業所', '東町4', '', '8'],
			[7, '5', 'もみじ', '南町5', '', '']
		]);
		expect(skipped).toMatchObject([{ line: 6, reason: 'continued' }]);
	});

	it('of a name alone that is not drawn in stays', () => {
		const { rows } = read(...places, ',第二作業所,,,', '5,　もみじ,,,');
		expect(lines(rows)).toEqual([2, 3, 4, 5, 6, 7]);
	});

	it('was cut by a break that nothing quotes', () => {
		const whole = [...places, ...places.slice(0, 3)];
		const { rows, skipped } = read(
			...whole,
			'8,木もれび,東町4',
			'（駅前）,,8',
			'9,すぎのこ,北町,,3'
		);
		expect(rows.slice(7)).toEqual([
			[9, '8', '木もれび', '東町4\n（駅前）', '', '8'],
			[11, '9', 'すぎのこ', '北町', '', '3']
		]);
		expect(skipped).toEqual([{ line: 10, reason: 'continued', text: '（駅前） 8' }]);
	});

	it('that together have the columns of one, but both begin with a number, stay two', () => {
		const { rows } = read(...places, ...places, '5,すぎのこ,北町,028-000-0008', '6,もみじ');
		expect(rows.slice(8).map((cells) => cells.slice(0, 3))).toEqual([
			[10, '5', 'すぎのこ'],
			[11, '6', 'もみじ']
		]);
	});

	it('that are both too short, but not parts of one, stay two', () => {
		const { rows } = read(...places, '5,すぎのこ', '6,もみじ');
		expect(rows.slice(4)).toEqual([
			[6, '5', 'すぎのこ', '', '', ''],
			[7, '6', 'もみじ', '', '', '']
		]);
	});
});
