import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { contents } from '#lib/server/contents/read.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type PageOptions, type QuietPage } from '../support/browser.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { knownIn, townWorkbook } from '../support/town-workbook.ts';

const round = '/staff/regions/sakura/2032';
let app: App;
let browser: Browser;
let cookie: { name: string; value: string; url: string };
let id: string;
let proposal: number;
let columns: string;
let preview: string;
beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const db = openDatabase(app.database);
	const at = new Date();
	const people = cast(db, { at, region: 'sakura' });
	const [name, value] = cookieOf(db, people.admin, at).split('=');
	cookie = { name: name!, value: value!, url: app.url };
	const regionId = regions.find(db, 'sakura')!.id;
	const edition = editions.openFrom(db, { regionId, year: 2032, by: people.admin, at }) as number;
	id = editions.board(db, edition)[1]!.resourceId;
	const { revisionId, content } = verifications.entryOf(db, edition, id)!;
	expect(contents(db, [revisionId]).size).toBe(1);
	editions.setOrder(db, edition, 'hand', { by: people.admin, at });
	proposal = proposals.propose(db, {
		resourceId: id,
		regionId,
		content: { ...content, feeNote: 'お茶代200円', summary: '新しいひとこと' },
		base: revisionId,
		by: people.partner,
		at,
		reason: '値上げ'
	}).revisionId;
	const send = async (file: { name: string; bytes: Uint8Array }) => {
		const user = findUser(db, people.admin)!;
		const options = { region: 'sakura', year: 2032, category: null, asOf: null, choices: {} };
		const sent = previews.start(db, user, file, { ...options, way: 'revision' }, at);
		await previews.make(db, user, (sent as { id: string }).id, { at });
		return (sent as { id: string }).id;
	};
	columns = await send({ name: '町の一覧.xlsx', bytes: townWorkbook(knownIn(db, 'sakura')) });
	const rows = [
		'名前,区分,市区町村,緯度',
		'新しい部屋,居場所,見本県さくら市,',
		'読めない部屋,ない,,x'
	];
	preview = await send({ name: 'list.csv', bytes: new TextEncoder().encode(rows.join('\n')) });
	reports.add(db, { resourceId: id, section: 'fee', message: '値段が違いました', at });
	close(db);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

async function open(path: string, options: PageOptions = {}) {
	const page = await newPage(browser, options);
	await page.context().addCookies([cookie]);
	await goTo(page, app.url + path);
	return page;
}

const paths: [string, () => string][] = [
	['today', () => '/staff'],
	['editions', () => '/staff/regions'],
	['a region', () => '/staff/regions/sakura'],
	['the board', () => round],
	['the calls', () => `${round}/calls`],
	['a confirmation sheet', () => `${round}/sheets?entry=2`],
	['the words', () => `${round}/words`],
	['the order', () => `${round}/order`],
	['undoing', () => '/staff/undo'],
	['coming and going', () => `${round}/entries/new`],
	['a verification', () => `${round}/entries/${id}/verification`],
	['the lock', () => `${round}/lock`],
	['the proof', () => `${round}/proof`],
	['the publication', () => `${round}/publication`],
	['the comparison', () => `${round}/compare`],
	['the gaps', () => `${round}/gaps`],
	['the imports', () => '/staff/imports'],
	['a file to send', () => '/staff/imports/new'],
	['columns without a meaning', () => `/staff/imports/${columns}/columns`],
	['how a file is read', () => `/staff/imports/${columns}/reading`],
	['a preview', () => `/staff/imports/${preview}`],
	['its open rows', () => `/staff/imports/${preview}?show=open`],
	['the undoing of an import', () => `/staff/imports/${preview}/undo`],
	['the inbox', () => '/staff/inbox'],
	['a proposal', () => `/staff/inbox/proposals/${proposal}`],
	['the log', () => '/staff/activity'],
	['the erasure', () => `/staff/resources/${id}/erasure`]
];

describe.each([
	['on a phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
	['on a desk', { viewport: { width: 1200, height: 900 } }]
] as [string, PageOptions][])('%s', (_, options) => {
	let page: QuietPage;
	beforeAll(async () => {
		page = await open('/staff', options);
	});
	afterAll(() => page.context().close());

	test.each(paths)('%s has no barrier and does not scroll sideways', async (_, path) => {
		await goTo(page, app.url + path());
		expect(await barriers(page)).toEqual([]);
		const [wide, width] = await page.evaluate(() => [
			document.documentElement.scrollWidth,
			window.innerWidth
		]);
		expect(wide).toBeLessThanOrEqual(width);
		expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
		page.assertQuiet();
	});
});

test('The board is walked by keyboard: down, mark, up, and on to a verification', async () => {
	const page = await open(round);
	await page.locator('tbody input[type=checkbox]').first().focus();
	await page.keyboard.press('j');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('k');
	const second = page.locator('tbody input[type=checkbox]').nth(1);
	await expect.poll(() => second.isChecked()).toBe(true);
	await expect.poll(() => second.evaluate((box) => box === document.activeElement)).toBe(true);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: /^2番/ }).waitFor();
	page.assertQuiet();
});

test('Entries are dragged to another place of their chapter', async () => {
	// No scrolling while a row is held.
	const page = await open(`${round}/order`, { viewport: { width: 1280, height: 1600 } });
	const names = () => page.locator('ol .name').allInnerTexts();
	const [first, second, third, ...rest] = await names();
	const rows = page.locator('ol li');
	await rows.nth(0).dragTo(rows.nth(2), { sourcePosition: { x: 60, y: 10 } });
	await page.getByRole('status').filter({ hasText: '3番になりました' }).waitFor();
	await expect.poll(names).toEqual([second, third, first, ...rest]);
	await page.getByRole('button', { name: '元に戻す' }).waitFor({ state: 'detached' });
	page.assertQuiet();
});

test('A confirmation sheet fills one page of paper', async () => {
	const page = await open(`${round}/sheets?entry=2`);
	const paper = String(await page.pdf({ format: 'A4' }));
	expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
});
