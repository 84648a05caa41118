import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import * as made from '#lib/server/booklet/made/find.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { inspect } from '#lib/server/start/check.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { fillBooklets, paperOnly, staffOnly } from '../support/booklet-world.ts';
import { pagesOf } from '../support/pdf.ts';

let app: App;
let filled: ReturnType<typeof fillBooklets>;
const readers = '/regions/sakura/2030/booklet.pdf';
const staff = '/staff/regions/sakura/2030';

beforeAll(async () => {
	app = await startApp();
	filled = fillBooklets(app.database, 2029, 2030);
});
afterAll(() => app.stop());

/** The database of the running app, for a moment. */
function within<T>(act: (db: Database) => T, file = app.database): T {
	const db = openDatabase(file, { auditKey: audit.knownKey(file, '')! });
	try {
		return act(db);
	} finally {
		close(db);
	}
}

const ask = (address: string, cookie = '') =>
	fetch(app.url + address, {
		redirect: 'manual',
		headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) }
	});
const send = (address: string, fields: Record<string, string> = {}) =>
	fetch(app.url + address, {
		method: 'POST',
		redirect: 'manual',
		headers: { accept: 'text/html', cookie: filled.cookies.admin, origin: app.url },
		body: new URLSearchParams(fields)
	});

/** Asks as a reader who waits as long as they are told to. */
async function patiently(address: string): Promise<{ answer: Response; bytes: Buffer }> {
	for (;;) {
		const answer = await ask(address);
		const bytes = Buffer.from(await answer.arrayBuffer());
		if (answer.status !== 503) return { answer, bytes };
		expect(answer.headers.get('retry-after')).toBe('5');
		expect(bytes.toString()).toContain('冊子をつくっています');
	}
}
const sha256 = (bytes: Buffer, as: 'hex' | 'base64url' = 'hex') =>
	createHash('sha256').update(bytes).digest(as);
const wordsIn = async (bytes: Buffer) => (await pagesOf(bytes)).join('');
const finals = (channel: 'paper' | 'web') =>
	within((db) => made.final(db, filled.editions[1]!, { form: 'a5', channel }));
const actsOf = () =>
	within((db) =>
		db.$client
			.prepare<[], string>("SELECT action FROM audit WHERE action LIKE 'booklet.%' ORDER BY id")
			.pluck()
			.all()
	);

test('an edition that is not published has no booklet for readers, also where they may look at it', async () => {
	expect((await ask(readers)).status).toBe(404);
	within((db) =>
		staffView.preview(db, filled.editions[1]!, { shown: true, by: 'test', at: new Date() })
	);
	const answer = await ask(readers);
	expect(answer.status).toBe(404);
	expect(await answer.text()).toContain('まだできあがっていません');
	expect(await (await ask('/regions/sakura/2030')).text()).not.toContain('booklet.pdf');
	expect((await ask(`${staff}/booklet/1`, filled.cookies.admin)).status).toBe(404);
	expect((await send(`${staff}/booklet?/again`)).status).toBe(409);
	expect((await send(`${staff}/booklet?/make`, { form: 'epub' })).status).toBe(422);
});

test('publishing answers at once, keeps both finals, and hands out the same bytes each time', async () => {
	within((db) => editions.lock(db, filled.editions[1]!, { by: 'test', at: new Date() }));
	expect((await send(`${staff}/publication?/publish`)).status).toBe(303);
	await expect
		.poll(() => Boolean(finals('paper') && finals('web')), { timeout: 240_000 })
		.toBe(true);
	const [paper, web] = [finals('paper')!, finals('web')!];
	const page = await (await ask(`${staff}/publication`, filled.cookies.admin)).text();
	expect(page).toContain(paper.sha256);
	expect(page).toContain(web.sha256);
	for (let time = 0; time < 2; time++) {
		const answer = await ask(`${staff}/booklet/${paper.id}`, filled.cookies.admin);
		expect(answer.headers.get('content-disposition')).toBe(
			'attachment; filename="sakura-2030-a5-print.pdf"'
		);
		expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(paper.sha256);
		const { answer: given, bytes } = await patiently(readers);
		expect(sha256(bytes)).toBe(web.sha256);
		expect(given.headers.get('etag')).toBe(`"${sha256(bytes, 'base64url').slice(0, 27)}"`);
		expect(given.headers.get('content-type')).toBe('application/pdf');
		expect(given.headers.get('set-cookie')).toBeNull();
	}
	expect(actsOf()).toEqual(['booklet.keep', 'booklet.keep', 'booklet.export', 'booklet.export']);
	expect(await wordsIn(paper.bytes)).toContain(paperOnly);
	expect(await wordsIn(web.bytes)).not.toContain(paperOnly);
	expect(`${await wordsIn(paper.bytes)}${await wordsIn(web.bytes)}`).not.toContain(staffOnly);
});

test('readers get every form, and no other', async () => {
	for (const form of ['yasashii', 'large', 'a4']) {
		const { answer, bytes } = await patiently(`${readers}?form=${form}`);
		expect([form, answer.status]).toEqual([form, 200]);
		expect(await wordsIn(bytes)).not.toContain(paperOnly);
	}
	expect((await ask(`${readers}?form=epub`)).status).toBe(404);
	const page = await (await ask('/regions/sakura/2030')).text();
	expect(page.match(/<a href="[^"]*booklet\.pdf/g)).toHaveLength(4);
	expect(page).toMatch(/PDF・\d+ページ・[\d.]+[KM]B/);
});

test('what is hidden later is in no file that is given from then on, and the paper stays as it is', async () => {
	const before = await patiently(readers);
	const paper = finals('paper')!.sha256;
	const act = { by: 'test', at: new Date(), reason: '本人の希望' };
	within((db) => life.withdraw(db, filled.ids.minamo, act));
	const after = await patiently(readers);
	expect(after.answer.headers.get('etag')).not.toBe(before.answer.headers.get('etag'));
	expect(await wordsIn(before.bytes)).toContain('みなも');
	expect(await wordsIn(after.bytes)).not.toContain('みなも');
	expect(finals('paper')!.sha256).toBe(paper);
});

test('an erasure has every booklet made anew without the place', async () => {
	const answer = await send(`/staff/resources/${filled.ids.kazaguruma}/erasure`, {
		reason: '本人から電話',
		sure: 'yes'
	});
	expect(await answer.text()).toContain('公開したときの冊子2冊は');
	await expect
		.poll(() => Boolean(finals('paper') && finals('web')), { timeout: 240_000 })
		.toBe(true);
	for (const { bytes } of [finals('paper')!, finals('web')!]) {
		const words = await wordsIn(bytes);
		expect(words).toContain('ゆりの木の家');
		expect(words).not.toContain('かざぐるま');
		expect(words).not.toContain(paperOnly);
	}
	expect(within((db) => inspect(db).filter(({ ok }) => !ok))).toEqual([]);
});

test('an edition that is withdrawn gives nothing to readers', async () => {
	const act = { by: 'test', at: new Date(), reason: '間違い' };
	within((db) => editions.withdraw(db, filled.editions[1]!, act));
	expect((await ask(readers)).status).toBe(404);
	expect((await send(`${staff}/booklet?/make`, { form: 'a5' })).status).toBe(409);
});
