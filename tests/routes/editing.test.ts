import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { formOf, pairsOf, type ResourceFields } from '#lib/domain/editing/form.ts';
import { withoutStaffOnly } from '#lib/domain/resource/staff-only.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { hiddenIn } from '../support/client.ts';
import { startApp, type App } from '../support/app.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { canary, content } from '../support/world.ts';

let app: App;
let db: Database;
let editor: string;
let other: string;
let stranger: string;
let partner: string;
let id: string;
let elsewhere: number;
beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	const at = new Date();
	const sakura = regions.find(db, 'sakura')!.id;
	const one = db.$client
		.prepare(
			`SELECT r.id, v.organization_id AS organization FROM resources r
			JOIN revisions v ON v.id = r.current_revision_id
			WHERE r.region_id = ? AND v.organization_id IS NOT NULL ORDER BY r.id LIMIT 1`
		)
		.get(sakura) as { id: string; organization: string };
	id = one.id;
	elsewhere = db.$client
		.prepare('SELECT id FROM revisions WHERE resource_id <> ? LIMIT 1')
		.pluck()
		.get(id) as number;
	const people = cast(db, { at, region: 'sakura', organizations: [one.organization] });
	editor = cookieOf(db, people.editor, at);
	other = cookieOf(db, people.admin, at);
	stranger = cookieOf(db, people.stranger, at);
	partner = cookieOf(db, people.partner, at);
});
afterAll(async () => {
	close(db);
	await app.stop();
});

const ask = async (path: string, cookie = '') => {
	const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}) };
	return fetch(app.url + path, { redirect: 'manual', headers });
};

const send = (path: string, cookie: string, pairs: [string, string][]) => {
	const body = new FormData();
	for (const [name, value] of pairs) body.append(name, value);
	const request = new Request(app.url + path, { method: 'POST', body });
	return request.arrayBuffer().then((bytes) =>
		fetch(app.url + path, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				...{ accept: 'text/html', cookie, origin: app.url },
				'content-type': request.headers.get('content-type')!
			},
			body: bytes
		})
	);
};

const current = () => staffView.find(db, id)!;
const typed = (changes: Partial<ResourceFields> = {}, base = current().revision) => [
	['base', String(base)] as [string, string],
	...pairsOf({ ...formOf(current().content), ...changes })
];
const path = () => `/staff/resources/${id}`;

describe('The form of a resource, without scripts', () => {
	test('saves and publishes what was changed', async () => {
		const saved = await send(
			`${path()}?/save`,
			editor,
			typed({ summary: '電話のあとに来てください' })
		);
		expect(saved.headers.get('location')).toBe(`${path()}?done=saved`);
		expect(await (await ask(`/resources/${id}`)).text()).toContain('電話のあとに来てください');
		expect(await (await ask(`${path()}/history`, editor)).text()).toContain('短い紹介');
	});

	test('loses nothing of what cannot be saved, and says where to put it right', async () => {
		const refused = await send(
			`${path()}?/save`,
			editor,
			typed({ name: '', ageMin: '十五', access: '改札を出て右' })
		);
		expect(refused.status).toBe(422);
		const page = await refused.text();
		for (const words of [
			'href="#name"',
			'href="#ageMin"',
			'value="十五"',
			'改札を出て右',
			'保存していません'
		]) {
			expect(page).toContain(words);
		}
	});

	test('reads printed words as a rule, with the next dates', async () => {
		const schedules = [
			{ ...formOf(content({ name: 'あ' })), text: '毎週火曜・木曜 10:00〜15:00' }
		] as never;
		const seen = await send(`${path()}?/look`, editor, [...typed({ schedules }), ['read', '0']]);
		const page = await seen.text();
		expect(page).toContain('毎週火・木曜 10:00〜15:00');
		expect(page).toContain('次の日付');
		expect(current().content.schedules).not.toMatchObject([
			{ text: '毎週火曜・木曜 10:00〜15:00' }
		]);
	});

	test('shows field by field what somebody else saved meanwhile, and saves what was chosen', async () => {
		const base = current().revision;
		const theirs = typed({ summary: 'ほかの人のひとこと', access: 'ほかの人の行き方' }, base);
		const mine = typed({ summary: '自分のひとこと', activities: '自分のすること' }, base);
		expect((await send(`${path()}?/save`, other, theirs)).status).toBe(303);
		const conflict = await send(`${path()}?/save`, editor, mine);
		expect(conflict.status).toBe(409);
		const page = await conflict.text();
		for (const words of ['自分のひとこと', 'ほかの人のひとこと', 'まだ何も上書きしていません']) {
			expect(page).toContain(words);
		}
		const seen: [string, string] = ['theirs', String(current().revision)];
		const undecided = await send(`${path()}?/reconcile`, editor, [...mine, seen]);
		expect(undecided.status).toBe(422);
		const chosen: [string, string][] = [
			['choice.summary', 'mine'],
			['choice.access', 'theirs'],
			['choice.activities', 'mine']
		];
		const saved = await send(`${path()}?/reconcile`, editor, [...mine, seen, ...chosen]);
		expect(saved.status).toBe(303);
		expect(current().content).toMatchObject({
			...{ summary: '自分のひとこと', access: 'ほかの人の行き方', activities: '自分のすること' }
		});
	});

	test('shows nothing of a revision that is another resource’s', async () => {
		const changes = typed({ summary: 'さぐる' }).filter(([name]) => name !== 'base');
		const probe: [string, string][] = [
			['base', String(elsewhere)],
			['theirs', String(elsewhere)]
		];
		const name = db.$client
			.prepare('SELECT name FROM revisions WHERE id = ?')
			.pluck()
			.get(elsewhere) as string;
		for (const action of ['save', 'reconcile']) {
			const page = await (
				await send(`${path()}?/${action}`, editor, [...changes, ...probe])
			).text();
			expect(page).not.toContain(name);
		}
	});

	test('writes a new place from nothing, and a draft of it is nobody else’s', async () => {
		const address = '/staff/regions/sakura/resources/new';
		const pairs: [string, string][] = [
			['name', canary('新しい場所')],
			['categories', 'ibasho'],
			['precision', 'exact'],
			['operation', 'open'],
			['staffNote', canary('新しいメモ')]
		];
		expect((await send(`${address}/draft`, editor, pairs)).status).toBe(200);
		expect(await (await ask(address, editor)).text()).toContain(canary('新しい場所'));
		expect(await (await ask(address, other)).text()).not.toContain(canary('新しい場所'));
		const saved = await send(`${address}?/save`, editor, pairs);
		const made = saved.headers.get('location')!.split('?')[0]!;
		expect(await (await ask(made, editor)).text()).toContain(canary('新しいメモ'));
		expect((await ask(made, stranger)).status).toBe(404);
		// No consent: readers see nothing of it.
		expect((await ask(made.replace('/staff', ''))).status).toBe(404);
	});

	test('is a proposal when a partner sends it', async () => {
		const words = canary('提案');
		const sent = await send(`${path()}?/save`, partner, typed({ summary: words }));
		expect(sent.headers.get('location')).toBe(`${path()}?done=proposed`);
		expect(await (await ask(`/resources/${id}`)).text()).not.toContain(words);
		for (const page of ['withdrawal', 'history']) {
			expect((await ask(`${path()}/${page}`, partner)).status).toBe(404);
		}
	});

	test('keeps from a partner what staff wrote for one another, and loses none of it', async () => {
		const { content } = current();
		const phone = { number: '000-9999-0000', kind: 'voice', label: null, visibility: 'staff' };
		const phones = [
			...formOf(content).phones,
			formOf({ ...content, phones: [phone] } as never).phones[0]!
		];
		await send(`${path()}?/save`, editor, typed({ staffNote: canary('内輪のメモ'), phones }));
		const page = await (await ask(path(), partner)).text();
		expect(page).toContain(content.name);
		for (const words of [canary('内輪のメモ'), phone.number, '職員メモ']) {
			expect(page).not.toContain(words);
		}
		const seen = withoutStaffOnly(current().content);
		await send(`${path()}?/save`, partner, [
			['base', String(current().revision)],
			...pairsOf({ ...formOf(seen), feeNote: '値上げしました', staffNote: 'のぞいた' })
		]);
		const proposed = db.$client.prepare('SELECT max(id) FROM revisions').pluck().get() as number;
		const waiting = `/staff/inbox/proposals/${proposed}`;
		const accept = (seen: [string, string][]) =>
			send(`${waiting}?/accept`, editor, [...seen, ['field', 'feeNote']]);
		const stale = await accept([['current', '1']]);
		expect([stale.status, await stale.text()]).toEqual([
			409,
			expect.stringContaining('いまの内容が変わりました')
		]);
		const known = hiddenIn(await (await ask(waiting, editor)).text(), ['current']);
		await send(
			`${path()}?/save`,
			editor,
			typed({ staffNote: canary('内輪のメモ'), phones, access: '裏口から', feeNote: '値下げ' })
		);
		for (const action of ['accept', 'edit']) {
			const late = await send(`${waiting}?/${action}`, editor, [...known, ['field', 'feeNote']]);
			const told = await late.text();
			expect([late.status, action]).toEqual([409, action]);
			expect(told, action).toContain('そのあいだに変わったところ');
			expect(told, action).toMatch(/→ 裏口から/);
		}
		const again = await (await ask(waiting, editor)).text();
		expect(again).toContain('提案のあとに変わっています');
		expect(/<input[^>]*value="feeNote"[^>]*>/.exec(again)![0]).not.toContain('checked');
		const accepted = await accept(hiddenIn(again, ['current']));
		expect(accepted.status).toBe(303);
		const second = await accept(known);
		expect([second.status, await second.text()]).toEqual([
			410,
			expect.stringContaining('もうだれかが答えています')
		]);
		expect(current().content).toMatchObject({
			...{ feeNote: '値上げしました', staffNote: canary('内輪のメモ') },
			phones: expect.arrayContaining([expect.objectContaining({ number: phone.number })]) as never
		});
	});
});

test('Nothing that only staff may see is in what readers get, or in the log', async () => {
	for (const address of [
		'/regions/sakura',
		'/api/search?region=sakura',
		`/api/suggest?q=${encodeURIComponent('カナリア')}`,
		'/regions/sakura/resources.geojson',
		'/regions/sakura/search.json',
		`/resources/${id}`
	]) {
		expect(await (await ask(address)).text(), address).not.toContain('カナリア');
	}
	expect(app.logs()).not.toContain('カナリア');
});

test('A merged place leads to the other one for good, also in its printed page’s bookmarks', async () => {
	const [first, second] = db.$client
		.prepare(
			`SELECT r.id FROM resources r JOIN revisions v ON v.id = r.current_revision_id
			JOIN revision_consents c ON c.revision_id = v.id AND c.channel = 'web'
			WHERE r.region_id = ? AND r.withdrawn_at IS NULL AND r.id <> ? ORDER BY r.id LIMIT 2`
		)
		.pluck()
		.all(regions.find(db, 'sakura')!.id, id) as [string, string];
	const merged = await send(`/staff/resources/${first}/merge`, editor, [
		['into', `https://example.jp/resources/${second}`],
		['reason', '同じ場所だった']
	]);
	expect(merged.status).toBe(303);
	const led = await ask(`/resources/${first}`);
	expect([led.status, led.headers.get('location')]).toEqual([308, `/resources/${second}`]);
});

test('A form that was open while the words were erased writes none of them back', async () => {
	const { resourceId } = resources.create(db, {
		...{ regionId: regions.find(db, 'sakura')!.id, by: 'test', at: new Date() },
		content: content({ name: 'わすれたい場所' })
	});
	const page = `/staff/resources/${resourceId}`;
	const { content: words, revision } = staffView.find(db, resourceId)!;
	const fields: [string, string][] = [
		['base', String(revision)],
		...pairsOf({ ...formOf(words), summary: 'わすれたいことば' })
	];
	const act = { by: 'test', at: new Date(), reason: '本人の希望' };
	expect(erasure.erase(db, { resourceId }, act)).toMatchObject({ revisions: 1 });
	for (const action of ['?/save', '?/draft', '/draft']) {
		const late = await send(`${page}${action}`, editor, fields);
		expect(late.status, action).toBe(410);
		expect(await late.text(), action).toContain('本人の希望で消されています');
	}
	const base = String(revision);
	for (const [address, typed] of [
		[`${page}?/save`, fields.map(([name, value]) => [name, name === 'base' ? '' : value])],
		[
			`${page}/history?/restore`,
			[
				['revision', base],
				['base', base]
			]
		],
		[
			`${page}/merge`,
			[
				['into', id],
				['reason', 'わすれたい場所と同じ']
			]
		],
		[
			`/staff/resources/${id}/merge`,
			[
				['into', resourceId],
				['reason', '同じ場所']
			]
		]
	] as [string, [string, string][]][]) {
		const late = await send(address, editor, typed);
		expect([late.status, address]).toEqual([410, address]);
		expect(await late.text(), address).toContain('本人の希望で消されています');
	}
	const kept = db.$client.prepare('SELECT count(*) FROM drafts WHERE subject = ?').pluck();
	expect(kept.get(resourceId)).toBe(0);
	expect(staffView.find(db, resourceId)!.content.summary).toBeNull();
	expect(app.logs()).not.toContain('わすれたい');
});
