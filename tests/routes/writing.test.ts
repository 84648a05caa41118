import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import { startApp, type App } from '../support/app.ts';
import { cast, cookieOf, type Cast } from '../support/staff.ts';

let app: App;
let db: Database;
let people: Cast;
const at = new Date();
const round = '/staff/regions/sakura/2032';

beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	people = cast(db, { at, region: 'sakura' });
	const regionId = regions.find(db, 'sakura')!.id;
	editions.openFrom(db, { regionId, year: 2032, by: people.admin, at });
});
afterAll(async () => {
	close(db);
	await app.stop();
});

const send = (
	path: string,
	{ cookie = '', accept = 'text/html', ...more }: Record<string, string>,
	pairs: Record<string, string>
) =>
	fetch(app.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { accept, cookie, origin: app.url, ...more },
		body: new URLSearchParams(pairs)
	});
const signedIn = (who: keyof Cast = 'admin', when = at) => ({
	cookie: cookieOf(db, people[who], when)
});
/** Every form of words, as sent without scripts. */
const forms: [path: string, pairs: Record<string, string>][] = [
	['/words?/save', { foreword: '<ことば> と\n続き', base: '' }],
	['/lock?/waive', { resource: 'x', check: 'address', reason: '<ことば> と\n続き' }],
	['/entries/new?/remove', { resource: 'x', reason: '<ことば> と\n続き' }]
].map(([path, pairs]) => [round + (path as string), pairs as Record<string, string>]);

describe('Without scripts, what a form could not do comes back', () => {
	test.each(forms)('when the session is over: %s', async (path, pairs) => {
		const answer = await send(path, {}, pairs);
		expect(answer.status).toBe(401);
		const page = await answer.text();
		expect(page).toContain('&lt;ことば&gt; と\n続き</textarea>');
		expect(page).toContain(`action="${path.replaceAll('&', '&amp;')}"`);
		expect(page).toContain('href="/staff/login?to=/staff/back"');
	});

	test.each(forms)('while nothing may be written: %s', async (path, pairs) => {
		const admin = signedIn();
		readOnly.turnOn(db, { by: 'operator', at, reason: '手入れ' });
		const answer = await send(path, admin, pairs);
		readOnly.turnOff(db, { by: 'operator', at });
		expect(answer.status).toBe(503);
		expect(await answer.text()).toContain('&lt;ことば&gt; と\n続き</textarea>');
	});

	test('when the password is asked for first', async () => {
		const long = new Date(at.getTime() - 20 * 60_000);
		const answer = await send('/staff/accounts', signedIn('admin', long), {
			mail: 'taro@example.jp',
			name: '太郎'
		});
		expect(answer.status).toBe(401);
		const page = await answer.text();
		expect(page).toContain('太郎</textarea>');
		expect(page).toContain('href="/staff/confirm?to=/staff/back"');
	});

	test('when what it was about is gone', async () => {
		const answer = await send('/staff/inbox/proposals/999999?/reject', signedIn(), {
			reason: 'もう載っている'
		});
		expect(answer.status).toBe(404);
		expect(await answer.text()).toContain('もう載っている</textarea>');
	});

	test('but never the code of an invitation, and the page says itself that it was used', async () => {
		const code = 'x'.repeat(43);
		const answer = await send('/staff/invitations?/open', {}, { invitation: code });
		expect(answer.status).toBe(410);
		const page = await answer.text();
		expect(page).toContain('もう使われたか、期限が切れています');
		expect(page).not.toContain(code);
	});

	test('but never a password', async () => {
		readOnly.turnOn(db, { by: 'operator', at, reason: '手入れ' });
		const words = { mail: 'taro@example.jp', password: 'tadaima-okaeri', code: '123456' };
		const page = await (await send('/staff/login', {}, words)).text();
		readOnly.turnOff(db, { by: 'operator', at });
		expect(page).toContain('taro@example.jp');
		expect(page).not.toMatch(/tadaima-okaeri|123456|もう一度送る/);
	});
});

describe('What a page in a browser asks', () => {
	const draft = `${round}/words/draft`;
	test('is refused for somebody who has signed in there since', async () => {
		const headers = { ...signedIn(), accept: 'application/json' };
		const asOther = await send(
			draft,
			{ ...headers, 'x-writer': people.editor },
			{ foreword: 'あ' }
		);
		expect(asOther.status).toBe(401);
		const own = await send(draft, { ...headers, 'x-writer': people.admin }, { foreword: 'あ' });
		expect(own.status).toBe(200);
	});

	test('is told who is signed in, and why nothing can be written', async () => {
		const pulse = async (headers: Record<string, string>) =>
			(await fetch(`${app.url}/staff/pulse`, { headers })).json() as Promise<unknown>;
		expect(await pulse({})).toEqual({ user: null, closed: null });
		expect(await pulse(signedIn())).toEqual({ user: people.admin, closed: null });
	});

	test('is told by name what was taken, and only that', async () => {
		const sending = 'a'.repeat(24);
		const name = async (pairs: Record<string, string>) =>
			(await send(`${round}/words?/save`, signedIn(), { base: '', sending, ...pairs })).headers.get(
				'set-cookie'
			);
		expect(await name({ colour: 'きいろ' })).toBeNull();
		expect(await name({ foreword: 'はじめに' })).toContain(`taken=${sending}; Path=/staff`);
	});
});

test('The words of an edition show what somebody else saved, without scripts', async () => {
	const pairs = { base: '0', imprint: '発行 私' };
	const answer = await send(`${round}/words?/save`, signedIn('editor'), pairs);
	expect(answer.status).toBe(409);
	const page = await answer.text();
	for (const words of ['どちらを残しますか', '発行 私', 'はじめに']) expect(page).toContain(words);
});

test('Two admins never overwrite each other’s choice of a role without a word, without scripts', async () => {
	const account = `/staff/accounts/${people.editor}`;
	const opened = await (await fetch(app.url + account, { headers: signedIn() })).text();
	const base = /name="base" value="([^"]*)"/.exec(opened)![1]!;
	const change = (pairs: Record<string, string>) => send(`${account}?/change`, signedIn(), pairs);
	const first = await change({ base, role: 'editor', everywhere: 'yes' });
	expect(first.status).toBe(303);

	const late = await change({ base, role: 'partner', organizations: 'ない会', regions: '' });
	expect(late.status).toBe(422);
	expect(await late.text()).toMatch(/<textarea[^>]*>ない会<\/textarea>/);
	const mine = { role: 'admin' };
	for (const began of [{ base }, {} as Record<string, string>]) {
		const refused = await change({ ...began, ...mine });
		expect(refused.status).toBe(409);
		const page = await refused.text();
		for (const words of ['まだ何も上書きしていません', '<td>編集</td>', '<td>すべての地域</td>']) {
			expect(page).toContain(words);
		}
		expect(page).toMatch(/value="admin" checked/);
		expect(accounts.find(db, people.editor)!.role).toBe('editor');
	}
	const seen = await (await change({ base, ...mine })).text();
	const now = /name="base" value="([^"]*)"/.exec(seen)![1]!;
	expect((await change({ base: now, ...mine })).status).toBe(303);
	expect(accounts.find(db, people.editor)!.role).toBe('admin');
});
