import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { startApp, type App } from '../support/app.ts';
import { client } from '../support/client.ts';
import { cast, cookieOf, type Cast } from '../support/staff.ts';
import { canary } from '../support/world.ts';

const secret = canary('取り込みの名前');
const list = (rows: string[]) =>
	new TextEncoder().encode(['名前,区分,市区町村', ...rows].join('\n'));

let app: App;
let db: Database;
let people: Cast;
let cookies: Record<keyof Cast, string>;
beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	const at = new Date();
	people = cast(db, { at, region: 'sakura' });
	const entries = Object.entries(people).map(([who, id]) => [who, cookieOf(db, id, at)] as const);
	cookies = Object.fromEntries(entries) as typeof cookies;
});
afterAll(async () => {
	close(db);
	await app.stop();
});

const as = (who: keyof Cast) => client(app, cookies[who]);

/** Sends a file as the form does. */
function send(cookie: string, bytes: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	body.set('file', new File([bytes], `C:\\書類\\${secret}.csv`));
	const headers = { accept: 'text/html', origin: app.url, cookie };
	const asked = { method: 'POST', redirect: 'manual', headers, body } as const;
	return fetch(`${app.url}/staff/imports/new`, asked);
}

async function sent(who: keyof Cast, rows: string[], fields: Record<string, string> = {}) {
	const answer = await send(cookies[who], list(rows), fields);
	expect(answer.status).toBe(303);
	return answer.headers.get('location')!;
}

/** As somebody sees it who looks until it is read. */
async function seen(who: keyof Cast, path: string, words: RegExp) {
	await expect.poll(() => as(who).text(path), { timeout: 250_000 }).toMatch(words);
	return as(who).text(path);
}

const row = (name: string) => `${name},居場所,見本県さくら市`;

describe('A file', () => {
	it('is looked at by whoever has sent it, and written only when they say so', async () => {
		const path = await sent('editor', [row(secret)], { region: 'sakura' });
		const page = await seen('editor', path, /まだ取り込んでいません/);
		expect(page).toContain(secret);
		expect(page).not.toContain('書類');
		expect(page).toMatch(/1件を新しく載せます/);
		for (const who of ['stranger', 'partner'] as const) {
			expect((await as(who).get(path)).status).toBe(404);
			expect((await as(who).get(`${path}/report.csv`)).status).toBe(404);
			expect((await as(who).send(`${path}?/commit`, [])).status).toBe(404);
		}
		const found = await as('editor').text('/search?q=' + encodeURIComponent(secret));
		expect(found).not.toContain(`>${secret}<`);

		expect((await as('editor').send(`${path}?/commit`, [])).headers.get('location')).toBe(path);
		expect(await seen('editor', path, /取り込みました/)).toMatch(/1件を新しく載せました/);
		const report = await as('editor').get(`${path}/report.csv`);
		expect(report.headers.get('content-type')).toContain('text/csv');
		expect(await report.text()).toContain(secret);

		expect((await as('editor').send(`${path}/undo`, [])).headers.get('location')).toBe(path);
		expect(await as('editor').text(path)).toContain('まとめて元に戻しました');
	});

	it('of a partner becomes proposals, whatever they send', async () => {
		const fields = { region: 'sakura', way: 'revision', year: '2026' };
		const path = await sent('partner', [row('提案の場所')], fields);
		await seen('partner', path, /まだ取り込んでいません|読めない/);
		const user = findUser(db, people.partner)!;
		const preview = previews.find(db, user, path.split('/').at(-1)!);
		expect(preview?.options).toMatchObject({ way: 'proposal', year: null });
	});

	it('goes into no region that is not theirs', async () => {
		const answer = await send(cookies.stranger, list([row('よそ')]), { region: 'sakura' });
		expect(answer.status).toBe(422);
		expect(await answer.text()).toContain('担当の地域ではありません');
	});

	it('that is not there, or is empty, is asked for again', async () => {
		const answer = await send(cookies.editor, new Uint8Array(), { region: 'sakura' });
		expect(answer.status).toBe(422);
		expect(await answer.text()).toMatch(/ファイルが空です|ファイルを選んでください/);
	});

	it('that nobody wants any more is left as it is', async () => {
		const path = await sent('editor', [row('やめる場所')], { region: 'sakura' });
		await seen('editor', path, /まだ取り込んでいません/);
		await as('editor').send(`${path}?/cancel`, []);
		expect(await as('editor').text(path)).toContain('何も変えていません');
		expect((await as('editor').send(`${path}?/decide`, [['choice', 'skip']])).status).toBe(409);
	});
});

describe('Rows', () => {
	it('are decided one by one and together, and what was decided can be taken back', async () => {
		const rows = [row('ひとつめ'), row('ふたつめ'), row('みっつめ')];
		const path = await sent('editor', rows, { region: 'sakura' });
		await seen('editor', path, /3件を新しく載せます/);
		const decide = (choice: string, more: [string, string][], query = '') =>
			as('editor').send(`${path}?/decide${query}`, [['choice', choice], ...more]);
		const one = await decide('skip', [['places', '1']], '&show=new');
		expect(one.headers.get('location')).toBe(`${path}?show=new&decided=1#row-1`);
		expect(await as('editor').text(path)).toMatch(/2件を新しく載せます.*1件は取り込みません/s);
		await decide('skip', [['scope', 'all']], '&show=new');
		expect(await as('editor').text(path)).toMatch(/3件は取り込みません/);
		await decide('open', [['scope', 'all']], '&show=new');
		expect(await as('editor').text(path)).toMatch(/3件を新しく載せます/);
		expect((await decide('merge', [['places', '1']])).status).toBe(422);
	});
});

describe('A file that is refused', () => {
	it('of ours is mended and sent again: its columns have their meaning already', async () => {
		const id = '00000000-0000-4000-8000-000000000000';
		const bytes = new TextEncoder().encode(`資源ID,元の改訂,名前,なにか\n${id},1,場所,x\n`);
		const answer = await send(cookies.editor, bytes, { region: 'sakura' });
		const path = answer.headers.get('location')!;
		const page = await seen('editor', path, /まだ読めません/);
		expect(page).toContain('直したファイルを送る');
		expect(page).not.toContain('列の意味を決める');
	});
});

test('Of rows that wait, nobody is told that nothing would change', async () => {
	const rows = ['名前のないところ,どこにもない区分,見本県さくら市'];
	const path = await sent('editor', rows, { region: 'sakura' });
	const page = await seen('editor', path, /まだ取り込んでいません/);
	expect(page).toContain('あと1件、どうするかを決めると');
	expect(page).not.toContain('載せるものも直すものもありません');
});

describe('A file that is too large', () => {
	const large = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

	test('is refused, and told why where files are sent', async () => {
		const answer = await send(cookies.editor, large(13), { region: 'sakura' });
		expect(answer.status).toBe(413);
		expect(await answer.text()).toContain('送れるのは12MBまでです');
		const elsewhere = await fetch(`${app.url}/staff/regions/sakura?/open`, {
			...{ method: 'POST', redirect: 'manual', body: 'a'.repeat(70_000) },
			headers: { accept: 'text/html', origin: app.url, cookie: cookies.editor }
		});
		expect(elsewhere.status).toBe(413);
	});

	test('for an ordinary form is not read when nobody has signed in', async () => {
		const answer = await send('', large(2));
		expect(answer.status).toBe(401);
		expect(await answer.text()).not.toContain('書類');
	});
});

test('Of the file, its places and its name nothing is in the log', () => {
	expect(app.logs()).not.toContain(secret);
	expect(app.logs()).not.toContain('ひとつめ');
});
