import { expect, onTestFinished, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { importFile } from '#lib/server/imports/index.ts';
import { wamnetFile } from '../../support/formats.ts';
import { copy, now, prepared } from '../../support/seeds.ts';

async function imported(rows: number): Promise<Database> {
	const db = copy(prepared);
	onTestFinished(() => close(db));
	const bytes = wamnetFile(
		Array.from({ length: rows }, (_, at) => ({
			no: `A${String(at).padStart(10, '0')}`,
			name: `見本作業所${at}`,
			'事業所住所（市区町村）': '群馬県高崎市',
			事業所電話番号: '03-1234-5678'
		}))
	);
	const input = { fileName: 'a.csv', bytes, year: 2026, by: 'editor', at: now };
	const report = await importFile(db, input);
	expect(report).toMatchObject({ accepted: true, rows });
	return db;
}

const waiting = (db: Database) =>
	db.$client.prepare('SELECT count(*) FROM search_tail').pluck().get();

test('an import of many leaves no reader anything to fold into the index', async () => {
	const db = await imported(300);
	expect(waiting(db)).toBe(0);
	expect(db.$client.prepare('SELECT count(*) FROM search_documents').pluck().get()).toBe(300);
});

test('a few are read beside the packed lists, which stay as they were', async () => {
	expect(waiting(await imported(3))).toBe(3);
});
