import { describe, expect, it } from 'vitest';
import { mapped } from '#lib/domain/formats/mapping/mapped.ts';
import { propose } from '#lib/domain/formats/mapping/proposal/propose.ts';
import { context } from '../../../../support/formats.ts';
import { rowOf } from '../../../../support/mapped-rows.ts';

function proposed(header: string[], ...lines: string[][]) {
	const rows = lines.map((cells, at) =>
		rowOf(Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])), at + 2)
	);
	const { columns, mapping } = propose(header, rows, context);
	const contents = rows.map((row) => mapped(mapping, rows).read(row, context).content!);
	return { columns, contents, to: columns.map(({ to }) => to) };
}

describe('Columns of towns', () => {
	it('with ○ for each category make the categories of a place', () => {
		const header = ['名称', 'サービス_就労移行支援', '居場所', '家族会'];
		const { to, contents } = proposed(header, ['あ', '○', '×', ''], ['い', '', '〇', '◎']);
		expect(to).toEqual(['name', 'categories', 'categories', 'categories']);
		expect(contents.map(({ categories }) => categories)).toEqual([
			['employment-transition'],
			['ibasho', 'family']
		]);
	});

	it('with ones for ○ are the same, with other numbers are none', () => {
		expect(proposed(['名称', '居場所'], ['あ', '1'], ['い', '1']).to[1]).toBe('categories');
		expect(proposed(['名称', '居場所'], ['あ', '1'], ['い', '3']).to[1]).not.toBe('categories');
	});

	it('with ○ add to a column of the category', () => {
		const header = ['名称', '区分', '居場所'];
		const { contents } = proposed(header, ['あ', '家族会', '○'], ['い', '相談窓口', '×']);
		expect(contents.map(({ categories }) => categories)).toEqual([
			['family', 'ibasho'],
			['consultation']
		]);
	});

	it('of groups alone are surely the names', () => {
		const { columns } = proposed(['団体名', '電話'], ['見本の会', '027-224-1111']);
		expect(columns[0]).toMatchObject({ to: 'name', sureness: 'sure' });
	});

	it('of names with their reading are surely the names', () => {
		const { columns, contents } = proposed(
			['名称（ふりがな）', '設置主体'],
			['見本の家（みほんのいえ）', 'NPO法人見本']
		);
		expect(columns[0]).toMatchObject({ to: 'name', sureness: 'sure' });
		expect(contents[0]).toMatchObject({ name: '見本の家', kana: 'みほんのいえ' });
	});

	it('of who runs a place are not of the place', () => {
		const header = ['事業者_名称', '事業者_電話番号', '事業所_名称', '事業所_電話番号'];
		const { to } = proposed(header, ['見本会', '027-224-0001', '見本の家', '027-224-1111']);
		expect(to).toEqual(['organization', null, 'name', 'phone']);
	});

	it('of remarks in two lines are not of people', () => {
		expect(proposed(['名称', '備考'], ['あ', '要予約\n駐車場なし']).to[1]).toBe('staff_note');
	});
});
