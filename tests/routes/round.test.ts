import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, openDatabase } from '#lib/server/database.ts';
import { startApp, type App } from '../support/app.ts';
import { cast, cookieOf } from '../support/staff.ts';

const path = '/staff/regions/sakura/2031';
let app: App;
let cookie: string;
beforeAll(async () => {
	app = await startApp();
	const db = openDatabase(app.database);
	const at = new Date();
	cookie = cookieOf(db, cast(db, { at, region: 'sakura' }).editor, at);
	close(db);
});
afterAll(() => app.stop());

const ask = (address: string) =>
	fetch(app.url + address, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
const text = async (address: string) => (await ask(address)).text();
const send = (address: string, fields: [string, string][]) =>
	fetch(app.url + address, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			accept: 'text/html',
			cookie,
			origin: app.url,
			'content-type': 'application/x-www-form-urlencoded'
		},
		body: new URLSearchParams(fields)
	});

describe('A round without scripts', () => {
	let entry: string;
	let resource: string;

	test('is opened from the last edition, after it was said in numbers what that means', async () => {
		expect(await text('/staff/regions')).toContain('さくら地域');
		expect(await text('/staff/regions/sakura')).toMatch(/2026年度版から、いまも続いている\d+件/);
		const wrong = await send('/staff/regions/sakura?/open', [['year', '令和']]);
		expect(wrong.status).toBe(422);
		expect(await wrong.text()).toContain('令和');
		const opened = await send('/staff/regions/sakura?/open', [['year', '2031']]);
		expect(opened.headers.get('location')).toBe(path);
		expect((await send('/staff/regions/sakura?/open', [['year', '2031']])).status).toBe(409);
	});

	test('shows what is left, and changes several entries at once', async () => {
		const board = await text(path);
		expect(board).toMatch(/残り\d+件/);
		entry = /name="entry" value="(\d+)"/.exec(board)![1]!;
		resource = /entries\/([0-9a-f-]{36})\/verification/.exec(board)![1]!;
		expect((await send(`${path}?/change`, [['stage', 'waiting']])).status).toBe(422);
		const changed = await send(`${path}?/change&progress=left`, [
			['entry', entry],
			['stage', 'waiting'],
			['assignee', '']
		]);
		expect(changed.headers.get('location')).toBe(`${path}?progress=left&changed=1`);
		expect(await text(`${path}?progress=waiting`)).toContain(`value="${entry}"`);
	});

	test('verifies an entry and goes on to the next', async () => {
		const address = `${path}/entries/${resource}/verification`;
		const wrong = await send(address, [
			['method', 'phone'],
			['result', 'confirmed'],
			['on', '2999-01-01'],
			['note', '消えてはいけない']
		]);
		expect(wrong.status).toBe(422);
		expect(await wrong.text()).toContain('消えてはいけない');
		const done = await send(address, [
			['method', 'phone'],
			['result', 'confirmed'],
			['on', '2026-11-20']
		]);
		expect(done.headers.get('location')).toMatch(
			/\/entries\/[0-9a-f-]{36}\/verification\?done=\d+$/
		);
		expect(await text(`${path}?progress=confirmed`)).toContain(`value="${entry}"`);
		expect(await text(`/resources/${resource}`)).toContain('電話で確認 2026年11月20日');
		expect((await ask(`${path}/entries/nobody/verification`)).status).toBe(404);
	});

	test('leads to the content where something changed', async () => {
		const left = await text(`${path}?progress=left`);
		const next = /entries\/([0-9a-f-]{36})\/verification/.exec(left)![1]!;
		const changed = await send(`${path}/entries/${next}/verification`, [
			['method', 'mail'],
			['result', 'changed'],
			['on', '2026-11-20']
		]);
		expect(changed.headers.get('location')).toBe(`/staff/resources/${next}`);
	});

	test('has a list to call, a sheet for each place, and words that keep what was typed', async () => {
		expect(await text(`${path}/calls`)).toContain('電話');
		expect(await text(`${path}/calls.csv`)).toContain('番号,名前,よみ');
		expect(await text(`${path}/sheets?progress=left`)).toContain('直すところがある');
		const wrong = await send(`${path}/words`, [
			['imprint', '発行 見本の会'],
			['colour', '#ffff00']
		]);
		expect(wrong.status).toBe(422);
		expect(await wrong.text()).toContain('発行 見本の会');
		expect((await send(`${path}/words`, [['imprint', '発行 見本の会']])).status).toBe(303);
		expect(await text(`${path}/lock`)).not.toContain('奥付がありません');
	});

	test('takes an entry out and in again', async () => {
		const fields: [string, string][] = [
			['resource', resource],
			['reason', '今年は見送り']
		];
		expect((await send(`${path}/entries/new?/remove`, fields)).status).toBe(303);
		expect((await ask(`${path}/entries/${resource}/verification`)).status).toBe(404);
		expect((await send(`${path}/entries/new?/add`, [['resource', resource]])).status).toBe(303);
	});
});
