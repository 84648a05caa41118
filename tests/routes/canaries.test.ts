import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOf, pairsOf, type ResourceFields } from '#lib/domain/editing/form.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { readersAddresses } from '../support/addresses.ts';
import { startApp, type App } from '../support/app.ts';
import { client, hiddenIn } from '../support/client.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { canary } from '../support/world.ts';

/** What staff typed and readers must not see, all of it through the forms. */
const planted = [
	'メモ',
	'呼び名',
	'町',
	'番地',
	'わけ',
	'下書き',
	'提案',
	'ことわり',
	'もう一つの提案',
	'知らせ',
	'確認のメモ',
	'冊子だけの呼び名'
].map(canary);
const phone = '000-7777-1234';
const mail = 'canary-kanaria@example.jp';
/** For who holds the booklet in hand: in none that is on the web. */
const onPaper = { phone: '000-6666-1234', mail: 'canary-kami@example.jp' };
const point = { latitude: '36.123457', longitude: '139.765432' };

let app: App;
let db: Database;
let id: string;
let revision: number;
let as: Record<'nobody' | 'editor' | 'partner' | 'admin', ReturnType<typeof client>>;

beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	const one = db.$client
		.prepare(
			`SELECT r.id, v.organization_id AS organization FROM resources r
			JOIN revisions v ON v.id = r.current_revision_id
			JOIN entries e ON e.resource_id = r.id JOIN editions d ON d.id = e.edition_id
			JOIN regions g ON g.id = d.region_id AND g.slug = 'sakura'
			WHERE d.year = 2026 AND v.organization_id IS NOT NULL AND v.operation = 'open'
			AND v.precision = 'exact' ORDER BY r.id LIMIT 1`
		)
		.get() as { id: string; organization: string };
	id = one.id;
	const at = new Date();
	const people = cast(db, { at, region: 'sakura', organizations: [one.organization] });
	as = {
		nobody: client(app),
		editor: client(app, cookieOf(db, people.editor, at)),
		partner: client(app, cookieOf(db, people.partner, at)),
		admin: client(app, cookieOf(db, people.admin, at))
	};
});
afterAll(async () => {
	close(db);
	await app.stop();
});

const path = () => `/staff/resources/${id}`;
const typed = (changes: Partial<ResourceFields>): [string, string][] => {
	const { content, revision } = staffView.find(db, id)!;
	return [['base', String(revision)], ...pairsOf({ ...formOf(content), ...changes })];
};

test('Staff write what readers must not see', async () => {
	const form = formOf(staffView.find(db, id)!.content);
	const hidden = typed({
		precision: 'private',
		staffNote: canary('メモ'),
		phones: [
			...form.phones,
			{ number: phone, label: canary('呼び名'), kind: 'voice', visibility: 'staff' },
			{
				...{ number: onPaper.phone, label: canary('冊子だけの呼び名') },
				...{ kind: 'voice', visibility: 'paper' }
			}
		],
		contacts: [
			...form.contacts,
			{ kind: 'mail', value: mail, label: '', visibility: 'staff' },
			{ kind: 'mail', value: onPaper.mail, label: '', visibility: 'paper' }
		],
		location: { ...form.location, town: canary('町'), street: canary('番地'), ...point }
	});
	const saved = await as.editor.send(`${path()}?/save`, [...hidden, ['reason', canary('わけ')]]);
	expect(saved.headers.get('location')).toBe(`${path()}?done=saved`);
	expect(await as.editor.text(path())).toContain(canary('番地'));

	await as.editor.send(`${path()}/draft`, typed({ summary: canary('下書き') }));
	expect(await as.editor.text(path())).toContain(canary('下書き'));

	await as.partner.send(`${path()}?/save`, typed({ summary: canary('提案') }));
	revision = db.$client
		.prepare('SELECT max(id) FROM revisions WHERE proposed_at IS NOT NULL')
		.pluck()
		.get() as number;
	const rejected = await as.editor.send(`/staff/inbox/proposals/${revision}?/reject`, [
		['reason', canary('ことわり')]
	]);
	expect(rejected.status).toBe(303);
	await as.partner.send(`${path()}?/save`, typed({ summary: canary('もう一つの提案') }));
	await as.nobody.send(`/resources/${id}/report`, [
		['section', 'fee'],
		['message', canary('知らせ')]
	]);

	await as.editor.send('/staff/regions/sakura?/open', [['year', '2031']]);
	const entry = `/staff/regions/sakura/2031/entries/${id}/verification`;
	const verified = await as.editor.send(
		`${entry}?/write`,
		[
			...hiddenIn(await as.editor.text(entry), ['revision', 'check']),
			...([
				['method', 'phone'],
				['result', 'paused'],
				['on', '2026-11-20']
			] as const),
			['note', canary('確認のメモ')]
		].map(([name, value]) => [name, value])
	);
	expect(verified.status).toBe(303);
});

test('Of a file that staff look at, nothing is in anything a reader can ask for', async () => {
	const admin = db.$client.prepare("SELECT id FROM staff WHERE name = 'admin'").pluck().get();
	const user = findUser(db, admin as string)!;
	const name = canary('まだ取り込まない');
	const bytes = new TextEncoder().encode(`名前,区分,市区町村\n${name},居場所,見本県さくら市`);
	const options = { region: 'sakura', year: null, category: null, asOf: null, choices: {} };
	const file = { name: `${canary('ファイル')}.csv`, bytes };
	const sent = previews.start(db, user, file, { ...options, way: 'revision' }, new Date());
	const { id } = sent as { id: string };
	await previews.make(db, user, id, { at: new Date() });
	expect(await as.admin.text(`/staff/imports/${id}`)).toContain(name);
	expect((await as.partner.get(`/staff/imports/${id}`)).status).toBe(404);
	for (const address of addresses()) {
		const text = await as.nobody.text(address);
		for (const tell of [name, canary('ファイル')]) expect(text).not.toContain(tell);
	}
	expect(app.logs()).not.toContain(name);
	await previews.cancel(db, user, id, new Date());
});

const words = [canary(''), 'カナ', '000-7777', '000-6666', 'canary'];
const addresses = () =>
	readersAddresses({ slug: 'sakura', years: [2024, 2025, 2026, 2031], ids: [id], words });

const ways = [phone, mail, ...Object.values(onPaper)].flatMap((one) => [
	one,
	one.replaceAll('-', '')
]);
const telling = [...planted, ...ways, '36.12345', '139.76543'];

test('Of what they wrote, nothing is in anything a reader can ask for, nor in the log', async () => {
	const asked = addresses();
	expect(asked.length).toBeGreaterThan(100);
	for (const address of asked) {
		const text = await as.nobody.text(address);
		for (const tell of telling) expect(text, `${address} tells ${tell}`).not.toContain(tell);
	}
	for (const tell of telling) expect(app.logs()).not.toContain(tell);
});

test('After an erasure nothing of it is in the file', async () => {
	const erased = await as.admin.send(`${path()}/erasure`, [
		['reason', '本人から電話があった'],
		['sure', 'yes']
	]);
	expect(erased.status).toBe(200);
	const files = globSync(`${app.database}*`).map((file) => [file, readFileSync(file)] as const);
	for (const tell of [...planted, ...ways]) {
		const found = files.filter(([, bytes]) => bytes.includes(tell)).map(([file]) => file);
		expect(found, tell).toEqual([]);
	}
});
