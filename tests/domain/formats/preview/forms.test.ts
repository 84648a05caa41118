import { describe, expect, it, test } from 'vitest';
import { parseDecision, placesIn } from '#lib/domain/formats/preview/form/decision.ts';
import { parseReading, parseWhereTo } from '#lib/domain/formats/preview/form/options.ts';
import { parseColumns } from '#lib/domain/formats/preview/form/columns.ts';
import { parseRowFilter, rowAddress, wantedOf } from '#lib/domain/formats/preview/row-filter.ts';

const form = (pairs: Record<string, string> | [string, string][]) => new URLSearchParams(pairs);
const id = '00000000-0000-4000-8000-000000000001';

describe('A decision', () => {
	it.each([
		['take', { is: 'take' }],
		['skip', { is: 'skip' }],
		['different', { is: 'different' }],
		['like', { is: 'like' }],
		['open', { is: 'open' }],
		[`same:${id}`, { is: 'same', resource: id }]
	])('is what the button %s says', (choice, decision) => {
		expect(parseDecision(form({ choice }))).toEqual(decision);
	});

	it('to merge takes only the fields that are marked', () => {
		const marked: [string, string][] = [
			['field', 'summary'],
			['field', 'fee']
		];
		expect(parseDecision(form([['choice', 'merge'], ...marked]))).toEqual({
			...{ is: 'merge', fields: ['summary', 'fee'] }
		});
		expect(parseDecision(form([['choice', `merge:${id}`], ...marked]))).toEqual({
			...{ is: 'same', resource: id, fields: ['summary', 'fee'] }
		});
	});

	it.each(['', 'merge', `merge:${id}`, 'same:', 'same:1', 'drop table'])(
		'is none: %j',
		(choice) => {
			expect(parseDecision(form({ choice }))).toHaveProperty('issue');
		}
	);

	it('is about the rows of the page, or about all that were asked for', () => {
		expect(placesIn(form({ places: '3,7' }))).toEqual([3, 7]);
		expect(placesIn(form({ places: '3,7', scope: 'all' }))).toBeNull();
		expect(placesIn(form({ places: '3,x,-1,' }))).toEqual([3]);
		expect(placesIn(form({}))).toEqual([]);
	});
});

describe('Where a file goes', () => {
	it('is the directory as it is, where nothing else is said', () => {
		expect(parseWhereTo(form({}))).toEqual({
			...{ region: null, year: null, category: null, way: 'revision', asOf: null }
		});
	});

	it('is said with the year and the day as they are written', () => {
		const said = { region: 'sakura', year: '2027', category: 'ibasho', way: 'draft' };
		expect(parseWhereTo(form({ ...said, asOf: '2026-04-01' }))).toEqual({
			...{ ...said, year: 2027, asOf: '2026-04-01' }
		});
		expect(parseWhereTo(form({ year: '令和9' }))).toMatchObject({
			issue: '年度は 2027 のような西暦4桁です（いまは「令和9」）。'
		});
		expect(parseWhereTo(form({ asOf: '2026-02-30' }))).toHaveProperty('issue');
	});
});

test('How a file is read is only what was chosen', () => {
	expect(parseReading(form({ encoding: '', sheet: '', headerLine: '' }))).toEqual({});
	expect(parseReading(form({ encoding: 'cp932', delimiter: '\t', headerLine: '３' }))).toEqual({
		...{ encoding: 'cp932', delimiter: '\t', headerLine: 3 }
	});
	expect(parseReading(form({ headerLine: '0', headerLines: '2', sheet: '一覧' }))).toEqual({
		...{ headerLine: 0, headerLines: 2, sheet: '一覧' }
	});
	expect(parseReading(form({ encoding: 'ebcdic', headerLine: 'x', headerLines: '3' }))).toEqual({});
});

describe('What columns become', () => {
	const header = ['施設名', '種別', '電話'];
	const chosen: [string, string][] = [
		['name', '町の一覧'],
		['to-0', 'name'],
		['to-1', 'categories'],
		['to-2', 'phone']
	];

	it('is a mapping, their words with ours', () => {
		const words: [string, string][] = [
			['words-of-1', 'categories'],
			['word-1', '就労B'],
			['term-1', 'employment-b'],
			['word-1', 'その他'],
			['term-1', '']
		];
		const constants: [string, string][] = [
			['constant-0', 'municipality'],
			['value-0', '見本市'],
			['constant-1', ''],
			['value-1', '捨てる']
		];
		expect(parseColumns(form([...chosen, ...words, ...constants]), header)).toEqual({
			value: {
				name: '町の一覧',
				columns: [
					{ from: '施設名', to: 'name' },
					{ from: '種別', to: 'categories', words: { 就労B: 'employment-b' } },
					{ from: '電話', to: 'phone' }
				],
				constants: { municipality: '見本市' }
			}
		});
	});

	it('has no words of what a column was to become before', () => {
		const words: [string, string][] = [
			['words-of-1', 'audiences'],
			['word-1', '本人'],
			['term-1', 'person']
		];
		expect(parseColumns(form([...chosen, ...words]), header)).toMatchObject({
			value: { columns: [{}, { from: '種別', to: 'categories' }, {}] }
		});
		expect(JSON.stringify(parseColumns(form([...chosen, ...words]), header))).not.toContain('本人');
	});

	it('has a name, and otherwise says what was chosen so far', () => {
		const [, , kind, phone] = chosen;
		expect(parseColumns(form([kind!, phone!]), header)).toMatchObject({
			issue: expect.stringContaining('「名前」になる列がありません') as string,
			given: { columns: [{ to: null }, { to: 'categories' }, { to: 'phone' }] }
		});
	});

	it('is nothing that this product does not know', () => {
		const [name] = [chosen[1]!];
		expect(parseColumns(form([name, ['to-1', 'password']]), header)).toMatchObject({
			value: { columns: [{ to: 'name' }, { to: null }, { to: null }] }
		});
	});
});

test('Which rows are looked at is in the address, and comes back from it', () => {
	const usual = ['', '?show=open', '?show=duplicate', '?show=new&after=49', '?after=0'];
	for (const address of [...usual, '?show=noted', '?show=noted&about=0&after=3']) {
		expect(rowAddress(parseRowFilter(new URLSearchParams(address)))).toBe(address);
	}
	expect(parseRowFilter(new URLSearchParams('show=all&after=-1'))).toEqual({
		...{ show: null, about: null, after: null }
	});
	expect(wantedOf({ show: 'open', about: null, after: null })).toEqual({ isUndecided: true });
	const said = { column: null, message: 'あ', rows: 5 };
	expect(wantedOf({ show: 'noted', about: 0, after: null }, [said])).toEqual({
		noted: { about: said }
	});
	expect(wantedOf({ show: 'gone', about: null, after: null })).toEqual({ statuses: ['gone'] });
});
