import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CrowdedError, feedInTurn, fileInTurn } from '#lib/server/exports/turns.ts';
import { writeWorkbook } from '#lib/server/exports/workbook.ts';
import { workbook } from '#lib/domain/formats/workbook/workbook.ts';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { world } from '../../support/world.ts';

test('files are made one after the other, and pages are answered between two', async () => {
	const { db } = world();
	let making = 0;
	let most = 0;
	let answered = 0;
	const asked = Array.from({ length: 5 }, (_, at) =>
		fileInTurn(db, [at], async () => {
			making++;
			most = Math.max(most, making);
			await setImmediate();
			making--;
			return answered;
		})
	);
	const page = (): void => void setTimeout(() => (answered++, page())).unref();
	page();
	const seen = await Promise.all(asked);
	expect(most).toBe(1);
	expect(new Set(seen).size).toBe(5);
});

test('thirty strangers who want one file have it made once', async () => {
	const { db } = world();
	let made = 0;
	const asked = Array.from({ length: 30 }, () => fileInTurn(db, ['same'], () => ++made));
	expect(new Set(await Promise.all(asked))).toEqual(new Set([1]));
	expect(await fileInTurn(db, ['same'], () => ++made)).toBe(2);
});

test('of thirty strangers with thirty wishes few wait, and staff are never refused', async () => {
	const { db } = world();
	const asked = Array.from({ length: 30 }, (_, at) => fileInTurn(db, [at], () => at));
	const staff = fileInTurn(db, null, () => 'of staff');
	const feed = feedInTurn(db, ['feed'], () => 'feed');
	const ended = await Promise.allSettled(asked);
	const refused = ended.filter((one) => one.status === 'rejected');
	expect(refused).toHaveLength(22);
	expect(refused.every(({ reason }) => reason instanceof CrowdedError)).toBe(true);
	expect([await staff, await feed]).toEqual(['of staff', 'feed']);
});

test('one that fails stops no other', async () => {
	const { db } = world();
	const failed = fileInTurn(db, ['a'], () => Promise.reject(new Error('no')));
	const next = fileInTurn(db, ['b'], () => 'b');
	await expect(failed).rejects.toThrow('no');
	expect(await next).toBe('b');
	expect(await fileInTurn(db, ['a'], () => 'a')).toBe('a');
});

test('a workbook of many rows is the same that is written here', async () => {
	const row = columns.map(({ example }) => example);
	const about = {
		...{ title: '見本', on: '2026-04-01', rows: 400, leftOut: 0, closed: 0, condition: null },
		...{ staff: false, isSample: false, imprint: null, licence: null }
	};
	const rows = Array.from({ length: 400 }, () => row);
	const book = { columns, rows, choices: [], about };
	const bytes = await writeWorkbook(book);
	expect(Buffer.from(bytes).equals(Buffer.from(await workbook(book)))).toBe(true);
});
