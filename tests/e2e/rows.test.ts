import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { importFile } from '#lib/server/imports/index.ts';
import { startApp, type App } from '../support/app.ts';
import { goTo, launch, newPage } from '../support/browser.ts';
import { wamnetFile } from '../support/formats.ts';
import { copy, now, prepared } from '../support/seeds.ts';
import { sharedApp } from '../support/shared-app.ts';

const sample = sharedApp();
const folder = mkdtempSync(path.join(tmpdir(), 'bookmark-rows-'));
let app: App;
let browser: Browser;
beforeAll(async () => {
	const database = path.join(folder, 'bookmark.db');
	const db = copy(prepared, database);
	await importFile(db, { fileName: 'file.csv', bytes: publicData, ...from });
	close(db);
	[browser, app] = await Promise.all([launch(), startApp({ database })]);
});
afterAll(async () => {
	await Promise.all([browser.close(), app.stop()]);
	rmSync(folder, { recursive: true, force: true });
});

const from = { year: 2025, asOf: '2025-03-31', by: 'operator', at: now };
/** Places as public data tell them: no word of what happens there, and no ease. */
const publicData = wamnetFile(
	Array.from({ length: 40 }, (_, i) => ({
		no: `A${i}`,
		name: `就労支援センター みほん${i}（高崎第${i}事業所）`,
		事業所の名称_かな: `しゅうろうしえんせんたあ みほん${i}`,
		...(i % 2 === 0 && { '利用可能な時間帯（平日）': '10:00-15:00' })
	}))
);

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1280, height: 900 } };

/** How many whole rows a screen shows, on an average and from the first row on. */
const wholeRows = (page: Page) =>
	page.evaluate(() => {
		const rows = [...document.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
		const [first, last] = [rows[0]!, rows.at(-1)!];
		const end = first.top + innerHeight;
		return {
			average: (innerHeight * rows.length) / (last.bottom - first.top),
			first: rows.filter(({ bottom }) => bottom <= end).length
		};
	});

describe('The rows of a list', () => {
	it.each([
		['of the sample', 4, phone, () => `${sample.url}/regions/sakura`],
		['of the sample', 6, desktop, () => `${sample.url}/regions/sakura`],
		['of public data', 4, phone, () => `${app.url}/regions/gunma`],
		['of public data', 6, desktop, () => `${app.url}/regions/gunma`]
	])('%s: %i stand on a screen', async (_, count, size, url) => {
		const page = await newPage(browser, size);
		await goTo(page, url());
		const { first, average } = await wholeRows(page);
		expect(first).toBeGreaterThanOrEqual(count);
		expect(average).toBeGreaterThanOrEqual(count);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(wide).toBeLessThanOrEqual(0);
		page.assertQuiet();
	});

	it('say once that nobody knows more than public data tell, and of when they are', async () => {
		const page = await newPage(browser, { ...phone, javaScriptEnabled: false });
		await goTo(page, `${app.url}/regions/gunma`);
		const row = await page.locator('.row').first().innerText();
		expect(row.match(/未確認/g)).toHaveLength(1);
		expect(row).toContain('詳しいことは未確認（WAM NET 2025年3月）');
		await page.locator('.row h2 a').first().click();
		await page.getByText('公的データから（WAM NET 2025年3月）').first().waitFor();
		page.assertQuiet();
	});
});
