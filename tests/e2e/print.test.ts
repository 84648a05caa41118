import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { startApp, type App } from '../support/app.ts';
import { areWritten } from '../support/bookmarks.ts';
import { goTo, launch, newPage, type QuietPage } from '../support/browser.ts';
import { qrWidth, readPdf, type ReadPage } from '../support/placed-pdf.ts';
import { copy, sample } from '../support/seeds.ts';
import { content, now } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'print-'));
const database = join(folder, 'bookmark.db');
const places = 47;
let app: App;
let browser: Browser;
let ids: string[];

beforeAll(async () => {
	const db = copy(sample, database);
	const regionId = regions.find(db, 'tokyo')!.id;
	ids = Array.from({ length: places }, (_, at) => {
		const made = content({
			name: `事業所その${String(at + 1).padStart(2, '0')}`,
			categories: ['employment-transition'],
			phones: [{ number: `000-111-${2000 + at}` }],
			location: {
				...{ municipality: '131041', town: '大久保', street: `${at + 1}-1` },
				...{ latitude: 35.69 + at / 3000, longitude: 139.69 + (at % 7) / 100 }
			}
		});
		return resources.create(db, { regionId, content: made, by: 'import', at: now }).resourceId;
	});
	close(db);
	[app, browser] = await Promise.all([startApp({ database }), launch()]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

async function open(path: string, options = {}): Promise<QuietPage> {
	const page = await newPage(browser, options);
	// A list for paper has no scripts to wait for.
	await (path.includes('/print') ? page.goto(app.url + path) : goTo(page, app.url + path));
	return page;
}

/** A font gives some kanji back as the radicals that look like them. */
const asTyped = (text: string) =>
	text.replaceAll(/[\u2e80-\u2fd5]/g, (radical) => radical.normalize('NFKC'));

async function printed(page: QuietPage): Promise<{ pdf: Uint8Array; pages: ReadPage[] }> {
	const pdf = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
	const pages = await readPdf(pdf);
	return { pdf, pages: pages.map((one) => ({ ...one, text: asTyped(one.text) })) };
}

const textOf = (pages: ReadPage[]) => pages.map(({ text }) => text).join('');

describe('A list on paper', () => {
	it('says which part it is, and opens whole without scripts', async () => {
		const page = await open('/regions/tokyo', { javaScriptEnabled: false });
		const part = textOf((await printed(page)).pages);
		expect(part).toContain(`この紙にあるのは1〜30件めです（全${places}件）。`);
		await page.getByRole('link', { name: '印刷用に全部開く' }).click();
		const whole = textOf((await printed(page)).pages);
		expect(whole).toContain(`${places}か所すべてです。`);
		for (let at = 1; at <= places; at++) {
			expect(whole).toContain(`事業所その${String(at).padStart(2, '0')}`);
			expect(whole).toContain(`大久保${at}-1`);
			expect(whole).toContain(`000-111-${1999 + at}`);
		}
		page.assertQuiet();
		await page.context().close();
	});

	it('stands in two columns of A4, with its pages counted', async () => {
		const page = await open('/regions/tokyo/print');
		const { pages } = await printed(page);
		expect(pages.map(({ width, height }) => [width, height].map(Math.round))).toEqual(
			pages.map(() => [210, 297])
		);
		const lefts = pages[0]!.placed
			.filter(({ text }) => /その ?\d\d/.test(text))
			.map(({ x }) => Math.floor(x / 105));
		expect(new Set(lefts)).toEqual(new Set([0, 1]));
		pages.forEach(({ text }, at) => expect(text).toContain(`${at + 1}/${pages.length}`));
		await page.context().close();
	});

	it('has every number on its map or in the key of it', async () => {
		const page = await open('/regions/tokyo/print?view=map');
		const { pages } = await printed(page);
		const before = textOf(pages).split('事業所その01')[0]!;
		const onMap = await page.locator('.printed-map .pin').allTextContents();
		const inKey = await page.locator('.printed-map li').allTextContents();
		const numbers = [
			...onMap.filter((text) => /^\d+$/.test(text)),
			...inKey.flatMap((text) => text.split('：')[1]!.split('・'))
		].map(Number);
		expect(numbers.toSorted((one, other) => one - other)).toEqual(
			Array.from({ length: places }, (_, at) => at + 1)
		);
		expect(before).toContain('数字は一覧の番号です。');
		await page.context().close();
	});

	it('keeps what it was narrowed by, and says so', async () => {
		const page = await open('/regions/sakura?category=ibasho');
		await page.getByRole('link', { name: '印刷用に全部開く' }).click();
		await page.waitForURL(/print\?category=ibasho/);
		const text = textOf((await printed(page)).pages);
		expect(text).toContain('居場所を探しました。');
		expect(text).toContain('これは架空の見本です。');
		expect(text).toContain('か所すべてです。');
		await page.context().close();
	});
});

it('bookmarks begin on the first page, with where each place is and a short address', async () => {
	const page = await open('/regions/tokyo');
	for (const at of [0, 1, 2, 3]) {
		await page
			.getByRole('button', { name: /^しおり：/ })
			.nth(at)
			.click();
	}
	await areWritten(page, 4);
	await goTo(page, `${app.url}/bookmarks`);
	await expect.poll(() => page.locator('main ol > li').count()).toBe(4);
	const { pages } = await printed(page);
	expect(pages[0]!.text).toContain('事業所その');
	const text = textOf(pages);
	for (const at of [1, 2, 3, 4]) expect(text).toContain(`大久保${at}-1`);
	expect(text).toMatch(/\/p\/[0-9a-z]{4}-[0-9a-z]{4}/);
	await page.context().close();
});

describe('A poster', () => {
	it.each(['/regions/tokyo/poster', '/regions/sakura/poster', 'place'])(
		'%s has a name of 60 pt at least, a code of 40 mm at least, and no long address',
		async (path) => {
			const of = path === 'place' ? `/resources/${ids[0]}/poster` : path;
			const page = await open(of);
			const { pdf, pages } = await printed(page);
			expect(pages).toHaveLength(1);
			const [poster] = pages as [ReadPage];
			const largest = Math.max(...poster.placed.map(({ size }) => size));
			expect(largest).toBeGreaterThanOrEqual(60);
			const name = poster.placed.filter(({ size }) => size === largest);
			expect(['東京都', 'さくら地域', '事業所その01']).toContain(
				asTyped(name.map(({ text }) => text).join('')).replaceAll(' ', '')
			);
			expect(await qrWidth(pdf, 1)).toBeGreaterThanOrEqual(40);
			expect(poster.text).toContain('見るだけで、大丈夫です。');
			expect(poster.text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
			if (path.includes('tokyo')) expect(poster.text).not.toMatch(/居場所|家族会|毎年/);
			await page.context().close();
		}
	);
});

it('the supporter’s sheet has letters of 11 pt at least where little is said, and a short address', async () => {
	const page = await open(`/resources/${ids[0]}/handout`);
	const { pages } = await printed(page);
	expect(pages).toHaveLength(2);
	const { placed, text } = pages[1]!;
	const usual = placed.filter(({ text }) => text.includes('だけでもできますか'));
	expect(usual[0]!.size).toBeGreaterThanOrEqual(11);
	expect(text).toMatch(/\/p\/[0-9a-z]{4}-[0-9a-z]{4}/);
	expect(text).not.toContain(ids[0]!);
	const [short] = /\/p\/[0-9a-z]{4}-[0-9a-z]{4}/.exec(text)!;
	const { url } = await fetch(app.url + short.toUpperCase().replace('/P/', '/p/'));
	expect(url).toBe(`${app.url}/resources/${ids[0]}`);
	expect((await fetch(`${app.url}/p/0000-0000`)).status).toBe(404);
	await page.context().close();
});
