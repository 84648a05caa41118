import { afterAll, beforeAll, expect, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import { startApp, type App } from '../support/app.ts';
import { cast, cookieOf } from '../support/staff.ts';

let app: App;
let db: Database;
let cookie: string;
const act = { by: 'operator', at: new Date(), reason: 'サーバーの引っこし' };

beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	cookie = cookieOf(db, cast(db, { at: act.at }).admin, act.at);
});
afterAll(async () => {
	close(db);
	await app.stop();
});

const html = { accept: 'text/html' };
const send = (path: string, headers: Record<string, string> = {}) =>
	fetch(app.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { ...html, origin: app.url, 'sec-fetch-site': 'same-origin', ...headers },
		body: new URLSearchParams({ section: 'other', message: '曜日が違います', name: 'x' })
	});

const read = async (path: string, headers: Record<string, string> = {}) => {
	const answer = await fetch(app.url + path, { headers: { ...html, ...headers } });
	return { status: answer.status, text: await answer.text() };
};

test('while it is read-only, pages answer as ever and nothing that is sent is taken', async () => {
	const id = String(db.$client.prepare('SELECT id FROM resources LIMIT 1').pluck().get());
	const report = `/resources/${id}/report`;
	const before = await read(`/resources/${id}`);
	expect((await send(report)).status).toBe(303);
	readOnly.turnOn(db, act);
	const count = () => db.$client.prepare('SELECT count(*) FROM reports').pluck().get();
	const sent = count();

	expect(await read(`/resources/${id}`)).toEqual(before);
	for (const path of ['/', '/regions/sakura', '/regions/sakura/2026', '/search', '/healthz']) {
		expect((await read(path)).status).toBe(200);
	}
	for (const [path, headers] of [
		[report, {}],
		['/staff/login', {}],
		['/staff/me?/name', { cookie }],
		['/staff/leave', { cookie }]
	] as const) {
		const refused = await send(path, headers);
		expect([path, refused.status]).toEqual([path, 503]);
		expect(refused.headers.get('retry-after')).toBe('600');
		const text = await refused.text();
		expect(text).toContain('サーバーの引っこしのため');
		expect(text).toContain('送られた内容は保存されていません');
		expect(text).not.toContain('%sveltekit');
	}
	const asData = await send(report, { accept: 'application/json', 'x-sveltekit-action': 'true' });
	expect(await asData.json()).toMatchObject({ type: 'error' });
	expect((await read('/staff', { cookie })).text).toContain('いまは何も保存できません');
	expect(count()).toBe(sent);

	readOnly.turnOff(db, act);
	expect((await send(report)).status).toBe(303);
	expect((await read('/staff', { cookie })).text).not.toContain('いまは何も保存できません');
});
