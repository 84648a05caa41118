import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, settled } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const box = (page: Page) => page.getByRole('combobox', { name: 'ことばで探す' });
const options = (page: Page) => page.getByRole('listbox').getByRole('option');
const active = (page: Page) =>
	box(page).evaluate(
		(input) => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.innerText
	);

async function typed(path: string, words: string, options_ = {}) {
	const page = await newPage(browser, { ...phone, ...options_ });
	await goTo(page, app.url + path);
	// At once: between keys, a slow machine would pause long enough for an answer to the first of them.
	await box(page).focus();
	await page.keyboard.insertText(words);
	await options(page).first().waitFor();
	return page;
}

const places = ['/', '/search', '/regions/sakura'];

describe.each(places)('Suggestions at %s', (path) => {
	it('are walked through by keys, and none is chosen by itself', async () => {
		const page = await typed(path, 'いば');
		const count = await options(page).count();
		expect(count).toBeGreaterThan(1);
		expect(await box(page).getAttribute('aria-expanded')).toBe('true');
		expect(await active(page)).toBeUndefined();
		await page.keyboard.press('ArrowDown');
		expect(await active(page)).toMatch(/居場所/);
		expect(await options(page).first().getAttribute('aria-selected')).toBe('true');
		expect(await box(page).inputValue()).toBe('いば');
		await page.keyboard.press('ArrowUp');
		expect(await active(page)).toBe(await options(page).last().innerText());
		await page.keyboard.press('Home');
		expect(await active(page)).toBeUndefined();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.getByText('「居場所」に合うところ').count()).toBe(1);
		expect(await box(page).inputValue()).toBe('居場所');
		await expect.poll(() => options(page).count()).toBe(0);
		page.assertQuiet();
	});

	it('go away with Escape, which leaves the words, and come back with a key', async () => {
		const page = await typed(path, 'かぞ');
		await page.keyboard.press('Escape');
		await expect.poll(() => options(page).count()).toBe(0);
		expect(await box(page).getAttribute('aria-expanded')).toBe('false');
		expect(await box(page).inputValue()).toBe('かぞ');
		await page.keyboard.press('ArrowDown');
		await options(page).first().waitFor();
		await page.keyboard.press('Tab');
		await expect.poll(() => options(page).count()).toBe(0);
		page.assertQuiet();
	});

	it('are chosen with a finger, say what they are and are large enough for one', async () => {
		const page = await typed(path, 'ひだま');
		const option = page.getByRole('option', { name: /ひだまり.*名前/ }).first();
		expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(44);
		const name = await option.locator('span').first().innerText();
		await option.tap();
		await expect.poll(() => page.getByText(`「${name}」に合うところ`).count()).toBe(1);
		page.assertQuiet();
	});

	it('have no barrier that axe finds, light or dark', async () => {
		const page = await typed(path, 'そうだ', { reducedMotion: 'reduce' });
		await page.keyboard.press('ArrowDown');
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await barriers(page)).toEqual([]);
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		await page.context().close();
	});

	it('are not there without scripts', async () => {
		const page = await newPage(browser, { ...phone, javaScriptEnabled: false });
		await page.goto(app.url + path);
		expect(await page.getByRole('searchbox').count()).toBe(1);
		expect(await page.locator('[role=listbox], [aria-controls]').count()).toBe(0);
	});
});

describe('Suggestions', () => {
	it('inside a region are asked of nobody', async () => {
		const page = await newPage(browser, phone);
		const requests: string[] = [];
		page.on('request', (request) => requests.push(request.url()));
		await goTo(page, `${app.url}/regions/sakura`);
		await box(page).pressSequentially('かぞ', { delay: 20 });
		await options(page).first().waitFor();
		await settled(page);
		expect(requests.filter((address) => address.includes('/api/'))).toEqual([]);
		page.assertQuiet();
	});

	it('complete the last word and leave the others', async () => {
		const page = await typed('/search', 'さくら市 いば');
		await page
			.getByRole('option', { name: /居場所.*区分/ })
			.first()
			.click();
		await page.waitForURL((url) => url.searchParams.get('q') === 'さくら市 居場所');
		page.assertQuiet();
	});

	it('leave Enter to a composition', async () => {
		const page = await typed('/search', 'いば');
		const client = await page.context().newCDPSession(page);
		await client.send('Input.imeSetComposition', {
			text: 'しょ',
			selectionStart: 2,
			selectionEnd: 2
		});
		await page.keyboard.press('ArrowDown');
		await client.send('Input.dispatchKeyEvent', {
			type: 'rawKeyDown',
			key: 'Process',
			code: 'Enter',
			windowsVirtualKeyCode: 229
		});
		expect(page.url()).toBe(`${app.url}/search`);
		page.assertQuiet();
	});
});
