import { describe, expect, it } from 'vitest';
import { mapped } from '#lib/domain/formats/mapping/mapped.ts';
import { parseMapping } from '#lib/domain/formats/mapping/mapping.ts';
import { propose } from '#lib/domain/formats/mapping/proposal/propose.ts';
import { context } from '../../../../support/formats.ts';
import { rowOf } from '../../../../support/mapped-rows.ts';
import { shapes } from '../../../../support/shapes.ts';
import { lists, type List } from '../../../../support/municipal-lists.ts';

const rowsOf = ({ columns }: List) =>
	[0, 1, 2].map((place) => ({
		line: place + 2,
		cells: new Map(columns.map(([name, , ...values]) => [name, values[place] ?? '']))
	}));

const proposed = lists.map((list) => {
	const header = list.columns.map(([name]) => name);
	return {
		list,
		...propose(header, rowsOf(list), { ...context, shapes, fileName: `${list.title}.xlsx` })
	};
});

const answers = proposed.flatMap(({ list, columns }) =>
	list.columns.map(([name, expected], place) => ({
		column: `${list.title}／${name}`,
		expected: expected.split('|'),
		is: columns[place]!.to ?? '-'
	}))
);

/** Columns that the lists say hold people's names, or ways to reach a person. */
const personal =
	/管理者|責任者|担当者|院長|代表|会長|記入者|担当医|福祉士|センター長|ファシリテーター|講師|所長|^G列/;

const about = { ...context, shapes };
const propose1 = (from: string, ...values: string[]) => {
	const rows = values.map((value) => rowOf({ 名称: 'みほん', [from]: value }));
	const { columns, mapping } = propose(['名称', from], rows, about);
	return { ...columns[1]!, words: mapping.columns[1]!.words };
};

describe('Proposals for lists of towns', () => {
	it('are right for at least 95 of 100 columns', () => {
		const wrong = answers.filter(({ expected, is }) => !expected.includes(is));
		const share = 1 - wrong.length / answers.length;
		expect(lists.length).toBeGreaterThanOrEqual(17);
		expect(share, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(0.95);
	});

	it('make no field of a column of people’s names', () => {
		const found = proposed.flatMap(({ list, columns }) =>
			list.columns.flatMap(([name, expected], place) =>
				personal.test(name) && expected === '-' ? columns[place]! : []
			)
		);
		expect(found.length).toBeGreaterThan(15);
		expect(found.filter(({ to }) => to !== null)).toEqual([]);
	});

	it('are mappings that can be read, with a name for every row', () => {
		for (const { list, mapping } of proposed) {
			expect(parseMapping(mapping), list.title).toEqual({ value: mapping });
			const format = mapped(mapping, rowsOf(list));
			for (const row of rowsOf(list)) {
				const { content, problems } = format.read(row, about);
				expect([content?.name, problems], list.title).toEqual([expect.any(String), []]);
			}
		}
	});

	it('let no name of a person out of a file that is taken as proposed', () => {
		const names = /見本 太郎|例 花子|仮野|見本 花子|例野|仮山|見本 和子|例 明|仮 正子/;
		for (const { list, mapping } of proposed) {
			const format = mapped(mapping, rowsOf(list));
			const contents = rowsOf(list).map((row) => format.read(row, about).content);
			expect(JSON.stringify(contents)).not.toMatch(names);
		}
	});
});

describe('A proposal', () => {
	it('says why, how sure it is, and shows some values', () => {
		expect(propose1('電話番号', '027-224-1111', '027-224-1112')).toMatchObject({
			...{ to: 'phone', sureness: 'sure', samples: ['027-224-1111', '027-224-1112'] },
			because: '見出しが「電話番号」です。'
		});
		expect(propose1('院長', '見本 太郎')).toMatchObject({
			to: null,
			because: expect.stringContaining('人の名前') as string
		});
	});

	it('believes the values where they are something else than the name', () => {
		expect(propose1('電話番号', 'a@example.jp', 'b@example.jp')).toMatchObject({
			...{ to: 'mail', sureness: 'unsure' }
		});
		expect(propose1('連絡先', 'https://example.jp/')).toMatchObject({ to: 'url' });
	});

	it.each([
		['B', 'postal_code', '371-0001'],
		['B', 'phone', '027-224-1111'],
		['B', 'latitude', '36.391'],
		['B', 'longitude', '139.061'],
		['B', 'point', '36.391,139.061'],
		['B', 'address', '群馬県前橋市見本町1-2'],
		['B', 'municipality', '群馬県前橋市'],
		['B', 'prefecture', '群馬県'],
		['B', 'corporate_number', '8700110005901'],
		['B', 'corporate_number', '1.00E+12'],
		['B', 'hours', '毎月第2土曜 14時〜16時'],
		['B', 'weekdays', '月火水'],
		['B', 'categories', '就労B'],
		['B', 'ages', '15歳～39歳'],
		['B', '-', '見本 太郎'],
		['B', '-', 'ことば']
	])('of a column without a name (%s) is %s by %s', (from, to, value) =>
		expect(propose1(from, value, value).to ?? '-').toBe(to)
	);

	it('takes their words for our terms', () => {
		expect(propose1('種別', '就労B', '居場所', '見本').words).toEqual({ 就労B: '就労継続支援' });
		expect(propose1('費用', 'タダ', '無料').words).toEqual({ タダ: '無料' });
		expect(propose1('対象', '誰でも', 'どなたでも').words).toEqual({ 誰でも: 'どなたでも' });
		expect(propose1('バリアフリー', 'スロープ無し').words).toBeUndefined();
	});

	it('has one name; of a list of groups the group is it', () => {
		const columns = (...header: string[]) =>
			propose(
				header,
				[rowOf(Object.fromEntries(header.map((one) => [one, 'ことば'])))],
				about
			).columns.map(({ to }) => to);
		expect(columns('名称', '施設名')).toEqual(['name', null]);
		expect(columns('団体名', '内容')).toEqual(['name', 'description']);
		expect(columns('施設名', '団体名')).toEqual(['name', 'organization']);
	});
});
