import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { launch, newPage, type QuietPage } from '../support/browser.ts';

let app: App;
let browser: Browser;
let page: QuietPage;
beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	page = await newPage(browser, {
		viewport: { width: 390, height: 844 },
		reducedMotion: 'reduce',
		expected: /ERR_INTERNET_DISCONNECTED|Failed to fetch|: Not found: \//
	});
	await page.goto(`${app.url}/regions/sakura`, { waitUntil: 'networkidle' });
	for (const at of [0, 1]) {
		await page
			.getByRole('button', { name: /^しおり：/ })
			.nth(at)
			.click();
	}
	await page.getByRole('button', { name: /^つながらないときも見られるようにする/ }).click();
	await page.getByRole('button', { name: '取っておく', exact: true }).click();
	await page.getByText(/この端末に取っておきました/).waitFor();
	await page.evaluate(() => localStorage.setItem('comfort', '{"theme":"dark"}'));
	await page.goto(`${app.url}/bookmarks`, { waitUntil: 'networkidle' });
	await page
		.getByLabel(/^メモ：/)
		.first()
		.fill('水曜に電話');
	await page
		.getByLabel(/^メモ：/)
		.first()
		.blur();
	await page.getByLabel('新しいリストの名前').fill('春に行くところ');
	await page.getByRole('button', { name: 'リストをつくる' }).click();
	await page.getByRole('heading', { name: '春に行くところ' }).waitFor();
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const names = () => page.locator('h3 a').allTextContents();
const memo = () =>
	page
		.getByLabel(/^メモ：/)
		.first()
		.inputValue();
const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
async function wipe() {
	await page.getByRole('button', { name: 'すべて消す' }).click();
	await page.getByRole('button', { name: '消す', exact: true }).click();
	await page.getByText('まだ、しおりはありません').waitFor();
}
const undo = () => page.getByRole('button', { name: 'もとにもどす' });

describe('Wiping everything', () => {
	it('tells first what will go, on a page without a fault', async () => {
		await page.getByRole('button', { name: 'すべて消す' }).click();
		const told = page.getByRole('group', { name: 'この端末から、つぎのものを消します。' });
		await told.waitFor();
		expect(await told.getByRole('listitem').allTextContents()).toEqual([
			'しおり2か所',
			'メモ1つ',
			'つくったリスト1つ',
			'見やすさの設定',
			'取っておいた地域1つ（さくら地域）'
		]);
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await told.getByRole('button', { name: 'やめる' }).click();
		expect((await names()).length).toBe(2);
	});

	it('is undone as a whole while the page is open', async () => {
		const before = await names();
		await wipe();
		expect(await page.evaluate(() => caches.keys())).toEqual([]);
		expect(await theme()).toBeUndefined();
		await undo().click();
		await page.getByText('消す前に、もどしました。').waitFor();
		await expect.poll(names).toEqual(before);
		expect(await memo()).toBe('水曜に電話');
		expect(await theme()).toBe('dark');
		await page.getByRole('heading', { name: '春に行くところ' }).waitFor();
		expect(await undo().count()).toBe(0);
	});

	it('gives back a region that is then there without a line', async () => {
		await page.context().setOffline(true);
		await page.goto(`${app.url}/regions/sakura`);
		await page.getByText('いまは、つながっていません。').waitFor();
		await page.locator('#results h2 a').first().waitFor();
		await page.context().setOffline(false);
	});

	it('is for good once the page is left', async () => {
		await page.goto(`${app.url}/bookmarks`, { waitUntil: 'networkidle' });
		await expect.poll(async () => (await names()).length).toBe(2);
		await wipe();
		await undo().waitFor();
		await page.goto(`${app.url}/about`, { waitUntil: 'networkidle' });
		await page.goBack({ waitUntil: 'networkidle' });
		await page.getByText('まだ、しおりはありません').waitFor();
		expect(await undo().count()).toBe(0);
		page.assertQuiet();
	});
});
