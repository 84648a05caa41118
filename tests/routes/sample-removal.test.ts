import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import { close } from '#lib/server/database/client.ts';
import { startApp, type App } from '../support/app.ts';
import { cast, cookieOf } from '../support/staff.ts';

let app: App;
let cookies: { admin: string; editor: string; unconfirmed: string };
beforeAll(async () => {
	app = await startApp();
	const db = openDatabase(app.database);
	const at = new Date();
	const people = cast(db, { at, region: 'sakura' });
	cookies = {
		admin: cookieOf(db, people.admin, at),
		editor: cookieOf(db, people.editor, at),
		unconfirmed: cookieOf(db, people.admin, new Date(at.getTime() - 20 * 60_000))
	};
	close(db);
});
afterAll(() => app.stop());

const path = '/staff/regions/sakura/removal';
const look = (at: string, cookie: string) =>
	fetch(app.url + at, { redirect: 'manual', headers: { accept: 'text/html', cookie } });
const send = (cookie: string, fields: Record<string, string>) =>
	fetch(app.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			...{ accept: 'text/html', cookie, origin: app.url, 'sec-fetch-site': 'same-origin' }
		},
		body: new URLSearchParams(fields)
	});
const isThere = async () => (await look('/regions/sakura', '')).status;

describe('Dropping the sample region', () => {
	test('is for admins who have just said their password', async () => {
		expect((await look(path, cookies.editor)).status).toBe(404);
		expect((await send(cookies.editor, { sure: 'yes' })).status).toBe(404);
		const asked = await look(path, cookies.unconfirmed);
		expect(asked.headers.get('location')).toContain('/staff/confirm');
		expect((await send(cookies.unconfirmed, { sure: 'yes' })).headers.get('location')).not.toBe(
			'/staff/regions?removed=sample'
		);
		expect(await isThere()).toBe(200);
	});

	test('says first how much goes, and is offered for no real region', async () => {
		expect(await (await look('/staff/regions/sakura', cookies.admin)).text()).toContain(path);
		expect(await (await look('/staff/regions/gunma', cookies.admin)).text()).not.toContain(
			'/removal'
		);
		expect((await look('/staff/regions/gunma/removal', cookies.admin)).status).toBe(404);
		const html = await (await look(path, cookies.admin)).text();
		expect(html).toMatch(/場所 81件（改訂 \d+件/);
		expect(html).toMatch(/年度版 3冊（掲載 \d+件）/);
		expect(html).toContain('しおりに入れた数は分かりません');
		const unsure = await send(cookies.admin, {});
		expect(unsure.status).toBe(422);
		expect(await unsure.text()).toContain('場所 81件');
		expect(await isThere()).toBe(200);
	});

	test('leaves everything else as it is', async () => {
		const done = await send(cookies.admin, { sure: 'yes' });
		expect([done.status, done.headers.get('location')]).toEqual([
			303,
			'/staff/regions?removed=sample'
		]);
		const after = await (await look('/staff/regions?removed=sample', cookies.admin)).text();
		expect(after).toContain('見本の地域を消しました');
		expect(await isThere()).toBe(404);
		for (const page of ['/', '/search', '/guide', '/about', '/regions/gunma', '/now']) {
			expect((await look(page, '')).status, page).toBe(200);
		}
		for (const page of ['/staff', '/staff/activity', '/staff/resources', '/staff/inbox']) {
			expect((await look(page, cookies.admin)).status, page).toBe(200);
		}
		expect(await (await look('/staff/activity', cookies.admin)).text()).toContain('さくら地域');
		expect((await send(cookies.admin, { sure: 'yes' })).status).toBe(404);
	});
});
