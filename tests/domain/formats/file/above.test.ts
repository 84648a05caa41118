import { describe, expect, it } from 'vitest';
import { withoutDitto } from '#lib/domain/formats/file/above/ditto.ts';
import { filledGroups } from '#lib/domain/formats/file/above/groups.ts';
import { rowOf } from '../../../support/mapped-rows.ts';

const tableOf = ([header = '', ...lines]: string[]) => {
	const names = header.split(',');
	const rows = lines.map((line, at) => {
		const cells = line.split(',');
		return rowOf(Object.fromEntries(names.map((name, place) => [name, cells[place]!])), at + 2);
	});
	return [names, rows] as const;
};
const textOf = ({ rows }: { rows: { cells: ReadonlyMap<string, string> }[] }) =>
	rows.map(({ cells }) => [...cells.values()].join());

describe('A mark for the same', () => {
	const read = (...lines: string[]) => withoutDitto(...tableOf(lines));

	it.each(['〃', '″', '"', '々', '同上', '（同上）', '同　上', ' 〃 ', '上に同じ'])(
		'%s stands for the cell above, each column told once',
		(mark) => {
			const found = read('名称,市町村', 'あ,前橋市', `い,${mark}`, `う,${mark}`);
			expect(textOf(found)).toEqual(['あ,前橋市', 'い,前橋市', 'う,前橋市']);
			expect(found.warnings).toMatchObject([{ line: 3, column: '市町村', found: mark }]);
		}
	);

	it('同左 stands for the cell to the left', () => {
		const found = read('名称,電話,FAX', 'あ,027-1,同左', 'い,027-2,〃');
		expect(textOf(found)).toEqual(['あ,027-1,027-1', 'い,027-2,027-1']);
	});

	it('stays where nothing is above, and within other words', () => {
		const found = read('名称,備考', '〃,同上', '同上の家,左右');
		expect(textOf(found)).toEqual(['〃,同上', '同上の家,左右']);
		expect(found.warnings).toEqual([]);
	});
});

describe('Blanks below a group', () => {
	const read = (...lines: string[]) => filledGroups(...tableOf(lines));

	it('stand for it, and the column is told', () => {
		const found = read('区分,名称', '相談,あ', ',い', ',う', '家族会,え', ',お');
		expect(textOf(found)).toEqual(['相談,あ', '相談,い', '相談,う', '家族会,え', '家族会,お']);
		expect(found.warnings).toMatchObject([{ line: 3, column: '区分', found: '' }]);
	});

	it('end with the group around them', () => {
		const found = read('圏域,市,名称', '東,前橋市,あ', ',,い', '西,,う', ',高崎市,え', ',,お');
		expect(textOf(found)[2]).toBe('西,,う');
		expect(textOf(found)[4]).toBe('西,高崎市,お');
	});

	it.each([
		['a column that says it again', '区分,名称', '相談,あ', '相談,い', ',う', ',え'],
		['one that begins with a blank', '区分,名称', ',あ', '相談,い', ',う', ',え'],
		['one with few blanks', '区分,名称', '相談,あ', '家族会,い', ',う', '食堂,え'],
		['one behind the names', '名称,区分', 'あ,相談', 'い,', 'う,', 'え,家族会'],
		['numbers', '電話,名称', '027-224-1111,あ', ',い', ',う', '027-224-1112,え']
	])('stay in %s', (_, ...lines) => {
		expect(textOf(read(...lines))).toEqual(lines.slice(1));
		expect(read(...lines).warnings).toEqual([]);
	});
});
