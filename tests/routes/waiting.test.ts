import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { startApp, type App } from '../support/app.ts';
import { client } from '../support/client.ts';
import { cast, cookieOf, type Cast } from '../support/staff.ts';

let app: App;
/** Another process than the app. */
let db: Database;
let people: Cast;
const at = new Date();

beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	people = cast(db, { at, region: 'sakura' });
});
afterAll(async () => {
	close(db);
	await app.stop();
});

/** Reads pages that nobody has kept, until so many were answered. */
async function read(count: number): Promise<void> {
	for (let at = 0; at < count; at++) {
		const answer = await fetch(`${app.url}/search?q=${at}`, { headers: { accept: 'text/html' } });
		await answer.arrayBuffer();
		expect(answer.status).toBe(200);
	}
}

/** How a form ends that is sent while another process writes, and whether readers had to wait for it. */
async function whileWriting(send: () => Promise<Response>) {
	db.$client.exec('BEGIN IMMEDIATE');
	let hasEnded = false;
	const sending = send().finally(() => (hasEnded = true));
	await read(200);
	const endedBefore = hasEnded;
	db.$client.exec('ROLLBACK');
	return { endedBefore, answer: await sending };
}

test('a report waits for an import, and readers do not', async () => {
	const reader = client(app);
	const [, path] = /href="(\/resources\/[^"?]+)"/.exec(await reader.text('/regions/sakura'))!;
	const message = '電話番号が変わりました。';
	const { endedBefore, answer } = await whileWriting(() =>
		reader.send(`${path}/report`, [
			['section', 'other'],
			['message', message]
		])
	);
	expect(endedBefore).toBe(false);
	expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}/report/thanks`]);
	const kept = db.$client.prepare('SELECT message FROM reports').pluck().all();
	expect(kept.filter((one) => one === message)).toHaveLength(1);
});

test('a save waits for an import, and readers do not', async () => {
	const editor = client(app, cookieOf(db, people.admin, at));
	const page = '/staff/regions/sakura';
	const { endedBefore, answer } = await whileWriting(() =>
		editor.send(`${page}?/open`, [['year', '2035']])
	);
	expect(endedBefore).toBe(false);
	expect(answer.status).toBe(303);
});
