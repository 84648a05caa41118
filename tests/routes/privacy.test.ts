import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';

let app: App;
beforeAll(async () => {
	app = await startApp();
});
afterAll(() => app.stop());

const html = { accept: 'text/html' };

/** Every page that can be reached by links from the first one, each kind of address a few times. */
async function walk(): Promise<Map<string, { headers: Headers; text: string }>> {
	const seen = new Map<string, { headers: Headers; text: string }>();
	const kinds = new Map<string, number>();
	const next = ['/'];
	for (let path = next.shift(); path !== undefined; path = next.shift()) {
		if (seen.has(path)) continue;
		const kind = path.replace(/\?.*/, '?').replace(/[0-9a-f-]{36}|\d{4}/g, '*');
		const count = (kinds.get(kind) ?? 0) + 1;
		// A booklet takes a second to make, and links to nothing here.
		if (count > (/\.(pdf|epub|ics)\b/.test(kind) ? 1 : 4)) continue;
		kinds.set(kind, count);
		const response = await fetch(app.url + path, { headers: html });
		const body = await response.text();
		const isText = /^(text|image\/svg|application\/(json|.*\+xml))/.test(
			response.headers.get('content-type') ?? ''
		);
		const text = isText ? body : '';
		expect(response.status, path).toBe(200);
		seen.set(path, { headers: response.headers, text });
		const base = new URL(path, app.url);
		for (const [, href] of text.matchAll(/<a\s[^>]*href="([^"]*)"/g)) {
			const url = new URL(href!.replaceAll('&amp;', '&'), base);
			if (url.origin === app.url) next.push(url.pathname + url.search);
		}
	}
	return seen;
}

test('no page sets a cookie or makes the browser ask anybody else', async () => {
	const pages = await walk();
	const paths = [...pages.keys()];
	for (const kind of [/^\/$/, /^\/search/, /^\/regions\/[^/]+$/, /^\/regions\/[^/]+\/\d{4}$/]) {
		expect(
			paths.some((path) => kind.test(path)),
			String(kind)
		).toBe(true);
	}
	expect(paths.some((path) => path.startsWith('/resources/'))).toBe(true);
	for (const [path, { headers, text }] of pages) {
		expect(headers.has('set-cookie'), path).toBe(false);
		const loaded = [
			...text.matchAll(
				/<(?!a\s)[^>]*?\s(?:src|srcset|href|action|formaction|data|poster)="([^"]*)"/g
			),
			...text.matchAll(/url\(["']?([^"')]*)/g),
			...(headers.get('link') ?? '').matchAll(/<([^>]*)>/g)
		].map(([, address]) => new URL(address!.replaceAll('&amp;', '&'), app.url + path));
		const foreign = loaded.filter((url) => url.origin !== app.url).map(String);
		expect(foreign, path).toEqual([]);
		expect(text, path).not.toMatch(
			/http-equiv="refresh"|<base\s|\sping=|rel="(dns-prefetch|preconnect)/
		);
	}
});

test('nothing that a reader brings gets into the log', async () => {
	const secrets = {
		word: 'ひきこもりの息子',
		ascii: 'musukonokoto',
		id: '5f0c9b1e-6a58-4f0e-9d2c-3b1d6a7c8e90',
		slug: 'watashi-no-machi',
		agent: 'KojinBrowser/1.0',
		referrer: 'https://example.com/nikki',
		address: '192.0.2.77',
		field: 'onegai-desu'
	};
	const headers = {
		...html,
		'user-agent': secrets.agent,
		referer: secrets.referrer,
		'x-forwarded-for': secrets.address,
		cookie: `a=${secrets.field}`
	};
	const encoded = encodeURIComponent(secrets.word);
	const asked = [
		`/search?q=${encoded}`,
		`/search?q=${secrets.ascii}&category=${secrets.field}`,
		`/regions/sakura/2026?q=${encoded}`,
		`/search/__data.json?q=${encoded}`,
		`/resources/${secrets.id}`,
		`/regions/${secrets.slug}`,
		`/regions/${secrets.slug}/2026`,
		`/${encoded}`,
		`/%E0%A4%A?q=${secrets.ascii}`,
		`/search?q=${secrets.ascii.repeat(500)}`
	];
	for (const path of asked) await fetch(app.url + path, { headers });
	await fetch(`${app.url}/search?q=${encoded}`, {
		method: 'POST',
		headers: { ...headers, origin: app.url },
		body: new URLSearchParams({ message: secrets.field })
	});
	await fetch(`${app.url}/`, { headers });

	const lines = app
		.logs()
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Record<string, unknown>);
	expect(lines.length).toBeGreaterThanOrEqual(asked.length);
	expect(lines.at(-1)).toMatchObject({ method: 'GET', route: '/', status: 200 });
	for (const secret of [...Object.values(secrets), encoded]) {
		expect(app.logs(), secret).not.toContain(secret);
	}
	const known = ['time', 'level', 'requestId', 'method', 'route', 'status', 'ms', 'role'];
	for (const line of lines) expect(Object.keys(line)).toEqual(known);
});
