import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { add } from '#lib/server/editions/membership.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { startApp, type App } from '../support/app.ts';
import { client, hiddenIn } from '../support/client.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { content } from '../support/world.ts';

const path = '/staff/regions/sakura/2031';
let app: App;
let editor: ReturnType<typeof client>;
beforeAll(async () => {
	app = await startApp();
	const db = openDatabase(app.database);
	const at = new Date();
	editor = client(app, cookieOf(db, cast(db, { at, region: 'sakura' }).editor, at));
	close(db);
});
afterAll(() => app.stop());

const ask = (path: string) => editor.get(path);
const text = (path: string) => editor.text(path);
const seen = async (address: string) => hiddenIn(await text(address), ['revision', 'check']);
const send = (path: string, fields: [string, string][]) => editor.send(path, fields);

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
		const wrong = await send(`${address}?/write`, [
			['method', 'phone'],
			['result', 'confirmed'],
			['on', '2999-01-01'],
			['note', '消えてはいけない']
		]);
		expect(wrong.status).toBe(422);
		expect(await wrong.text()).toContain('消えてはいけない');
		const first = await seen(address);
		const write = (fields: [string, string][]) =>
			send(`${address}?/write`, [
				['method', 'phone'],
				['result', 'confirmed'],
				['on', '2026-11-20'],
				['note', '書いたことば'],
				...fields
			]);
		const done = await write(first);
		expect(done.headers.get('location')).toMatch(
			/\/entries\/[0-9a-f-]{36}\/verification\?done=\d+$/
		);
		expect(await text(`${path}?progress=confirmed`)).toContain(`value="${entry}"`);
		expect(await text(`/resources/${resource}`)).toContain('電話で確認 2026年11月20日');
		expect((await ask(`${path}/entries/nobody/verification`)).status).toBe(404);

		const late = await write(first);
		const told = await late.text();
		expect(late.status).toBe(409);
		for (const one of ['ほかの人が変えました', '2026年11月20日・電話・確認済', '書いたことば'])
			expect(told).toContain(one);
		expect((await write(await seen(address))).status).toBe(303);

		const [, check] = await seen(address);
		const revoked = await send(`${address}?/revoke`, [check!]);
		expect(revoked.headers.get('location')).toBe(`${address}?revoked`);
		expect((await send(`${address}?/revoke`, [check!])).status).toBe(409);
		expect((await write(await seen(address))).status).toBe(303);
	});

	test('leads to the content where something changed', async () => {
		const left = await text(`${path}?progress=left`);
		const next = /entries\/([0-9a-f-]{36})\/verification/.exec(left)![1]!;
		const address = `${path}/entries/${next}/verification`;
		const changed = await send(`${address}?/write`, [
			...(await seen(address)),
			['method', 'mail'],
			['result', 'changed'],
			['on', '2026-11-20']
		]);
		expect(changed.headers.get('location')).toBe(`/staff/resources/${next}`);
		expect(await text(`${path}?progress=left`)).toContain('内容はまだ前のまま');
		expect(await text(`${path}/lock?check=change`)).toContain('変更がまだ書かれていない');
	});

	test('has a list to call, a sheet for each place, and words that keep what was typed', async () => {
		expect(await text(`${path}/calls`)).toContain('電話');
		expect(await text(`${path}/calls.csv`)).toContain('番号,名前,よみ');
		const db = openDatabase(app.database);
		const exported = "SELECT count(*) FROM audit WHERE action = 'edition.export'";
		expect(db.$client.prepare(exported).pluck().get(), 'the file is in the log').toBe(1);
		close(db);
		const confirmed = await text(`${path}/calls.csv?progress=confirmed`);
		expect(confirmed.trim().split('\r\n')).toHaveLength(2);
		expect(confirmed).toContain('確認済');
		expect(await text(`${path}/sheets?progress=left`)).toContain('直すところがある');
		const wrong = await send(`${path}/words?/save`, [
			['imprint', '発行 見本の会'],
			['colour', '#ffff00']
		]);
		expect(wrong.status).toBe(422);
		expect(await wrong.text()).toContain('発行 見本の会');
		const written: [string, string][] = [
			['imprint', '発行 見本の会'],
			['cover', '春のしおり'],
			['colour', '#1f6660']
		];
		expect((await send(`${path}/words?/save`, written)).status).toBe(303);
		const proof = await text(`${path}/proof`);
		for (const one of ['発行 見本の会', '春のしおり', 'fill="#1f6660"'])
			expect(proof).toContain(one);
		expect(await text(`${path}/lock`)).not.toContain('奥付がありません');
	});

	test('is put in order by hand, without a mouse', async () => {
		const form: [string, string][] = [['order', 'hand']];
		expect((await send(`${path}/order?/order`, form)).status).toBe(303);
		const page = await text(`${path}/order`);
		const [first, second] = [...page.matchAll(/name="resource" value="([^"]+)"/g)]
			.map(([, id]) => id!)
			.filter((id, at, all) => all.indexOf(id) === at) as [string, string];
		const fields: [string, string][] = [
			['resource', first],
			['chapter', 'ibasho']
		];
		const wrong = await send(`${path}/order?/move`, [...fields, ['to', 'さん']]);
		expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('さん')]);
		const moved = await send(`${path}/order?/move`, [...fields, ['to', '2']]);
		expect(moved.headers.get('location')).toBe(`${path}/order?chapter=ibasho&moved=2#entry-2`);
		const after = await text(`${path}/order`);
		expect(after.indexOf(second)).toBeLessThan(after.indexOf(first));
	});

	test('takes back what was done last, and tells of it in the log and its table', async () => {
		await send(`${path}/entries/new?/remove`, [
			['resource', resource],
			['reason', '取りちがえ']
		]);
		const page = await text(path);
		const record = /name="record" value="(\d+)"/.exec(page)![1]!;
		expect(page).toContain('年度版から外した');
		const undone = await send('/staff/undo', [['record', record]]);
		expect(undone.status).toBe(303);
		expect(await text(undone.headers.get('location')!)).toContain('元に戻しました');
		expect((await ask(`${path}/entries/${resource}/verification`)).status).toBe(200);
		expect((await send('/staff/undo', [['record', record]])).status).toBe(409);
		expect(await text('/staff/activity')).toContain('元に戻した');
		const table = await ask('/staff/activity.csv?kind=resource');
		expect(table.headers.get('content-type')).toContain('text/csv');
		expect(await table.text()).toContain('取りちがえ');
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

	test('prints and changes the whole of what a filter finds, places without a town among it', async () => {
		const db = openDatabase(app.database);
		const made = { regionId: regions.find(db, 'sakura')!.id, by: 'editor', at: new Date() };
		const { id } = staffView.find(db, { slug: 'sakura', year: '2031' })!;
		for (let number = 0; number < 101; number++) {
			const online = content({ name: `集まり${number}`, precision: 'online' });
			add(db, id, resources.create(db, { ...made, content: online }).resourceId, made);
		}
		close(db);
		const countOf = async (query: string) =>
			Number(/確認票\D*(\d+)枚/.exec(await text(`${path}${query}`))![1]);
		const [all, nowhere] = [await countOf(''), await countOf('?municipality=none')];
		expect(nowhere).toBeGreaterThan(100);
		expect(nowhere).toBeLessThan(all);
		const printed = await text(`${path}/sheets?municipality=none`);
		expect(printed.match(/<section/g)).toHaveLength(nowhere);
		expect(printed).toContain('お答えの方の役割（公開します');
		expect(await text(path)).toMatch(/href="[^"]*municipality=none/);

		const waiting = await countOf('?progress=waiting&municipality=none');
		const others = (await countOf('?progress=waiting')) - waiting;
		await send(`${path}?/change&municipality=none`, [
			['all', 'on'],
			['stage', 'waiting']
		]);
		expect(await countOf('?progress=waiting&municipality=none')).toBe(nowhere);
		expect(await countOf('?progress=waiting')).toBe(nowhere + others);
	});

	test('leads from its proof to where a place is put right, and says what will be public', async () => {
		expect(await text(`${path}/proof`)).toContain(`href="/staff/resources/${resource}"`);
		expect(await text(`${path}/entries/${resource}/verification`)).toContain('公開されます');
	});
});
