import { expect, test } from 'vitest';
import type { TableOutcome } from '#lib/domain/formats/file/table.ts';
import { readTable } from '#lib/server/imports/file/table.ts';
import { mutatedText, mutatedWorkbook } from '../../../support/mutations.ts';
import { faultsOf } from '../../../support/table-faults.ts';

test('the faults that are looked for are found', () => {
	const finding = {
		line: 3,
		column: 'なぞ',
		kind: 'value' as const,
		found: null,
		message: 'Error'
	};
	const detected = {
		...{ kind: 'text' as const, encoding: null, delimiter: null, sheet: null, sheets: [] },
		...{ headerLine: 1, headerLines: 1 }
	};
	const table = { header: ['a'], headerLine: 1, rows: [], skipped: [], detected };
	const bad: TableOutcome[] = [
		{ problems: [] },
		{ problems: [finding] },
		{ table, warnings: [finding] }
	];
	expect(bad.map((outcome) => faultsOf(outcome).length)).toEqual([1, 1, 3]);
});

test.each([
	['text', 1500, mutatedText],
	['workbook', 250, mutatedWorkbook]
])('a damaged %s is read or refused in sentences', async (_, count, mutated) => {
	for (let seed = 0; seed < count; seed++) {
		const faults = faultsOf(await readTable(mutated(seed)));
		expect(faults, `seed ${seed}`).toEqual([]);
	}
});
