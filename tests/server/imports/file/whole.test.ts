import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '#lib/server/imports/file/table.ts';
import { workbook } from '../../../support/workbook.ts';
import { bytes } from '../../../support/formats.ts';

const header = ['番号', '名称', '住所', '電話番号', '備考'];
const signs = [
	'髙',
	'𠮷',
	'👨‍👩‍👧',
	'か',
	'が',
	',',
	'"',
	'\n',
	';',
	'\t',
	'0',
	'※',
	'合計',
	'=1+1',
	'　',
	'ｶﾞ',
	"'",
	'①',
	'-'
];
const cell = fc.array(fc.constantFrom(...signs), { maxLength: 6 }).map((list) => list.join(''));
const row = fc
	.tuple(fc.integer({ min: 1, max: 99_999 }), cell, cell, cell, cell)
	.map(([number, name, ...others]) => [String(number).padStart(5, '0'), `家${name}`, ...others]);
const rows = fc.array(row, { minLength: 1, maxLength: 12 });

async function cellsOf(content: Uint8Array) {
	const outcome = await readTable(content);
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	expect(outcome.table.header).toEqual(header);
	expect(outcome.warnings).toEqual([]);
	return outcome.table.rows.map(({ cells }) => [...cells.values()]);
}

test('no row of a text is lost, invented or changed', async () => {
	await fc.assert(
		fc.asyncProperty(rows, fc.constantFrom(',', '\t', ';'), async (places, delimiter) => {
			const text = stringify([header, ...places], { delimiter, record_delimiter: '\n' });
			expect(await cellsOf(bytes(text))).toEqual(places);
		}),
		{ numRuns: 300 }
	);
});

test('no row of a workbook is lost, invented or changed', async () => {
	await fc.assert(
		fc.asyncProperty(rows, async (places) => {
			const data = [header, ...places];
			expect(await cellsOf(workbook({ sheets: [{ data }] }))).toEqual(places);
		}),
		{ numRuns: 100 }
	);
});
