import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launch, newPage } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1200, height: 900 } };
const list = () => `${app.url}/regions/sakura`;

const choice = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
const status = (page: Page) => page.locator('#found').getByRole('status');
const rows = (page: Page) => page.getByRole('heading', { level: 2 });

/** How many rows there are, as the page says it. */
async function total(page: Page): Promise<number> {
	return Number(/\d+/.exec((await status(page).textContent()) ?? '')?.[0]);
}

describe('the list with scripts', () => {
	it('keeps the rows and choices that came with the page', async () => {
		const page = await newPage(browser, desktop);
		const warnings: string[] = [];
		page.on('console', (message) => void warnings.push(message.text()));
		await page.addInitScript(() => {
			addEventListener('DOMContentLoaded', () => {
				const came = [...document.querySelectorAll('#results li, #filter label')];
				Object.assign(window, { came });
			});
		});
		await goTo(page, list());
		await page.getByRole('combobox').waitFor();
		const stayed = 'window.came.length > 60 && window.came.every((one) => one.isConnected)';
		expect(await page.evaluate(stayed)).toBe(true);
		expect(warnings).toEqual([]);
		page.assertQuiet();
	});

	it('shows again what came with the page when the words are taken away', async () => {
		const page = await newPage(browser, desktop);
		await goTo(page, list());
		const shown = () => rows(page).allInnerTexts();
		const before = await shown();
		await page.getByRole('combobox').fill('家族会');
		await expect.poll(async () => (await shown()).length).toBeLessThan(before.length);
		await page.getByRole('combobox').fill('');
		await expect.poll(shown).toEqual(before);
		await choice(page, /^居場所/).check();
		await page.waitForURL('**?category=ibasho');
		await choice(page, /^居場所/).uncheck();
		await expect.poll(shown).toEqual(before);
		page.assertQuiet();
	});

	it('follows a choice without a reload, keeps the focus and says how many there are', async () => {
		const page = await newPage(browser, desktop);
		await goTo(page, list());
		await page.evaluate('window.stayed = true');
		const before = await total(page);

		await choice(page, /^居場所/).check();
		await page.waitForURL('**/regions/sakura?category=ibasho');
		await expect.poll(() => total(page)).toBeLessThan(before);
		expect(await rows(page).count()).toBe(await total(page));
		expect(await choice(page, /^居場所/).evaluate((box) => box === document.activeElement)).toBe(
			true
		);

		await choice(page, /^当事者会/).check();
		await page.waitForURL('**/regions/sakura?category=ibasho&category=peer');
		await expect.poll(() => page.getByText('居場所か当事者会を探しました。').count()).toBe(1);

		await page.getByRole('link', { name: '居場所をはずす' }).click();
		await page.waitForURL('**/regions/sakura?category=peer');
		await expect.poll(() => choice(page, /^居場所/).isChecked()).toBe(false);
		expect(await page.evaluate('window.stayed')).toBe(true);
		page.assertQuiet();
	});

	it('on a phone is filtered in a panel that is closed until asked for', async () => {
		const page = await newPage(browser, phone);
		await goTo(page, list());
		expect(await choice(page, /^居場所/).isVisible()).toBe(false);
		await page.getByText('絞り込む').click();
		await choice(page, /^居場所/).check();
		await page.waitForURL('**?category=ibasho');
		await expect.poll(() => page.getByText('絞り込む（1）').count()).toBe(1);
		await expect.poll(() => choice(page, /^居場所/).isVisible()).toBe(true);
		await page.getByRole('button', { name: 'この条件で見る' }).click();
		await expect.poll(() => choice(page, /^居場所/).isVisible()).toBe(false);
		await expect.poll(() => status(page).isVisible()).toBe(true);
		page.assertQuiet();
	});

	it('is searched by words, which leave no empty ones in the address', async () => {
		const page = await newPage(browser, phone);
		await goTo(page, `${app.url}/search`);
		const words = page.getByRole('combobox');
		await words.fill('いばしょ');
		await words.press('Enter');
		await page.waitForURL((url) => url.searchParams.get('q') === 'いばしょ');
		await expect.poll(() => page.getByText('「いばしょ」に合うところ').count()).toBe(1);
		await words.fill('');
		await page.getByRole('button', { name: '探す' }).click();
		await page.waitForURL(`${app.url}/search`);
		page.assertQuiet();
	});

	it('turns its pages', async () => {
		const page = await newPage(browser, phone);
		await goTo(page, list());
		const first = await rows(page).first().textContent();
		await page.getByRole('link', { name: '次のページ' }).click();
		await page.waitForURL('**?page=2');
		await expect.poll(() => rows(page).first().textContent()).not.toBe(first);
		await expect.poll(() => page.evaluate('scrollY')).toBe(0);
		page.assertQuiet();
	});
});

describe('the list without scripts', () => {
	const without = { javaScriptEnabled: false };

	it.each([
		['on a phone', phone],
		['beside its column on a desktop', desktop]
	])('is filtered with a button %s', async (_, size) => {
		const page = await newPage(browser, { ...size, ...without });
		await page.goto(list());
		const before = await total(page);
		if (size === phone) await page.getByText('絞り込む').click();
		await choice(page, /^居場所/).check();
		await page.getByRole('button', { name: 'この条件で見る' }).click();
		await page.waitForURL('**category=ibasho');
		await expect.poll(() => total(page)).toBeLessThan(before);
		if (size === phone) await page.getByText('絞り込む').click();
		expect(await choice(page, /^居場所/).isChecked()).toBe(true);
		await page.getByRole('link', { name: '居場所をはずす' }).click();
		await expect.poll(() => total(page)).toBe(before);
		page.assertQuiet();
	});

	it('is searched from the way in', async () => {
		const page = await newPage(browser, { ...phone, ...without });
		await page.goto(app.url);
		await page.getByRole('searchbox').fill('家族');
		await page.getByRole('button', { name: '探す' }).click();
		await page.waitForURL((url) => url.pathname === '/search');
		await expect.poll(() => total(page)).toBeGreaterThan(3);
		page.assertQuiet();
	});

	it('says the next step where there is nothing', async () => {
		const page = await newPage(browser, { ...phone, ...without });
		await page.goto(`${list()}?category=ibasho&fee=paid`);
		await page.getByRole('link', { name: '有料をはずす' }).last().click();
		await expect.poll(() => total(page)).toBeGreaterThan(3);
	});
});

describe('the list on paper', () => {
	it('has its rows and nothing to press', async () => {
		const page = await newPage(browser, desktop);
		await page.goto(list());
		await page.emulateMedia({ media: 'print' });
		for (const pressed of ['searchbox', 'checkbox', 'button', 'navigation'] as const) {
			expect(await page.getByRole(pressed).count(), pressed).toBe(0);
		}
		expect(await rows(page).count()).toBe(30);
		const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(paper).toBe('rgb(255, 255, 255)');
	});
});
