import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';

const mail = 'first@example.jp';
const password = 'tadaima-okaeri-kumo';

describe.each([
	['http', undefined, 'session'],
	['https', 'https://bookmark.example.jp', '__Host-session']
] as const)('Over %s', (_, given, cookieName) => {
	let app: App;
	let origin: string;
	let token: string;
	let secret: string;
	/** Cookies of the browser in which the address was opened. */
	let browser: string;
	let recovery: string[];
	const look = <T>(what: (db: ReturnType<typeof openDatabase>) => T): T => {
		const db = openDatabase(app.database);
		try {
			return what(db);
		} finally {
			close(db);
		}
	};
	beforeAll(async () => {
		app = await startApp(given ? { env: { ORIGIN: given } } : {});
		origin = given ?? app.url;
		token = /\/staff\/invitations#([\w-]{43}) /.exec(app.logs())![1]!;
	});
	afterAll(() => app.stop());

	const ask = (path: string, headers: Record<string, string> = {}) =>
		fetch(app.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });
	const post = (path: string, fields: Record<string, string>, cookie = '') =>
		fetch(app.url + path, {
			method: 'POST',
			redirect: 'manual',
			headers: { accept: 'text/html', origin, cookie },
			body: new URLSearchParams(fields)
		});
	const openInvitation = (code: string, cookie = '') =>
		post('/staff/invitations?/open', { invitation: code }, cookie);
	const cookiesOf = (response: Response) =>
		response.headers
			.getSetCookie()
			.map((one) => one.split(';')[0])
			.join('; ');
	const cookieOf = (response: Response) => response.headers.getSetCookie()[0]!.split(';')[0]!;
	const secretIn = (html: string) => /\b[A-Z2-7]{32}\b/.exec(html)![0];
	const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

	test('the printed address is the one that readers see, and is changed by no look at it', async () => {
		expect(app.logs()).toContain(`${origin}/staff/invitations#${token} `);
		const rows = () => look((db) => db.$client.prepare('SELECT * FROM invitations').all());
		const before = rows();
		const path = '/staff/invitations';
		const landing = await ask(path);
		expect(await landing.text()).toContain('招待コード');
		expect(landing.headers.getSetCookie()).toEqual([]);
		const opened = await openInvitation(` ${origin}${path}#${token}\n`);
		expect([opened.status, opened.headers.get('location')]).toEqual([303, path]);
		browser = cookiesOf(opened);
		for (const cookie of opened.headers.getSetCookie()) {
			expect(cookie).toContain('; Path=/staff/invitations; HttpOnly;');
			expect(cookie.includes('Secure')).toBe(given !== undefined);
		}
		secret = secretIn(await (await ask(path, { cookie: browser })).text());
		for (const address of [path, `${path}/__data.json`]) {
			const again = await ask(address, { cookie: browser });
			expect(again.status).toBe(200);
			expect(await again.text()).toContain(secret);
			expect(again.headers.getSetCookie()).toEqual([]);
		}
		const elsewhere = cookiesOf(await openInvitation(token));
		expect(secretIn(await (await ask(path, { cookie: elsewhere })).text())).not.toBe(secret);
		expect((await openInvitation('x'.repeat(43))).status).toBe(410);
		expect((await openInvitation('x')).status).toBe(422);
		const old = await ask(`${path}/${token}`);
		expect([old.status, old.headers.get('location')]).toEqual([303, `${path}#${token}`]);
		expect(rows()).toEqual(before);
	});

	test('taking it up gives a cookie that no script and no other site can use', async () => {
		const fields = { mail, name: '花子', password, again: password, code: codeNow() };
		const path = '/staff/invitations?/join';
		const elsewhere = await post(path, fields, cookiesOf(await openInvitation(token)));
		expect(elsewhere.status, 'a code of another browser').toBe(422);
		const joined = await post(path, fields, browser);
		expect(joined.status).toBe(200);
		recovery = (await joined.text()).match(/[2-9a-z]{6}(-[2-9a-z]{6}){2}(?=<)/g)!;
		expect(recovery).toHaveLength(10);
		const cookie = joined.headers.getSetCookie().find((one) => one.startsWith(cookieName));
		expect(cookie).toMatch(new RegExp(`^${cookieName}=[\\w-]{43}; Path=/; HttpOnly;`));
		expect(cookie).toContain('SameSite=Lax');
		expect(cookie!.includes('Secure')).toBe(given !== undefined);
		expect((await post(path, fields, browser)).status).toBe(410);
		expect((await ask('/staff/me', { cookie: cookie!.split(';')[0]! })).status).toBe(200);
	});

	test('each login gives a new token, and the old one of that browser opens nothing', async () => {
		const first = await post('/staff/login', { mail, password, code: recovery[0]! });
		expect([first.status, first.headers.get('location')]).toEqual([303, '/staff']);
		const second = await post(
			'/staff/login?to=/staff/me',
			{ mail, password, code: recovery[1]! },
			cookieOf(first)
		);
		expect(second.headers.get('location')).toBe('/staff/me');
		expect((await ask('/staff/me', { cookie: cookieOf(first) })).status).toBe(303);
		expect((await ask('/staff/me', { cookie: cookieOf(second) })).status).toBe(200);
		const left = await post('/staff/leave', {}, cookieOf(second));
		expect(left.headers.get('location')).toBe('/staff/login');
		// Neither the cookies of neighbouring sites nor a reader's bookmarks.
		expect(left.headers.get('clear-site-data')).toBe('"cache"');
		expect((await ask('/staff/me', { cookie: cookieOf(second) })).status).toBe(303);
	});

	test('nobody is led to another site, whatever the address asks for', async () => {
		for (const [i, to] of ['//evil.example', 'https://evil.example', '/\\evil.example'].entries()) {
			const fields = { mail, password, code: recovery[2 + i]! };
			const entered = await post(`/staff/login?to=${encodeURIComponent(to)}`, fields);
			expect([entered.status, entered.headers.get('location')], to).toEqual([303, '/staff']);
		}
	});

	test('another site cannot send the form', async () => {
		const response = await fetch(`${app.url}/staff/login`, {
			method: 'POST',
			headers: { accept: 'text/html', origin: 'https://evil.example' },
			body: new URLSearchParams({ mail, password, code: recovery[9]! })
		});
		expect(response.status).toBe(403);
		expect(response.headers.getSetCookie()).toEqual([]);
	});

	test('the same is said of an account that is there and one that is not', async () => {
		const texts = await Promise.all(
			[mail, 'nobody@example.jp'].map(async (whose) => {
				const wrong = { mail: whose, password: 'not-the-password', code: '000000' };
				const response = await post('/staff/login', wrong);
				return [response.status, (await response.text()).replaceAll(whose, '')];
			})
		);
		expect(texts[0]).toEqual(texts[1]);
	});
});
