import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, settled, type QuietPage } from '../support/browser.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { knownIn, townWorkbook } from '../support/town-workbook.ts';

const most = 12;
let app: App;
let browser: Browser;
let cookie: { name: string; value: string; url: string };
let file: { name: string; mimeType: string; buffer: Buffer };

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const db = openDatabase(app.database);
	const at = new Date();
	const people = cast(db, { at, region: 'sakura' });
	const regionId = regions.find(db, 'sakura')!.id;
	editions.openFrom(db, { regionId, year: 2032, by: people.admin, at });
	const [name, value] = cookieOf(db, people.editor, at).split('=');
	cookie = { name: name!, value: value!, url: app.url };
	const buffer = Buffer.from(townWorkbook(knownIn(db, 'sakura')));
	const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	file = { name: '町の一覧.xlsx', mimeType, buffer };
	close(db);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

/** What is done to a page, counted as somebody counts who does it. */
function hands(page: QuietPage) {
	let done = 0;
	const press = async (role: 'link' | 'button', name: string | RegExp) => {
		done++;
		await page.getByRole(role, { name }).first().click();
	};
	const give = async (label: string) => {
		done++;
		await page.getByLabel(label, { exact: true }).setInputFiles(file);
	};
	return { count: () => done, press, give };
}

/**
 * Waits for those words. Without scripts a page that is not ready yet comes again by itself; with them it
 * asks. A machine that is too busy for the reader's own limit is asked once more.
 */
async function isAt(page: QuietPage, words: RegExp): Promise<void> {
	const again = page.getByRole('button', { name: 'もう一度読む' });
	const said = async () => {
		if (await again.isVisible()) await again.click();
		return page.locator('.staff').innerText();
	};
	await expect.poll(said, { timeout: 250_000, interval: 500 }).toMatch(words);
}

const quiet = async (page: QuietPage) => {
	await settled(page);
	expect(await barriers(page)).toEqual([]);
	const [wide, width] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		window.innerWidth
	]);
	expect(wide).toBeLessThanOrEqual(width);
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
};

describe.each([
	['without scripts', { javaScriptEnabled: false }],
	['with scripts, on a phone', { viewport: { width: 390, height: 844 } }]
])('%s', (_, options) => {
	const hasScripts = !('javaScriptEnabled' in options);
	const look = async (page: QuietPage) => {
		if (hasScripts) await quiet(page);
	};

	test(`a town’s workbook of 84 places is looked at, decided and taken in ${most} actions`, async () => {
		const page = await newPage(browser, options);
		await page.context().addCookies([cookie]);
		await goTo(page, `${app.url}/staff`);
		const { press, give, count } = hands(page);

		await press('link', 'ファイルを取り込む');
		await isAt(page, /町や団体からもらった一覧を/);
		await look(page);
		await give('ファイル');
		await press('button', '中を見る');
		await isAt(page, /列の意味を確かめる/);
		await expect
			.poll(() => page.locator('.staff').innerText())
			.toMatch(/見出しは4行目・場所は84件/);
		// Whose names those are, nobody is asked.
		expect(await page.locator('select[aria-label="「担当者」の行き先"]').inputValue()).toBe('');
		await look(page);
		await press('button', 'これで読む');
		await isAt(page, /まだ取り込んでいません[^]*すべて\s*84/);
		await look(page);

		await press('link', /件を見て決める/);
		await isAt(page, /まとめて決める/);
		await look(page);
		await press('button', 'いちばん似ているものと同じにする');
		await isAt(page, /すべて決まりました/);
		expect(count()).toBeLessThanOrEqual(most - 1);
		await press('button', 'この内容で取り込む');
		// What was taken back comes to the lists again, which is a change too.
		await isAt(
			page,
			hasScripts ? /取り込みました。84件を直しました/ : /取り込みました。.*3件を直しました/
		);
		await look(page);
		expect(count()).toBeLessThanOrEqual(most);

		await press('link', 'まとめて元に戻す');
		await isAt(page, /戻すと、新しく載ったところは外れ/);
		await look(page);
		await press('button', 'まとめて元に戻す');
		await isAt(page, /まとめて元に戻しました/);
		page.assertQuiet();
		await page.context().close();
	});
});

test('What came last year is not asked for again', async () => {
	const page = await newPage(browser);
	await page.context().addCookies([cookie]);
	await goTo(page, `${app.url}/staff/imports/new?region=sakura&year=2032`);
	const { press, give } = hands(page);
	expect(await page.getByLabel('どこに入れるか').inputValue()).toBe('2032');
	await give('ファイル');
	await press('button', '中を見る');
	await isAt(page, /「町の一覧.xlsx」で決めた対応づけを、そのまま入れてあります/);
	await quiet(page);
	page.assertQuiet();
});
