import { openSync, closeSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { client } from '../support/client.ts';
import { temporaryFolder } from '../support/folder.ts';
import { plant, sample } from '../support/seeds.ts';
import { cast, cookieOf, type Cast } from '../support/staff.ts';

let app: App;
/** Another process than the app. */
let db: Database;
let people: Cast;
let flag: string;
const at = new Date();
const none = '00000000';

beforeEach(async () => {
	const folder = temporaryFolder();
	const database = join(folder, 'a.db');
	flag = join(folder, 'full');
	plant(sample, database);
	db = openDatabase(database);
	people = cast(db, { at, region: 'sakura' });
	// What was deleted leaves pages that can be used again.
	db.$client.exec('VACUUM');
	const preload = pathToFileURL('tests/support/full-disk.ts').href;
	const env = { NODE_OPTIONS: `--import=${preload}`, FULL_DISK: flag };
	app = await startApp({ database, env });
});
afterEach(async () => {
	close(db);
	await app.stop();
});

const rows = (table: string) =>
	db.$client.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!;
const counts = () => ['reports', 'audit', 'editions', 'entries', 'revisions', 'drafts'].map(rows);
const pathOf = async () =>
	/href="(\/resources\/[^"?]+)"/.exec(await client(app).text('/regions/sakura'))![1]!;
const message = '電話番号が変わりました。'.repeat(80);

test('on a full disk a form is told so and nothing of it is kept, and readers read on', async () => {
	const path = await pathOf();
	const report = () =>
		client(app).send(`${path}/report`, [
			['section', 'other'],
			['message', message]
		]);
	const editor = client(app, cookieOf(db, people.admin, at));
	const open = () => editor.send('/staff/regions/sakura?/open', [['year', '2035']]);
	const before = counts();
	writeFileSync(flag, none);
	let refused: Response;
	// The last page may still have place for one.
	do refused = await report();
	while (refused.status === 303);
	const saved = await open();
	for (const answer of [refused, saved]) {
		expect(answer.status).toBe(503);
		const text = await answer.text();
		expect(text).toContain('ディスクがいっぱいで、保存できませんでした');
		expect(text).toContain('運営している人にお知らせください');
		expect(text).not.toMatch(/SQLITE|Error|disk/);
	}
	const [, ...others] = counts();
	expect(others).toEqual(before.slice(1));
	expect((await fetch(app.url + path)).status).toBe(200);
	expect((await fetch(`${app.url}/search?q=${encodeURIComponent('居場所')}`)).status).toBe(200);
	rmSync(flag);
	expect((await report()).status).toBe(303);
	expect((await open()).status).toBe(303);
	expect(rows('editions')).toBe(before[2]! + 1);
});

test('a file that is damaged while it is served is told of, to readers and to whoever sends a form', async () => {
	const path = await pathOf();
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	const handle = openSync(app.database, 'r+');
	const { size } = statSync(app.database);
	writeSync(handle, Buffer.alloc(size - 8192, 0xa5), 0, size - 8192, 8192);
	closeSync(handle);
	const report = [
		['section', 'other'],
		['message', message]
	] as [string, string][];
	for (const send of [
		() => fetch(`${app.url}/search?q=${encodeURIComponent('居場所')}`),
		() => fetch(`${app.url}${path}?edition=sakura-2026`),
		() => client(app).send(`${path}/report`, report)
	]) {
		const answer = await send();
		expect(answer.status).toBe(500);
		const text = await answer.text();
		expect(text).toContain('データの一部が壊れていて、読めませんでした');
		expect(text).not.toMatch(/SQLITE|malformed/);
	}
	expect((await fetch(`${app.url}/healthz`)).status).toBe(503);
});
