import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage } from '../support/browser.ts';
import { phonePhoto } from '../support/pictures.ts';
import { cast, cookieOf } from '../support/staff.ts';

const pictures = '/staff/regions/sakura/2032/pictures';
const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
let app: App;
let browser: Browser;
let cookie: { name: string; value: string; url: string };
let photo: string;
let places: { resourceId: string; number: number }[];

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const db = openDatabase(app.database);
	const at = new Date();
	const { admin } = cast(db, { at, region: 'sakura' });
	const [name, value] = cookieOf(db, admin, at).split('=') as [string, string];
	cookie = { name, value, url: app.url };
	const regionId = regions.find(db, 'sakura')!.id;
	const edition = editions.openFrom(db, { regionId, year: 2032, by: admin, at }) as number;
	places = editions.board(db, edition);
	close(db);
	photo = path.join(folder, 'IMG_0001.jpg');
	writeFileSync(photo, await phonePhoto());
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

async function open(address: string, options: Parameters<typeof newPage>[1] = {}): Promise<Page> {
	const page = await newPage(browser, options);
	await page.context().addCookies([cookie]);
	await goTo(page, app.url + address);
	return page;
}

async function fillIn(page: Page, alt: string): Promise<void> {
	await page.setInputFiles('#file', photo);
	await page.fill('#alt', alt);
	await page.check('input[name=agreed]');
	await page.fill('#agreedBy', '代表と、写っている全員');
}

describe.each([true, false])('With scripts: %s', (javaScriptEnabled) => {
	test('a photo is put in, seen upright, described, and taken out', async () => {
		const place = places[javaScriptEnabled ? 0 : 1]!.resourceId;
		const page = await open(`${pictures}?resource=${place}`, { javaScriptEnabled });
		await fillIn(page, '机が四つある部屋。');
		await page.click('#put button');
		const shown = page.locator(`#picture-${place} img`);
		await shown.waitFor();
		await expect
			.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
			.toBe(900);
		expect(await shown.getAttribute('alt')).toBe('机が四つある部屋。');
		expect(await page.locator('[role=status]').first().textContent()).toContain('取りのぞいて');
		await page.fill(`[id="${place}-alt"]`, '部屋と庭。');
		await page.click(`#picture-${place} form[action="?/describe"] button`);
		await expect.poll(() => shown.getAttribute('alt')).toBe('部屋と庭。');
		await page.click(`#picture-${place} summary`);
		await page.click(`#picture-${place} form[action="?/remove"] button`);
		await shown.waitFor({ state: 'detached' });
		await page.close();
	});
});

test('What was typed stays where the file was none, and the page can be used by everybody', async () => {
	const page = await open(pictures);
	await fillIn(page, '表紙の花。');
	const text = path.join(path.dirname(photo), 'memo.jpg');
	writeFileSync(text, '写真ではありません');
	await page.setInputFiles('#file', text);
	await page.click('#put button');
	await page.locator('#file-issue').waitFor();
	expect(await page.inputValue('#alt')).toBe('表紙の花。');
	expect(await barriers(page)).toEqual([]);
	await page.close();
});

test('A report is printed without what can only be pressed', async () => {
	const page = await open('/staff/regions/sakura/2026/report');
	expect(await barriers(page)).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('article h2').isVisible()).toBe(true);
	expect(await page.locator('a.button').isVisible()).toBe(false);
	await page.close();
});
