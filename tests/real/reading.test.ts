import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import type { Choices } from '#lib/domain/formats/file/table.ts';
import { readTable } from '#lib/server/imports/file/table.ts';

// The published files themselves, as in import.test.ts.
const folder = process.env['REAL_DATA'] ?? '';
if (!existsSync(path.join(folder, 'messy'))) {
	throw new Error(`REAL_DATA names no folder that holds messy/ (${folder || 'it is not set'})`);
}

async function read(name: string, choices: Choices = {}) {
	const outcome = await readTable(readFileSync(path.join(folder, name)), { choices });
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	return { ...outcome.table, warnings: outcome.warnings };
}

it.each([
	['wamnet/2025-03/csvdownload060.csv', 3418, 29, 1, 'utf-8', ','],
	['wamnet/2025-03/csvdownload042.csv', 1627, 29, 1, 'utf-8', ','],
	['wamnet/2025-03/csvdownload062.csv', 1859, 29, 1, 'utf-8', ','],
	['wamnet/2024-04/csvdownload061.csv', 393, 29, 1, 'utf-8', ','],
	['wamnet/2024-10/csvdownload061.csv', 455, 29, 1, 'utf-8', ','],
	['wamnet/2025-03/csvdownload061.csv', 484, 29, 1, 'utf-8', ','],
	['messy/yanai_tourism_sjis.csv', 18, 30, 2, 'cp932', ','],
	['messy/yanai_tourism_tsv.txt', 18, 30, 1, 'cp932', '\t'],
	['messy/2311.xlsx', 18, 30, 1, null, null],
	['municipal/172120_public-facility.csv', 189, 57, 1, 'utf-8', ','],
	['municipal/202142_public_facility.csv', 93, 24, 1, 'utf-8', ','],
	['municipal/takamatsu_0046_shogai.csv', 8, 11, 7, 'utf-8', ',']
])('%s holds %i places', async (name, rows, columns, headerLine, encoding, delimiter) => {
	const table = await read(name);
	expect([table.rows.length, table.header.length]).toEqual([rows, columns]);
	expect(table.detected).toMatchObject({ headerLine, headerLines: 1, encoding, delimiter });
	expect(table.warnings.filter(({ kind }) => kind !== 'encoding')).toEqual([]);
	expect(table.skipped.filter(({ reason }) => !['title', 'note'].includes(reason))).toEqual([]);
});

test('the same places are the same in three kinds of file', async () => {
	const [csv, tsv, book] = await Promise.all(
		['sjis.csv', 'tsv.txt']
			.map((end) => read(`messy/yanai_tourism_${end}`))
			.concat(read('messy/2311.xlsx'))
	);
	const names = (table: typeof csv) => table!.rows.map(({ cells }) => cells.get('名称'));
	expect(names(tsv)).toEqual(names(csv));
	expect(names(book)).toEqual(names(csv));
	expect(new Set(book!.rows.map(({ cells }) => cells.get('都道府県名')))).toEqual(
		new Set(['山口県'])
	);
	expect(tsv!.rows[0]!.cells.get('NO')).toBe('0000000001');
	const hours = [...csv!.rows, ...book!.rows].flatMap(({ cells }) => [...cells.values()]);
	expect(hours.some((cell) => cell.includes('8:00?15:00'))).toBe(true);
});

test('what a spreadsheet has destroyed stays as it is', async () => {
	const { rows } = await read('municipal/202142_public_facility.csv');
	const numbers = new Set(rows.map(({ cells }) => cells.get('法人番号')));
	expect([...numbers].some((number) => /^4\.00E\+12$/.test(number ?? ''))).toBe(true);
});

test('without its header, a file of the same kind loses no row', async () => {
	const table = await read('municipal/202142_public_facility.csv', { headerLine: 0 });
	expect([table.rows.length, table.header[0], table.header[25]]).toEqual([94, 'A列', undefined]);
});
