import { createHash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';

let app: App;
beforeAll(async () => {
	app = await startApp();
});
afterAll(() => app.stop());

const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
	fetch(app.url + path, {
		redirect: 'manual',
		...init,
		headers: { accept: 'text/html', ...headers }
	});
const edition = '/regions/sakura/2026';

describe('on every answer', () => {
	const answers: [what: string, path: string, status: number, init?: RequestInit][] = [
		['a page', '/', 200],
		['an edition', edition, 200],
		['the data of a page', `${edition}/__data.json`, 200],
		['JSON', '/healthz', 200],
		['a static file', '/error.css', 200],
		['a redirect', `${edition}/`, 308],
		['a page that is not there', '/nothing', 404],
		['a file that is not there', '/_app/immutable/nothing.js', 404],
		['a malformed path', '/%E0%A4%A', 400],
		['an address that is too long', `/search?q=${'a'.repeat(5000)}`, 414],
		['a refused form', '/search', 403, { method: 'POST', body: 'a=1' }],
		['a refused method', '/healthz', 405, { method: 'OPTIONS' }]
	];

	test.each(answers)('%s (%s) is secured', async (_, path, status, init = {}) => {
		const response = await get(path, {}, init);
		expect(response.status).toBe(status);
		const said = Object.fromEntries(response.headers);
		expect(said).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'no-referrer',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin'
		});
		expect(said['permissions-policy']).toContain('camera=()');
		expect(said['content-security-policy']).toContain("default-src 'none'");
		expect(said['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(said['content-security-policy']).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
		expect(said).not.toHaveProperty('set-cookie');
		expect(said).not.toHaveProperty('access-control-allow-origin');
		expect(said).not.toHaveProperty('strict-transport-security');
	});

	/** As a browser would never write an address, and a name. */
	const raw = (path: string, host = new URL(app.url).host) =>
		new Promise<IncomingMessage>((resolve, reject) => {
			const { hostname, port } = new URL(app.url);
			const asked = request({ hostname, port, path, headers: { host, accept: 'text/html' } });
			asked.on('error', reject).on('response', (response) => resolve(response.resume()));
			asked.end();
		});

	test.each([
		'/embed/../staff/login',
		'/embed/%2e%2e/staff/login',
		'/embed/regions/../../staff/login',
		'/embed/nothing'
	])('%s is in no frame of others', async (path) => {
		expect((await raw(path)).headers['x-frame-options']).toBe('DENY');
	});

	test('what is meant for frames is in them, however its address is written', async () => {
		for (const path of ['/embed/regions/sakura', '/staff/../embed/regions/sakura']) {
			const { headers, statusCode } = await raw(path);
			expect([statusCode, headers['x-frame-options']]).toEqual([200, undefined]);
			expect(headers['content-security-policy']).toContain('frame-ancestors *');
		}
	});

	test('the app is asked by its own name, or by one of this machine', async () => {
		const { port } = new URL(app.url);
		for (const name of ['localhost', '127.0.0.1', '[::1]', 'a.localhost:1', `LOCALHOST:${port}`]) {
			expect((await raw('/', name)).statusCode, name).toBe(200);
		}
		for (const name of [
			'evil.example',
			`evil.example:${port}`,
			'localhost.evil.example',
			'10.0.0.1'
		]) {
			expect((await raw('/', name)).statusCode, name).toBe(421);
		}
		expect((await raw('/', 'a/b')).statusCode).toBe(400);
	});

	test('the worker may ask this server, and nobody else', async () => {
		const { headers } = await get('/service-worker.js');
		expect(headers.get('content-type')).toContain('javascript');
		expect(headers.get('content-security-policy')).toBe(
			"default-src 'none'; connect-src 'self'; base-uri 'none'"
		);
	});

	test('where a form may be sent from, the browser tells this site where it comes from', async () => {
		const [, place] = /href="(\/resources\/[^"?]+)"/.exec(
			await (await get('/regions/sakura')).text()
		)!;
		const said = async (path: string) => (await get(path)).headers.get('referrer-policy');
		for (const path of ['/staff/login', `${place!}/report`]) {
			expect(await said(path), path).toBe('same-origin');
			expect(await said(path), `${path} kept`).toBe('same-origin');
		}
		for (const path of ['/', '/search?q=a', place!, `${place!}/letter`]) {
			expect(await said(path), path).toBe('no-referrer');
		}
	});

	test('https is asked for by name only where the site has it', async () => {
		const secure = await startApp({ env: { ORIGIN: 'https://example.jp' } });
		onTestFinished(() => secure.stop());
		const response = await fetch(`${secure.url}/error.css`);
		expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
	});

	test('the scripts within a page are those that its policy knows, and no others', async () => {
		for (const path of ['/', edition, '/nothing']) {
			const response = await get(path);
			const html = await response.text();
			const policy = response.headers.get('content-security-policy')!;
			const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)];
			const hashes = scripts.map(
				([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`
			);
			expect(hashes.length, path).toBeGreaterThan(0);
			expect(/script-src ([^;]*)/.exec(policy)![1]!.split(' ').sort()).toEqual(
				["'self'", ...new Set(hashes)].sort()
			);
			expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
		}
	});
});

describe('a request that writes', () => {
	const post = (path: string, headers: Record<string, string>, body = 'a=1') =>
		get(
			path,
			{ 'content-type': 'application/x-www-form-urlencoded', ...headers },
			{ method: 'POST', body }
		);

	test.each([
		['says nothing of where it comes from', {}],
		['comes from another site', { origin: 'https://example.com' }],
		['comes from another site by its own word', { 'sec-fetch-site': 'cross-site' }],
		['hides where it comes from', { origin: 'null' }]
	])('is refused with a page when it %s', async (_, headers) => {
		const response = await post('/search', headers);
		expect(response.status).toBe(403);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		const html = await response.text();
		expect(html).toContain('<html lang="ja">');
		expect(html).toContain('このサイトのページから送られたものか確かめられなかった');
		expect(html).toContain('href="/"');
		expect(html).not.toContain('%sveltekit');
	});

	test('is refused as JSON to whoever speaks JSON', async () => {
		const response = await post(
			'/search',
			{ accept: 'application/json', 'content-type': 'application/json' },
			'{}'
		);
		expect(response.status).toBe(403);
		expect(await response.json()).toEqual({
			message: expect.stringContaining('受け取りません') as string
		});
		const enhanced = await post('/search', {
			accept: 'application/json',
			'x-sveltekit-action': 'true'
		});
		expect(await enhanced.json()).toEqual({
			type: 'error',
			error: { message: expect.stringContaining('受け取りません') as string }
		});
	});

	test('of ours is refused where there is nothing to write', async () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const response = await get(edition, { origin: app.url }, { method, body: 'a=1' });
			expect(response.status, method).toBe(405);
			expect(response.headers.get('allow')).toBe('GET, HEAD');
		}
	});

	test('is refused when it is too large', async () => {
		const response = await post('/search', { origin: app.url }, 'a'.repeat(70_000));
		expect(response.status).toBe(413);
	});
});

describe('what stands at an address', () => {
	test('is said with a tag, and not sent again to who has it', async () => {
		for (const path of ['/', edition, `${edition}/__data.json`, '/healthz']) {
			const first = await get(path);
			const tag = first.headers.get('etag')!;
			expect(tag, path).toMatch(/^"[\w-]{27}(-gz)?"$/);
			expect(first.headers.get('cache-control')).toBe('no-cache');
			const again = await get(path, { 'if-none-match': tag });
			expect(again.status, path).toBe(304);
			expect(again.headers.get('etag')).toBe(tag);
			expect(await again.text()).toBe('');
		}
	});

	test('is the same whether it is compressed or not, made or kept', async () => {
		for (const path of [edition, `${edition}?category=nothing`]) {
			const bodies = [];
			for (const encoding of ['gzip', 'identity', 'gzip', 'identity']) {
				const response = await get(path, { 'accept-encoding': encoding });
				expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
				expect(response.headers.get('vary')).toBe('accept-encoding');
				bodies.push(await response.text());
			}
			expect(new Set(bodies).size, path).toBe(1);
		}
	});

	test('is described without being sent when only that is asked', async () => {
		const page = await get(edition, { 'accept-encoding': 'identity' });
		const head = await get(edition, { 'accept-encoding': 'identity' }, { method: 'HEAD' });
		expect(head.status).toBe(200);
		expect(await head.text()).toBe('');
		for (const name of ['etag', 'content-type', 'content-length', 'content-security-policy']) {
			expect(head.headers.get(name), name).toBe(page.headers.get(name));
		}
	});

	test('is never kept by anyone when it went wrong', async () => {
		for (const path of ['/nothing', '/%E0%A4%A']) {
			const response = await get(path);
			expect(response.headers.get('cache-control'), path).toBe('no-store');
			expect(response.headers.get('etag')).toBeNull();
		}
	});
});

describe('showing a page within another', () => {
	test('is allowed for the pages made for it', async () => {
		const response = await get('/embed/regions/sakura?category=ibasho');
		expect(response.status).toBe(200);
		expect(response.headers.get('x-frame-options')).toBeNull();
		expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
		const html = await response.text();
		expect(html).not.toContain('<footer');
		expect(html).not.toMatch(/<a (?![^>]*target="_blank")[^>]*href="\/resources/);
	});

	test.each(['/embed/regions/nothing', '/regions/sakura?view=map', '/?x=/embed/regions/sakura'])(
		'is refused for %s, or shows nothing to press',
		async (path) => {
			const response = await get(path);
			const policy = response.headers.get('content-security-policy')!;
			if (response.status === 200) expect(policy).toContain("frame-ancestors 'none'");
			else expect(response.status).toBe(404);
		}
	);
});
