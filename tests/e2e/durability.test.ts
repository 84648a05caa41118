import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { startApp, type App } from '../support/app.ts';
import { areWritten } from '../support/bookmarks.ts';
import { goTo, launch, newPage, reload } from '../support/browser.ts';
import { now, places, world, type World } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'durability-'));
const database = join(folder, 'bookmark.db');
let app: App;
let browser: Browser;
let ids: World['ids'];
beforeAll(async () => {
	const made = world(database);
	ids = made.ids;
	close(made.db);
	[app, browser] = await Promise.all([startApp({ database, empty: true }), launch()]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

const ribbon = (page: Page, name: string) =>
	page.getByRole('button', { name: `しおり：${name}`, exact: true });
const hidamari = '居場所カフェ ひだまり';
const kazoku = '家族会 はるか';
const notKept = /残さない設定になっています/;

async function listOf(prepare?: () => void) {
	const page = await newPage(browser);
	if (prepare) await page.addInitScript(prepare);
	await goTo(page, `${app.url}/regions/gunma`);
	return page;
}

const bookmarks = (page: Page) => goTo(page, `${app.url}/bookmarks`);
const kept = (page: Page) => page.locator('h3 a').allTextContents();

describe('Bookmarks', () => {
	it('stay in another way where there is no database, and move into it when there is one', async () => {
		const page = await listOf(() => {
			if (!sessionStorage.getItem('healed'))
				Object.defineProperty(window, 'indexedDB', { value: undefined });
		});
		await ribbon(page, hidamari).click();
		await expect
			.poll(() => page.evaluate(() => localStorage.getItem('bookmarks')))
			.toContain('ひだまり');
		await bookmarks(page);
		await expect.poll(() => kept(page)).toEqual([hidamari]);
		await page.evaluate(() => sessionStorage.setItem('healed', 'yes'));
		await reload(page);
		await expect.poll(() => kept(page)).toEqual([hidamari]);
		await expect.poll(() => page.evaluate(() => localStorage.getItem('bookmarks'))).toBeNull();
		page.assertQuiet();
	});

	it('last as long as the page where nothing may stay, which is said', async () => {
		const page = await listOf(() => {
			Object.defineProperty(window, 'indexedDB', { value: undefined });
			Object.defineProperty(window, 'localStorage', {
				get() {
					throw new DOMException('blocked', 'SecurityError');
				}
			});
		});
		await ribbon(page, hidamari).click();
		await expect.poll(() => ribbon(page, hidamari).getAttribute('aria-pressed')).toBe('true');
		expect(await page.getByRole('alert').textContent()).toMatch(notKept);
		await page.getByRole('link', { name: 'しおりを見る' }).click();
		await expect.poll(() => kept(page)).toEqual([hidamari]);
		page.assertQuiet();
	});

	it('that no longer fit are said to be unsaved, stay to be seen, and are saved with the next change', async () => {
		const page = await listOf();
		await ribbon(page, hidamari).click();
		await areWritten(page, 1);
		await page.evaluate(() => {
			const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
			const heal = () => Object.defineProperty(IDBObjectStore.prototype, 'put', own);
			Object.assign(window, { heal: () => void heal() });
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		});
		await ribbon(page, kazoku).click();
		await expect.poll(() => page.getByRole('alert').textContent()).toContain('空きが足りない');
		expect(await ribbon(page, kazoku).getAttribute('aria-pressed')).toBe('true');
		await page.evaluate(() => (window as never as { heal(): void }).heal());
		await ribbon(page, 'オンライン ほしぞら').click();
		await expect.poll(() => page.getByRole('alert').count()).toBe(0);
		await bookmarks(page);
		await expect
			.poll(async () => (await kept(page)).sort())
			.toEqual(['オンライン ほしぞら', hidamari, kazoku].sort());
		page.assertQuiet();
	});

	it('of two tabs are the bookmarks of both', async () => {
		const one = await listOf();
		const other = await one.context().newPage();
		await goTo(other, `${app.url}/regions/gunma`);
		await Promise.all([ribbon(one, hidamari).click(), ribbon(other, kazoku).click()]);
		for (const page of [one, other]) {
			for (const name of [hidamari, kazoku]) {
				await expect.poll(() => ribbon(page, name).getAttribute('aria-pressed')).toBe('true');
			}
		}
		await bookmarks(one);
		await expect.poll(async () => (await kept(one)).sort()).toEqual([hidamari, kazoku].sort());
	});

	it('say what has changed, closed or gone since, and keep what was read', async () => {
		const page = await listOf();
		for (const name of [hidamari, kazoku, 'しごと準備室 みちくさ'])
			await ribbon(page, name).click();
		await areWritten(page, 3);
		await bookmarks(page);
		await page.getByText('はさんだときの内容').nth(2).waitFor();

		const db = openDatabase(database);
		const by = 'editor';
		const change = { by, at: now };
		resources.revise(db, ids.hidamari, {
			...change,
			content: { ...places.hidamari, summary: '場所が変わりました。', fee: 'paid' }
		});
		resources.revise(db, ids.kazoku, {
			...change,
			content: { ...places.kazoku, operation: 'closed' }
		});
		resources.withdraw(db, ids.shigoto, { ...change, reason: '希望' });
		close(db);

		await reload(page);
		const place = (name: string) => page.locator('main ol > li').filter({ hasText: name });
		await place(hidamari).getByText('はさんだあとに変わりました：どんなところ・費用').waitFor();
		await place(kazoku).getByText('この場所は、終了しました').waitFor();
		await place('しごと準備室').getByText('いまは掲載されていません').waitFor();
		await place(hidamari).locator('summary').click();
		expect(await place(hidamari).locator('details').innerText()).toContain(
			'本を読んだり、お茶を飲んだり。'
		);
		await place(hidamari).getByRole('button', { name: 'いまの内容を控えにする' }).click();
		await expect
			.poll(() => place(hidamari).getByText('はさんだあとに変わりました').count())
			.toBe(0);
		page.assertQuiet();
	});
});
