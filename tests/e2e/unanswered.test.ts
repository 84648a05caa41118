import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { areWritten } from '../support/bookmarks.ts';
import { goTo, launch, newPage, type QuietPage } from '../support/browser.ts';
import { startFaultyProxy, type Fault, type FaultyProxy } from '../support/faulty-proxy.ts';

let proxy: FaultyProxy;
let app: App;
let browser: Browser;
let page: QuietPage;
let place: string;
beforeAll(async () => {
	proxy = await startFaultyProxy();
	[app, browser] = await Promise.all([startApp({ env: { ORIGIN: proxy.url } }), launch()]);
	proxy.target = app.url;
	page = await newPage(browser, { viewport: { width: 390, height: 844 } });
	await goTo(page, `${proxy.url}/regions/sakura`);
	await page
		.getByRole('button', { name: /^しおり：/ })
		.first()
		.click();
	await areWritten(page, 1);
	place = (await page.locator('#results h2 a').first().getAttribute('href'))!;
	await page.getByRole('button', { name: /^つながらないときも見られるようにする/ }).click();
	await page.getByRole('button', { name: '取っておく', exact: true }).click();
	await page.getByText(/この端末に取っておきました/).waitFor();
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	await proxy.stop();
});
beforeEach(() => {
	proxy.fault = 'none';
	proxy.asked = [];
});

const isAway = () => page.getByText('いまは、つながっていません。').count();

describe.each<[string, Fault]>([
	['takes every request and never answers', 'silent'],
	['stands behind a proxy that says 502', 'down']
])('When the server %s', (_, fault) => {
	it('the kept region, its places and the bookmarks are there', async () => {
		proxy.fault = fault;
		await page.goto(`${proxy.url}/regions/sakura`);
		await page.locator('#results h2 a').first().waitFor();
		await expect.poll(isAway).toBe(1);
		await page.goto(proxy.url + place);
		await page.getByRole('heading', { name: '連絡のしかた' }).waitFor();
		await page.goto(`${proxy.url}/bookmarks`);
		await page.locator('h3 a').first().waitFor();
		await page.goto(`${proxy.url}/settings`);
		await page.getByRole('group', { name: '文字の大きさ' }).waitFor();
		await page.goto(`${proxy.url}/about`);
		await page.getByText('このページは、つながっているときに見られます。').waitFor();
	});

	it('what is kept is not waited for once more, and nothing stays asked for', async () => {
		proxy.fault = fault;
		await page.goto(`${proxy.url}/regions/sakura`);
		await page.locator('#results h2 a').first().waitFor();
		expect(proxy.asked).toContain('/regions/sakura');
		expect(proxy.asked.filter((path) => path.endsWith('.json'))).toEqual([]);
		// Whether there is a newer worker is the browser's own question.
		const asked = () => proxy.waiting.filter((path) => path !== '/service-worker.js');
		await expect.poll(asked).toEqual([]);
	});

	it('its own pages are back with the first look after it', async () => {
		proxy.fault = fault;
		await page.goto(`${proxy.url}/regions/sakura`);
		await page.locator('#results h2 a').first().waitFor();
		proxy.fault = 'none';
		await page.reload();
		await page.getByText(/いまの内容・\d+件/).waitFor();
		expect(await isAway()).toBe(0);
		await page.goto(`${proxy.url}/about`);
		await page.getByRole('heading', { level: 1, name: 'この案内について' }).waitFor();
	});
});
