import { describe, expect, it } from 'vitest';
import { mapped } from '#lib/domain/formats/mapping/mapped.ts';
import { parseMapping } from '#lib/domain/formats/mapping/mapping.ts';
import { context } from '../../../support/formats.ts';

const mapping = {
	name: '前橋市 相談窓口一覧',
	source: 'city/102016',
	columns: [
		{ from: '番号', to: 'number' },
		{ from: '窓口名', to: 'name' },
		{ from: '内容', to: 'description' },
		{ from: '備考', to: 'description' },
		{ from: '定員', to: 'capacity' },
		{ from: '担当者', to: null }
	],
	constants: { categories: '相談窓口' }
};

const issuesOf = (json: unknown) => {
	const parsed = parseMapping(json);
	return 'issues' in parsed ? parsed.issues : [];
};

const row = (cells: Record<string, string>) => ({ line: 2, cells: new Map(Object.entries(cells)) });

describe('A mapping as JSON', () => {
	it('is read', () => {
		expect(parseMapping(mapping)).toEqual({ value: mapping });
	});

	it.each([
		['no object', 'x', ''],
		['no name', { ...mapping, name: '' }, 'name'],
		['no columns', { name: 'x' }, 'columns'],
		['a key that is none', { ...mapping, column: [] }, 'column'],
		['a source with blanks', { ...mapping, source: '前橋 市' }, 'source'],
		['a constant of no field', { ...mapping, constants: { colour: '赤' } }, 'constants.colour']
	])('with %s is refused at its place', (_, json, path) => {
		expect(issuesOf(json).map((issue) => issue.path)).toContain(path);
	});

	it('names the field that may have been meant', () => {
		const columns = [...mapping.columns, { from: '電話', to: 'phnoe' }];
		expect(issuesOf({ ...mapping, columns })).toEqual([
			{ path: 'columns.6.to', message: expect.stringContaining('「phone」') as string }
		]);
		const labelled = [...mapping.columns, { from: '電話', to: '電話番号（いくつでも）' }];
		expect(issuesOf({ ...mapping, columns: labelled })[0]!.message).toContain('「phone」');
	});

	it('needs a column or a constant that is the name', () => {
		const columns = mapping.columns.filter(({ to }) => to !== 'name');
		expect(issuesOf({ ...mapping, columns })).toMatchObject([{ path: 'columns' }]);
	});
});

describe('A mapped file', () => {
	const format = mapped(mapping, [row({ 番号: '1' }), row({ 番号: '2' })]);
	const cells = {
		...{ 番号: '1', 窓口名: 'みほん相談室', 内容: '暮らしの相談', 備考: '予約なし' },
		...{ 定員: 'たくさん', 担当者: '見本 花子' }
	};
	const reading = format.read(row(cells), context);

	it('takes the columns that it maps, and joins those of one field', () => {
		expect(reading.content).toMatchObject({
			name: 'みほん相談室',
			description: '暮らしの相談\n備考：予約なし',
			categories: ['consultation']
		});
		expect(JSON.stringify(reading.content)).not.toContain('花子');
	});

	it('keeps a bad cell for staff, with a warning, and the row', () => {
		expect(reading.problems).toEqual([]);
		expect(reading.content).toMatchObject({ capacity: null });
		expect(reading.content!.staffNote).toContain('定員（元のデータ）：たくさん');
		expect(reading.warnings).toMatchObject([{ line: 2, column: '定員', found: 'たくさん' }]);
	});

	it('is known by its number where numbers tell rows apart, and only there', () => {
		expect(reading.source).toEqual({ source: 'city/102016', number: '1' });
		const twice = mapped(mapping, [row({ 番号: '1' }), row({ 番号: '1' })]);
		expect(twice.read(row(cells), context).source).toBeNull();
	});

	it('refuses a row only without a name', () => {
		const nameless = format.read(row({ ...cells, 窓口名: ' ' }), context);
		expect(nameless).toMatchObject({ content: null, problems: [{ line: 2, column: '窓口名' }] });
	});

	it('refuses a file without the column of the name', () => {
		expect(format.check(['番号', '内容'], context)).toMatchObject([{ column: '窓口名' }]);
	});
});
