import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAccess } from '#lib/server/web/admission.ts';
import { policy } from '#lib/server/web/policy.ts';
import { startApp, type App } from '../support/app.ts';
import { launch, newPage } from '../support/browser.ts';

let app: App;
let browser: Browser;
beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(app.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });

/** All that readers may ask for, by the table of the app: a new page cannot be forgotten. */
async function addresses(): Promise<string[]> {
	const [, id] = /href="\/resources\/([^"?]+)"/.exec(await (await get('/regions/sakura')).text())!;
	const values: Record<string, string> = { slug: 'sakura', year: '2026', id: id!, part: 'pages' };
	const routes = Object.entries(policy)
		.filter(([, { GET }]) => GET === 'public' && isAccess(GET))
		.map(([route]) => route)
		.filter((route) => !/^\/(staff|tiles|changes|outlines\/|p\/)/.test(route));
	const filled = routes.map((route) =>
		route.replaceAll(/\[(\w+)\]/g, (_, name: string) => values[name]!)
	);
	const queries = ['/search?category=ibasho', '/search?q=ibasho', '/regions/sakura?view=map'];
	return [...filled, ...queries, '/regions/sakura/__data.json'].map((path) =>
		path === '/api/map' ? `${path}?bbox=138,35,141,38&zoom=8` : path
	);
}

/** What is about the bytes alone, which a 304 does not have. */
const ofBytes = new Set(['content-encoding', 'content-length', 'date']);
const headersOf = (response: Response) =>
	Object.fromEntries([...response.headers].filter(([name]) => !ofBytes.has(name)));

test('an answer that a browser has already comes again with all its headers', async () => {
	const all = await addresses();
	expect(all.length).toBeGreaterThan(30);
	for (const path of all) {
		for (const encoding of ['gzip', 'identity']) {
			const asked = { 'accept-encoding': encoding };
			const first = await get(path, asked);
			await first.arrayBuffer();
			expect(first.status, path).toBe(200);
			const known = { ...asked, 'if-none-match': first.headers.get('etag')! };
			// Once made anew where no word that was searched is kept, once from what is kept.
			for (const tag of [known['if-none-match'], `W/${known['if-none-match']}`]) {
				const again = await get(path, { ...known, 'if-none-match': tag });
				expect(again.status, path).toBe(304);
				expect(headersOf(again), path).toEqual(headersOf(first));
			}
		}
	}
});

test('the settings are there on every visit, by link, address and reload', async () => {
	const page = await newPage(browser);
	const choices = page.getByRole('group', { name: '文字の大きさ' });
	for (let visit = 0; visit < 2; visit++) {
		await page.goto(`${app.url}/settings`);
		await choices.waitFor();
		await page.reload();
		await choices.waitFor();
		await page.goto(`${app.url}/about`);
		await page.getByRole('link', { name: '見やすさの設定' }).first().click();
		await choices.waitFor();
	}
	page.assertQuiet();
});
