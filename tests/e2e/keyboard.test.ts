import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launch, newPage } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const outline = (page: Page) =>
	page.locator(':focus').evaluate((element) => getComputedStyle(element).outlineStyle);

describe.each([true, false])('by keyboard alone, with scripts: %s', (javaScriptEnabled) => {
	const open = async (path: string, width = 1200) => {
		const viewport = { width, height: 900 };
		const page = await newPage(browser, { viewport, javaScriptEnabled });
		await goTo(page, app.url + path);
		return page;
	};

	it('the way past the header is the first stop', async () => {
		const page = await open('/regions/sakura');
		expect(await tabTo(page, '本文へ')).toBe(1);
		expect(await page.locator(':focus').isVisible()).toBe(true);
		await page.keyboard.press('Enter');
		await tabTo(page, '2026年度版');
		page.assertQuiet();
	});

	it('a choice is made and shown, and the focus can always be seen', async () => {
		const page = await open('/regions/sakura');
		await tabTo(page, '居場所');
		expect(await outline(page)).toBe('solid');
		await page.keyboard.press('Space');
		if (!javaScriptEnabled) {
			await tabTo(page, 'この条件で見る');
			await page.keyboard.press('Enter');
		}
		await page.waitForURL((url) => url.searchParams.get('category') === 'ibasho');
		await page.getByText('居場所を探しました。').waitFor();
		page.assertQuiet();
	});

	it('the panel of a phone opens, and what is folded away in it too', async () => {
		const page = await open('/regions/sakura', 390);
		await tabTo(page, '絞り込む');
		await page.keyboard.press('Enter');
		await tabTo(page, 'どうしたい');
		await page.keyboard.press('Enter');
		await tabTo(page, '安心していたい');
		await page.keyboard.press('Space');
		await tabTo(page, 'この条件で見る');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.searchParams.get('need') === 'feel-safe');
		page.assertQuiet();
	});

	it('from the way in to a place', async () => {
		const page = await open('/');
		await tabTo(page, '何もしなくてよい所で');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/search?need=feel-safe');
		await tabTo(page, '居場所カフェ ひだまり');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/resources/*');
		page.assertQuiet();
	});
});
