import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisplaySettings } from '#lib/domain/reader/display-settings.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type PageOptions, settled } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const calm: PageOptions = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' };

/** A page of somebody who has chosen. */
async function open(path: string, settings: DisplaySettings, options: PageOptions = calm) {
	const page = await newPage(browser, options);
	await page.addInitScript(
		(text) => localStorage.setItem('comfort', text),
		JSON.stringify(settings)
	);
	await goTo(page, app.url + path);
	return page;
}

/** What the words of a page were whenever something was about to be painted. */
async function paintsOf(page: Page, path: string) {
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(window, { seen });
		const look = () => {
			const { fontSize, colorScheme } = getComputedStyle(document.documentElement);
			const text = (document.body as HTMLElement | null)?.innerText ?? '';
			const words = text.includes('ひきこもり') ? 'raw' : text ? 'changed' : 'none';
			seen.push([fontSize, colorScheme, words, document.title].join(' '));
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
	await goTo(page, app.url + path);
	return page.evaluate(() => [...new Set((window as never as { seen: string[] }).seen)]);
}

describe('What somebody has chosen', () => {
	it('is there before anything is painted, and stays when the page comes alive', async () => {
		const page = await open('/rest', {
			size: 'larger',
			theme: 'dark',
			plain: 'yes',
			words: [['ひきこもり', '生きづらさ']]
		});
		const paints = await paintsOf(page, '/regions/sakura');
		expect(paints.filter((one) => !/^24px dark (changed|none) (メモ)?$/.test(one))).toEqual([]);
		expect(paints.some((one) => one.includes('changed'))).toBe(true);
		expect(await page.locator('main').innerText()).toContain('生きづらさ');
		await page.locator('#results h2 a').nth(3).click();
		await page.getByRole('heading', { name: '連絡のしかた' }).waitFor();
		expect(page.url()).toMatch(/\/resources\//);
		await expect.poll(() => page.title()).toBe('メモ');
		expect(await page.locator('main').innerText()).not.toContain('ひきこもり');
		page.assertQuiet();
	});

	it('is asked of nobody: the server gives everybody the same bytes', async () => {
		const page = await open('/rest', { theme: 'dark', words: [['家族', 'うち']] });
		const path = '/regions/sakura/2026';
		const [answer] = await Promise.all([
			page.waitForResponse((one) => one.url().endsWith(path)),
			page.goto(app.url + path)
		]);
		expect(await answer.text()).toBe(await (await fetch(app.url + path)).text());
		expect(await page.context().cookies()).toEqual([]);
	});

	it('may be a page without pictures and without a map', async () => {
		const page = await open('/regions/sakura?view=map', { calm: 'yes' });
		expect(await page.locator('.leaflet-container').count()).toBe(0);
		expect(await page.locator('.map').first().isVisible()).toBe(false);
		expect(await page.locator('#results .category svg').first().isVisible()).toBe(false);
		expect(await page.locator('#results .ribbon svg').first().isVisible()).toBe(true);
		expect(await page.locator('#results h2').count()).toBe(30);
		page.assertQuiet();
	});

	it('changes no word that the reader writes', async () => {
		const page = await open('/regions/sakura', { words: [['ひだまり', 'ここ']] });
		await page.getByRole('combobox', { name: 'ことばで探す' }).fill('ひだまり');
		await expect.poll(() => page.locator('#results h2 a').count()).toBeLessThan(10);
		expect(await page.getByRole('combobox').inputValue()).toBe('ひだまり');
	});

	it.each(['{"words":"x"}', 'null', '[]', '{', '"x"'])(
		'and was spoilt (%s) leaves the page as it is',
		async (text) => {
			const page = await newPage(browser, calm);
			await page.addInitScript((one) => localStorage.setItem('comfort', one), text);
			for (const path of ['/regions/sakura', '/settings']) {
				await goTo(page, app.url + path);
				expect(await page.locator('main').innerText()).not.toBe('');
			}
			page.assertQuiet();
		}
	);
});

describe('The page of settings', () => {
	it('applies a choice at once, says so, and keeps it', async () => {
		const page = await newPage(browser, calm);
		const requests: string[] = [];
		page.on('request', (one) => requests.push(one.url()));
		await goTo(page, `${app.url}/settings`);
		const root = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
		await page.getByLabel('もっと大きい').check();
		await page.getByLabel('暗い', { exact: true }).check();
		await expect.poll(() => page.getByText('変えました。この端末だけに残ります。').count()).toBe(1);
		await page.getByLabel('ふりがな').check();
		await expect.poll(root).toEqual({ size: 'larger', theme: 'dark', furigana: 'yes' });
		await page.getByLabel('かえることば').fill('himitsu');
		await page.getByLabel('かわりのことば').fill('a');
		await page.getByRole('button', { name: '足す' }).click();
		await page.getByRole('button', { name: /^外す/ }).waitFor();
		await settled(page);
		expect(await barriers(page)).toEqual([]);
		await goTo(page, `${app.url}/regions/sakura`);
		await expect.poll(() => page.locator('[data-kana]').count()).toBeGreaterThan(5);
		expect(await root()).toEqual({ size: 'larger', theme: 'dark', furigana: 'yes' });
		expect(requests.filter((one) => one.includes('himitsu'))).toEqual([]);
		page.assertQuiet();
	});

	it('refuses a word that would never come to rest, with a sentence', async () => {
		const page = await newPage(browser, calm);
		await goTo(page, `${app.url}/settings`);
		await page.getByLabel('かえることば').fill('親');
		await page.getByLabel('かわりのことば').fill('親の人');
		await page.getByRole('button', { name: '足す' }).click();
		expect(await page.getByRole('alert').textContent()).toContain('「親」が入っています');
	});

	it('explains itself without scripts', async () => {
		const page = await newPage(browser, { ...calm, javaScriptEnabled: false });
		await page.goto(`${app.url}/settings`);
		expect(await page.locator('main').innerText()).toContain('ブラウザーの「拡大」');
	});
});

describe('今日はここまで', () => {
	it('closes calmly, keeps the place, and gives it back', async () => {
		const page = await newPage(browser, calm);
		await goTo(page, `${app.url}/regions/sakura?category=ibasho`);
		await page.getByRole('button', { name: '今日はここまで' }).click();
		await page.waitForURL(`${app.url}/rest`);
		await goTo(page, app.url);
		await page.getByRole('link', { name: 'このまえの続き：さくら地域' }).click();
		await page.waitForURL(`${app.url}/regions/sakura?category=ibasho`);
		page.assertQuiet();
	});
});
