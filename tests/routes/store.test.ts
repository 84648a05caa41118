import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { write } from '#lib/server/database/transaction.ts';
import { regions } from '#lib/server/database/schema/index.ts';
import { eq } from 'drizzle-orm';
import {
	closeSync,
	copyFileSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startApp, type AppOptions } from '../support/app.ts';
import { temporaryFolder } from '../support/folder.ts';

async function start(options?: AppOptions) {
	const app = await startApp(options);
	onTestFinished(() => app.stop());
	return app;
}

test('a kept page is made anew when another process has changed the database', async () => {
	const app = await start();
	const page = async () => (await fetch(`${app.url}/regions/sakura`)).text();
	const before = await page();
	expect(await page()).toBe(before);

	const db = openDatabase(app.database);
	write(db, () =>
		db.update(regions).set({ name: '新しい見本の名' }).where(eq(regions.slug, 'sakura')).run()
	);
	close(db);

	expect(await page()).toContain('新しい見本の名');
});

test('a reader whose words cannot be written down just now is told so', async () => {
	const app = await start();
	const region = await (await fetch(`${app.url}/regions/sakura`)).text();
	const [, id] = /\/resources\/([0-9a-f-]{36})/.exec(region)!;
	const send = () =>
		fetch(`${app.url}/resources/${id}/report`, {
			method: 'POST',
			redirect: 'manual',
			headers: { accept: 'text/html', origin: app.url },
			body: new URLSearchParams({ section: 'contact', message: '電話番号が変わりました' })
		});

	const db = openDatabase(app.database);
	onTestFinished(() => close(db));
	db.$client.exec('BEGIN IMMEDIATE');
	const refused = await send();
	expect(refused.status).toBe(503);
	expect(refused.headers.get('retry-after')).toBe('5');
	expect(await refused.text()).toContain('いま混み合っています');
	db.$client.exec('ROLLBACK');

	expect((await send()).status).toBe(303);
	expect(db.$client.prepare('SELECT message FROM reports').pluck().all()).toEqual([
		'電話番号が変わりました'
	]);
	expect(app.logs()).not.toContain('電話番号');
});

test('the app answers that it is well', async () => {
	const app = await start();
	const response = await fetch(`${app.url}/healthz`);
	expect(response.status).toBe(200);
	expect(await response.json()).toEqual({ status: 'ok' });
});

test.each([
	['deleted', (file: string) => rmSync(file)],
	[
		'replaced by another one',
		(file: string) => {
			copyFileSync(file, `${file}.copy`);
			renameSync(`${file}.copy`, file);
		}
	],
	[
		'damaged',
		(file: string) => {
			for (const part of [file, `${file}-wal`]) {
				const handle = openSync(part, 'r+');
				writeSync(handle, readFileSync(part).fill(0xa5, 0));
				closeSync(handle);
			}
		}
	]
])('the app says that it is not well when its database was %s', async (_, spoil) => {
	const app = await start();
	spoil(app.database);
	const health = async () => (await fetch(`${app.url}/healthz`)).status;
	await expect.poll(health).toBe(503);
});

test('stopping leaves one whole file behind', async () => {
	const folder = temporaryFolder();
	const file = join(folder, 'a.db');
	const app = await startApp({ database: file });
	await fetch(app.url);
	await app.stop();
	expect(readdirSync(folder).sort()).toEqual(['a.db', 'a.db.key']);
	const db = openDatabase(file);
	onTestFinished(() => close(db));
	expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
});

test.each([
	['a file of somebody else', { database: 'list.csv' }, 'SQLite のデータベースではありません'],
	['a folder that is not there', { database: 'none/a.db' }, '見つかりません'],
	['a wrong setting', { env: { LOG_LEVEL: 'loud' } }, '環境変数 LOG_LEVEL が「loud」']
])('the app does not start on %s and says why', async (_, options: AppOptions, sentence) => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'list.csv'), '名称,住所\n');
	const database = join(folder, options.database ?? 'a.db');
	await expect(startApp({ ...options, database })).rejects.toThrow(sentence);
});
