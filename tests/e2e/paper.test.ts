import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import * as handouts from '#lib/server/listings/handouts.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { startApp, type App } from '../support/app.ts';
import { goTo, launch, newPage, type QuietPage } from '../support/browser.ts';
import { cut, printed, scanned } from '../support/paper.ts';
import { fullest } from '../support/fullest.ts';
import { copy, sample } from '../support/seeds.ts';
import { now } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
const database = join(folder, 'bookmark.db');
const a4 = '595×842';
/** To a millimetre. */
const pixels = 96 / 25.4;
const a6 = '298×420';
let app: App;
let browser: Browser;
/** Every place of the sample, and the one about which everything is said at full length. */
let all: string[];
let full: string;
let window: string;

beforeAll(async () => {
	const db = copy(sample, database);
	const { id: regionId, generalWindowId } = regions.find(db, 'sakura')!;
	const by = 'editor';
	full = resources.create(db, { regionId, content: fullest, by, at: now }).resourceId;
	all = db.$client
		.prepare<[], string>('SELECT id FROM resources')
		.pluck()
		.all()
		.filter((id) => 'title' in (handouts.find(db, id, { now, origin: '' }) ?? {}));
	window = generalWindowId!;
	close(db);
	[app, browser] = await Promise.all([startApp({ database }), launch()]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

async function open(path: string, options = {}): Promise<QuietPage> {
	// As wide as the paper between its margins, so that what is measured is what is printed.
	const page = await newPage(browser, { viewport: { width: 703, height: 1000 }, ...options });
	await goTo(page, app.url + path);
	return page;
}

async function leave(page: QuietPage) {
	page.assertQuiet();
	await page.context().close();
}

describe('a handout on paper', () => {
	it('has room on two pages for every place there is, with readings and without', async () => {
		const page = await open('/');
		for (const id of all) {
			await page.goto(`${app.url}/resources/${id}/handout`);
			await page.emulateMedia({ media: 'print' });
			for (const readings of [false, true]) {
				await page
					.locator('#furigana')
					.evaluate((box: HTMLInputElement, on) => (box.checked = on), readings);
				const heights = await page
					.locator('.sheet')
					.evaluateAll((sheets) => sheets.map((sheet) => sheet.getBoundingClientRect().height));
				expect(heights.length).toBe(2);
				expect(Math.max(...heights), id).toBeLessThanOrEqual(275 * pixels);
			}
			await page.emulateMedia({ media: null });
		}
		await leave(page);
	});

	it.each([false, true])('is two pages of A4 (readings: %s)', async (readings) => {
		const page = await open('/');
		for (const id of [...all.slice(0, 4), window]) {
			await goTo(page, `${app.url}/resources/${id}/handout`);
			await page.getByLabel('ふりがなをつける').setChecked(readings);
			expect(await printed(page), id).toEqual({ pages: 2, sizes: [a4] });
		}
		await leave(page);
	});

	it('is two pages where everything is said at full length, and one without the supporter’s', async () => {
		const page = await open(`/resources/${full}/handout`);
		expect(await printed(page)).toEqual({ pages: 2, sizes: [a4] });
		await page.getByLabel('支援者の紙もつける').uncheck();
		expect(await printed(page)).toEqual({ pages: 1, sizes: [a4] });
		await leave(page);
	});

	it('is the same without scripts', async () => {
		for (const id of [window, full]) {
			const page = await open(`/resources/${id}/handout`, { javaScriptEnabled: false });
			expect(await printed(page)).toEqual({ pages: 2, sizes: [a4] });
			await leave(page);
		}
	});

	it('prints what was written on it', async () => {
		const page = await open(`/resources/${window}/handout`);
		await page.getByLabel('どなたへ').fill('みどりさん');
		await page.emulateMedia({ media: 'print' });
		const person = page.locator('.person');
		expect(await person.getByText('みどりさん', { exact: true }).last().isVisible()).toBe(true);
		await leave(page);
	});
});

describe.each([
	['a card', 'card', a6],
	['a sheet of four cards', 'card?paper=a4', a4],
	['a poster in large letters', 'poster', a4],
	['a poster with strips', 'poster?style=strips', a4]
])('%s', (_, path, size) => {
	it('is one page, on which nothing is cut', async () => {
		const page = await open('/');
		for (const id of [...all.slice(0, 8), window, full]) {
			await goTo(page, `${app.url}/resources/${id}/${path}`);
			expect(await printed(page), id).toEqual({ pages: 1, sizes: [size] });
			await page.emulateMedia({ media: 'print' });
			expect(await cut(page), id).toEqual([]);
			await page.emulateMedia({ media: null });
		}
		await leave(page);
	});
});

it.each(['large', 'strips'])('the poster of a region with %s is one page', async (style) => {
	const page = await open(`/regions/sakura/poster?style=${style}`);
	expect(await printed(page)).toEqual({ pages: 1, sizes: [a4] });
	expect(await scanned(page.getByRole('img', { name: 'QRコード' }).first())).toBe(
		`${app.url}/regions/sakura`
	);
	await leave(page);
});

it('the drafts are a page each, and the memo is one, written on or not', async () => {
	for (const from of ['person', 'family', 'supporter']) {
		const page = await open(`/resources/${window}/letter?from=${from}`);
		expect(await printed(page)).toEqual({ pages: 3, sizes: [a4] });
		await leave(page);
	}
	for (const javaScriptEnabled of [true, false]) {
		const page = await open('/memo', { javaScriptEnabled });
		await page.getByLabel('ふりがなをつける').check();
		expect(await printed(page)).toEqual({ pages: 1, sizes: [a4] });
		await page.getByLabel(/^いま、/).fill('朝がつらい。\n人と話していない。');
		expect(await printed(page)).toEqual({ pages: 1, sizes: [a4] });
		await leave(page);
	}
});

it.each(['handout', 'card', 'poster', 'poster?style=strips'])(
	'a camera reads the address of the place from its %s, on paper and in the dark',
	async (path) => {
		const page = await open(`/resources/${window}/${path}`, { deviceScaleFactor: 1 });
		const code = page.getByRole('img', { name: 'QRコード' }).first();
		for (const media of ['print', 'screen'] as const) {
			await page.emulateMedia({ media, colorScheme: 'dark' });
			expect(await scanned(code), media).toBe(`${app.url}/resources/${window}`);
		}
		await leave(page);
	}
);

it('is black on white, whatever the screen is', async () => {
	const page = await open(`/resources/${window}/handout`, { colorScheme: 'dark' });
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	const colours = await page.evaluate(() => {
		const all = [...document.querySelectorAll('.sheet, .sheet *')];
		const styles = all.map((one) => getComputedStyle(one));
		return [...new Set(styles.flatMap(({ color, backgroundColor }) => [color, backgroundColor]))];
	});
	const grey = /^rgba?\((\d+), \1, \1(, [\d.]+)?\)$/;
	expect(colours.filter((colour) => !grey.test(colour))).toEqual([]);
	expect(await page.getByRole('navigation').count()).toBe(0);
	await leave(page);
});
