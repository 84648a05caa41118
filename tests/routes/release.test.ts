import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { startApp, type App } from '../support/app.ts';
import { client } from '../support/client.ts';
import { cast, cookieOf } from '../support/staff.ts';

const path = '/staff/regions/sakura/2030';
let app: App;
let editor: string;
let admin: string;
let entry: string;
beforeAll(async () => {
	app = await startApp();
	const db = openDatabase(app.database);
	const at = new Date();
	const people = cast(db, { at, region: 'sakura' });
	editor = cookieOf(db, people.editor, at);
	admin = cookieOf(db, people.admin, at);
	const regionId = regions.find(db, 'sakura')!.id;
	const id = editions.open(db, { regionId, year: 2030, by: 'test', at, imprint: '発行 見本の会' });
	const { resourceId, revisionId } = db.$client
		.prepare(
			`SELECT r.id AS resourceId, r.current_revision_id AS revisionId FROM resources r
			JOIN entries e ON e.resource_id = r.id WHERE r.region_id = ? ORDER BY e.number LIMIT 1`
		)
		.get(regionId) as { resourceId: string; revisionId: number };
	editions.pin(db, id, { resourceId, revisionId });
	editions.arrange(db, id);
	entry = resourceId;
	close(db);
});
afterAll(() => app.stop());

const ask = (part: string, cookie: string) =>
	fetch(app.url + path + part, { redirect: 'manual', headers: { accept: 'text/html', cookie } });

const send = (part: string, cookie: string, fields: Record<string, string> = {}) =>
	fetch(app.url + path + part, {
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

describe('From 確認中 to 公開', () => {
	test('校了 is refused while something is missing, and the page says where to put it right', async () => {
		const page = await (await ask('/lock', editor)).text();
		expect(page).toContain(`${path}/entries/${entry}/verification`);
		const refused = await send('/lock?/lock', editor);
		expect(refused.status).toBe(409);
		expect(await refused.text()).toContain('足りないところがあります');
	});

	test('a lack is passed with a reason only, and what was typed is not lost', async () => {
		const empty = await send('/lock?/waive', editor, {
			resource: entry,
			check: 'verification',
			reason: 'ん'
		});
		expect(empty.status).toBe(422);
		const page = await empty.text();
		expect(page).toContain('理由を書いてください');
		expect(page).toMatch(/value="ん"/);
		const passed = await send('/lock?/waive', editor, {
			resource: entry,
			check: 'verification',
			reason: '電話がつながらないまま'
		});
		expect(passed.status).toBe(303);
		expect(await (await ask('/lock', editor)).text()).toContain('電話がつながらないまま');
	});

	test('校了, back with a reason, 校了 again, 公開: each says what it is', async () => {
		expect((await send('/lock?/lock', editor)).status).toBe(303);
		expect((await send('/lock?/unlock', editor)).status).toBe(422);
		expect((await send('/lock?/unlock', editor, { reason: '奥付を直す' })).status).toBe(303);
		expect((await send('/publication?/publish', editor)).status).toBe(409);
		expect((await send('/lock?/lock', editor)).status).toBe(303);
		const page = await (await ask('/publication', editor)).text();
		expect(page).toContain('2026年度版');
		expect((await send('/publication?/publish', editor)).status).toBe(303);
		expect((await fetch(`${app.url}/regions/sakura/2030`)).status).toBe(200);
	});

	test('only an admin withdraws, with a reason', async () => {
		expect((await send('/publication?/withdraw', editor, { reason: '間違い' })).status).toBe(404);
		expect((await send('/publication?/withdraw', admin)).status).toBe(422);
		expect((await send('/publication?/withdraw', admin, { reason: '間違い' })).status).toBe(303);
		expect((await fetch(`${app.url}/regions/sakura/2030`)).status).toBe(404);
	});
});

test('A round that was opened by mistake is given up by an admin, after its loss was said', async () => {
	const round = '/staff/regions/sakura/2072';
	const opened = await client(app, editor).send('/staff/regions/sakura?/open', [['year', '2072']]);
	expect(opened.headers.get('location')).toBe(round);
	expect(await client(app, admin).text(`${round}/publication`)).toMatch(
		/\d+件の掲載と、0件についた/
	);
	const giveUp = (who: string, reason = '') =>
		client(app, who).send(`${round}/publication?/giveUp`, [['reason', reason]]);
	expect((await giveUp(editor, '間違い')).status).toBe(404);
	expect((await giveUp(admin)).status).toBe(422);
	expect((await giveUp(admin, '間違い')).headers.get('location')).toBe('/staff/regions/sakura');
	expect((await client(app, admin).get(round)).status).toBe(404);
});

describe('The sheets of an edition', () => {
	test('compare it with any other, as a page and as CSV', async () => {
		const page = await (await ask('/compare?with=2024&fate=new', editor)).text();
		expect(page).toContain('2024年度版から、2030年度版へ');
		const csv = await ask('/compare.csv?with=2024', editor);
		expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(await csv.text()).toMatch(/^\ufeff?状態,番号,名前/);
		for (const wrong of ['/compare?with=1999', '/compare.csv?with=x', '/compare.csv?with=2030']) {
			expect((await ask(wrong, editor)).status, wrong).toBe(404);
		}
	});

	test('show the gaps, for everybody or for some', async () => {
		expect(await (await ask('/gaps', editor)).text()).toContain('家＝家族');
		expect(await (await ask('/gaps?audience=family', editor)).text()).toContain('家族のための件数');
		expect(await (await ask('/gaps.csv', editor)).text()).toContain('さくら市,居場所');
	});

	test('and how it will read', async () => {
		expect((await ask('/proof', editor)).status).toBe(200);
		expect((await ask('/proof?chapter=nothing', editor)).status).toBe(200);
	});
});
