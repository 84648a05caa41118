import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type QuietPage, reload } from '../support/browser.ts';
import { cast, cookieOf } from '../support/staff.ts';

let app: App;
let browser: Browser;
let cookie: { name: string; value: string; url: string };
let id: string;
beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const db = openDatabase(app.database);
	const at = new Date();
	const [name, value] = cookieOf(db, cast(db, { at, region: 'sakura' }).editor, at).split('=');
	cookie = { name: name!, value: value!, url: app.url };
	id = db.$client.prepare('SELECT id FROM resources ORDER BY id LIMIT 1').pluck().get() as string;
	close(db);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const newEditor = async (options = {}) => {
	const page = await newPage(browser, options);
	await page.context().addCookies([cookie]);
	return page;
};

test('A new place is written by keyboard from nothing to its public page', async () => {
	const page = await newEditor();
	await goTo(page, `${app.url}/staff/regions/sakura/resources/new`);
	await page.locator('#name').focus();
	const kept = page.waitForResponse((answer) => answer.url().endsWith('/new/draft'));
	await page.keyboard.type('鍵盤の会');
	await kept;
	await page.getByText('読みの候補').waitFor();
	await page.locator('[id="categories.0"]').focus();
	await page.keyboard.press('ArrowDown');
	await page.locator('[id="consents.0.givenBy"]').focus();
	await page.keyboard.type('代表');
	await page.keyboard.press('Tab');
	await page.keyboard.type('電話');
	await page.getByRole('button', { name: '保存して公開' }).focus();
	await page.keyboard.press('Enter');
	await page.getByText('保存して公開しました').waitFor();
	await page.getByRole('link', { name: '公開ページ' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: '鍵盤の会' }).waitFor();
	page.assertQuiet();
});

test('A place is put on the map by keyboard, and the form saves where', async () => {
	const page = await newEditor();
	await goTo(page, `${app.url}/staff/resources/${id}`);
	await page.getByRole('button', { name: '地図で位置を決める' }).focus();
	await page.keyboard.press('Enter');
	const start = page.getByText('ここからはじめる');
	await start.waitFor();
	await page.locator('ul:near(:text("ここからはじめる")) button').first().focus();
	await page.keyboard.press('Enter');
	const latitude = page.locator('#location-latitude');
	await expect.poll(() => latitude.inputValue()).toMatch(/^\d\d\.\d{6}$/);
	const before = Number(await latitude.inputValue());
	await page.getByRole('button', { name: /^ここ：緯度/ }).focus();
	await page.keyboard.press('Shift+ArrowUp');
	await expect.poll(async () => Number(await latitude.inputValue())).toBeGreaterThan(before);
	const put = await latitude.inputValue();
	expect(await barriers(page)).toEqual([]);
	await page.getByRole('button', { name: '保存して公開' }).focus();
	await page.keyboard.press('Enter');
	await page.getByText('保存して公開しました').waitFor();
	expect(await latitude.inputValue()).toBe(put.replace(/0+$/, ''));
	page.assertQuiet();
});

test('Words are read into their rule, and no look folds the rule somebody works at', async () => {
	const page = await newEditor();
	await goTo(page, `${app.url}/staff/resources/${id}`);
	const words = page.locator('[id="schedules.0.text"]');
	const frequency = page.locator('[id="schedules.0.frequency"]');
	const told = page.locator('#schedules .told').first();
	const read = page.getByRole('button', { name: 'このことばを読み取る' }).first();
	const readAgain = async (text: string, rule: string) => {
		await words.fill(text);
		await Promise.all([page.waitForNavigation(), read.click()]);
		await told.getByText(`きまり：${rule}`).waitFor();
	};
	await readAgain('毎月第3日曜 13時〜15時', '毎月第3日曜 13:00〜15:00');
	await expect.poll(() => frequency.inputValue()).toBe('monthly');
	await readAgain('毎週水曜 14時〜16時', '毎週水曜 14:00〜16:00');
	await expect.poll(() => frequency.inputValue()).toBe('weekly');
	await page.getByText('きまりを自分で直す').first().click();
	const kept = page.waitForResponse((answer) => answer.url().endsWith('/draft'));
	await page.locator('[id="schedules.0.closings.0.from"]').fill('12-29');
	await page.locator('[id="schedules.0.closings.0.to"]').fill('01-03');
	await kept;
	await words.fill('月1回程度');
	await told.getByText('日付は出していません').waitFor();
	expect(await frequency.isVisible()).toBe(true);
	expect(await page.locator('[id="schedules.0.closings.0.to"]').inputValue()).toBe('01-03');
	await reload(page);
	await expect
		.poll(async () => [await words.inputValue(), await frequency.inputValue()])
		.toEqual(['月1回程度', 'weekly']);
	page.assertQuiet();
});

describe.each([
	['on a phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
	['on a desk', { viewport: { width: 1200, height: 900 } }],
	['without scripts', { viewport: { width: 1200, height: 900 }, javaScriptEnabled: false }]
])('%s', (_, options) => {
	let page: QuietPage;
	beforeAll(async () => {
		page = await newEditor(options);
	});
	afterAll(() => page.context().close());

	test.each(['', '/history', '/operation', '/withdrawal', '/merge', 'list', 'new'])(
		'the page %s of a resource has no barrier and does not scroll sideways',
		async (part) => {
			const known: Record<string, string> = {
				list: '/staff/resources',
				new: '/staff/regions/sakura/resources/new'
			};
			await goTo(page, app.url + (known[part] ?? `/staff/resources/${id}${part}`));
			if (!('javaScriptEnabled' in options)) {
				expect(await barriers(page)).toEqual([]);
				const [wide, width] = await page.evaluate(() => [
					document.documentElement.scrollWidth,
					window.innerWidth
				]);
				expect(wide).toBeLessThanOrEqual(width);
			}
			expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
			page.assertQuiet();
			if (process.env['SHOTS'])
				await page.screenshot({
					path: `${process.env['SHOTS']}/${_.slice(0, 9)}${part.replace('/', '')}.png`,
					fullPage: part !== 'list'
				});
		}
	);
});
