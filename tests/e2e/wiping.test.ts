import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { areWritten } from '../support/bookmarks.ts';
import { goTo, launch, newPage, type QuietPage, settled } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
let page: QuietPage;
beforeAll(async () => {
	browser = await launch();
	page = await newPage(browser, {
		viewport: { width: 390, height: 844 },
		reducedMotion: 'reduce',
		expected: /ERR_INTERNET_DISCONNECTED|Failed to fetch|: Not found: \//
	});
	await goTo(page, `${app.url}/regions/sakura`);
	for (const at of [0, 1]) {
		await page
			.getByRole('button', { name: /^しおり：/ })
			.nth(at)
			.click();
	}
	await page.getByRole('button', { name: /^つながらないときも見られるようにする/ }).click();
	await page.getByRole('button', { name: '取っておく', exact: true }).click();
	await page.getByText(/この端末に取っておきました/).waitFor();
	await areWritten(page, 2);
	await page.evaluate(() => localStorage.setItem('comfort', '{"theme":"dark"}'));
	await goTo(page, `${app.url}/bookmarks`);
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
afterAll(() => browser.close());

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
const undo = () => page.getByRole('button', { name: '元に戻す' });

describe('Wiping everything', () => {
	it('tells first what will go, on a page without a fault', async () => {
		await page.getByRole('button', { name: 'すべて消す' }).click();
		const told = page.getByRole('group', { name: 'この端末から、次のものを消します。' });
		await told.waitFor();
		await expect
			.poll(() => told.getByRole('listitem').allTextContents())
			.toEqual([
				'しおり2か所',
				'メモ1つ',
				'作ったリスト1つ',
				'見やすさの設定',
				'取っておいた地域1つ（さくら地域）'
			]);
		expect(await barriers(page)).toEqual([]);
		await told.getByRole('button', { name: 'やめる' }).click();
		expect((await names()).length).toBe(2);
	});

	it('is undone as a whole while the page is open', async () => {
		const before = await names();
		await wipe();
		await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
		await expect.poll(theme).toBeUndefined();
		await undo().click();
		await page.getByText('消す前に、戻しました。').waitFor();
		await expect.poll(names).toEqual(before);
		await expect.poll(memo).toBe('水曜に電話');
		await expect.poll(theme).toBe('dark');
		await page.getByRole('heading', { name: '春に行くところ' }).waitFor();
		await expect.poll(() => undo().count()).toBe(0);
	});

	it('gives back a region that is then there without a line', async () => {
		await page.context().setOffline(true);
		await page.goto(`${app.url}/regions/sakura`);
		await page.getByText('いまは、つながっていません。').waitFor();
		await page.locator('#results h2 a').first().waitFor();
		await page.context().setOffline(false);
	});

	it('is for good once the page is left', async () => {
		await goTo(page, `${app.url}/bookmarks`);
		await expect.poll(async () => (await names()).length).toBe(2);
		await wipe();
		await undo().waitFor();
		await goTo(page, `${app.url}/about`);
		await page.goBack();
		await settled(page);
		await page.getByText('まだ、しおりはありません').waitFor();
		expect(await undo().count()).toBe(0);
		page.assertQuiet();
	});
});
