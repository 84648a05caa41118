import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, settled } from '../support/browser.ts';
import { mend, mendedFee } from '../support/mended.ts';
import { plant, sample } from '../support/seeds.ts';

const folder = mkdtempSync(join(tmpdir(), 'errata-'));
const database = join(folder, 'bookmark.db');
let app: App;
let browser: Browser;

beforeAll(async () => {
	plant(sample, database);
	const db = openDatabase(database);
	mend(db, new Date());
	close(db);
	[app, browser] = await Promise.all([startApp({ database }), launch()]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

test.each([true, false])(
	'A reader with the booklet in hand finds what changed of a page (scripts: %s)',
	async (javaScriptEnabled) => {
		const page = await newPage(browser, {
			viewport: { width: 390, height: 800 },
			javaScriptEnabled
		});
		await goTo(page, `${app.url}/regions/sakura/2026/errata`);
		const ask = async (typed: string) => {
			await page.getByLabel('お手もとの冊子のページ').fill(typed);
			await page.getByRole('button', { name: 'このページの正誤を見る' }).click();
			await page.waitForURL(`**/errata?page=${encodeURIComponent(typed)}`);
			await settled(page);
			return page.locator('main').innerText();
		};
		expect(await ask('12')).toContain(mendedFee);
		// The inspection is a script of the page.
		if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
		expect(await ask('14')).toContain('この紙面には、変わったところはありません');
		expect(await ask('99')).toContain('この冊子は40ページまでです。');
		expect(await page.getByLabel('お手もとの冊子のページ').inputValue()).toBe('99');
		if (javaScriptEnabled) expect(await barriers(page)).toEqual([]);
	}
);
