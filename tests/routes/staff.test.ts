import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { cast, cookieOf } from '../support/staff.ts';

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

const ask = (path: string, headers: Record<string, string> = {}) =>
	fetch(app.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });

describe('The staff area', () => {
	test('sends a visitor to the place where one signs in, and back from there', async () => {
		const page = await ask('/staff');
		expect(page.status).toBe(303);
		expect(page.headers.get('location')).toBe('/staff/login?to=%2Fstaff');
		const data = await ask('/staff/__data.json');
		expect(await data.json()).toEqual({ type: 'redirect', location: '/staff/login?to=%2Fstaff' });
	});

	test('lets in who is signed in, and nothing of it is kept', async () => {
		const page = await ask('/staff', { cookie });
		expect(page.status).toBe(200);
		expect(page.headers.get('cache-control')).toBe('no-store');
		expect(await page.text()).toContain('編集室');
		expect((await ask('/staff')).status).toBe(303);
	});

	test('is kept for nobody else under another spelling of its address', async () => {
		for (const path of ['/%73taff', '/%73taff/login', '/%73taff/__data.json']) {
			await ask(path, { cookie });
			expect(await (await ask(path)).text()).not.toContain('editor');
		}
		expect((await ask('/%73taff', { cookie })).status).toBe(200);
		expect((await ask('/%73taff')).status).toBe(303);
	});

	test('is nothing that the pages of readers look at', async () => {
		const [with_, without] = await Promise.all([ask('/', { cookie }), ask('/')]);
		expect(await with_.text()).toBe(await without.text());
	});
});
