import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, markOf } from '#lib/domain/reader/bookmark/code.ts';
import { startApp, type App } from '../support/app.ts';
import { areWritten } from '../support/bookmarks.ts';
import { goTo, launch, newPage } from '../support/browser.ts';
import { printed } from '../support/paper.ts';

let app: App;
let browser: Browser;
const phone = { viewport: { width: 390, height: 844 } };
const list = '/regions/sakura?category=ibasho';

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

describe('places that were ticked in a list', () => {
	it.each([true, false])(
		'stand side by side when the button is pressed, and not before; scripts: %s',
		async (javaScriptEnabled) => {
			const page = await newPage(browser, { ...phone, javaScriptEnabled });
			const asked: Request[] = [];
			page.on('request', (request) => asked.push(request));
			await (javaScriptEnabled ? goTo(page, app.url + list) : page.goto(app.url + list));
			const ticks = page.getByRole('checkbox', { name: /^くらべる：/ });
			expect(await ticks.count()).toBe(0);
			await page.getByText('ならべてくらべる').click();
			const names = ['縁側ひろば', 'おにぎりの日'];
			for (const name of names) {
				await page.getByRole('checkbox', { name: `くらべる：${name}` }).check();
			}
			expect(asked.some((request) => request.url().includes('place='))).toBe(false);
			await page.getByRole('button', { name: 'くらべる', exact: true }).click();
			await page.waitForURL('**/compare?place=*&place=*');
			const columns = page.getByRole('columnheader');
			expect(
				(await columns.getByRole('link', { name: /^(?!外す)/ }).allTextContents()).sort()
			).toEqual(names.sort());
			expect(await page.getByRole('rowheader').allTextContents()).toEqual(
				expect.arrayContaining(['いつ', 'だれが', '費用', 'はじめて行く日', '連絡', '参加しやすさ'])
			);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
			await page.getByRole('link', { name: /^外す.*縁側ひろば/ }).click();
			await page.getByText('あと1か所選ぶと、ならべられます。').waitFor();
			page.assertQuiet();
		}
	);

	it('of an edition of before are not compared as places of today', async () => {
		const page = await newPage(browser, phone);
		await page.goto(`${app.url}/regions/sakura/2026`);
		expect(await page.getByText('ならべてくらべる').count()).toBe(0);
	});
});

describe('bookmarks', () => {
	it('stand side by side without a word to anybody', async () => {
		const page = await newPage(browser, phone);
		await goTo(page, app.url + list);
		const ribbons = page.getByRole('button', { name: /^しおり：/ });
		for (const at of [0, 1, 2]) await ribbons.nth(at).click();
		await areWritten(page, 3);
		const ids = await page
			.locator('[data-place]')
			.evaluateAll((rows) => rows.slice(0, 3).map((row) => (row as HTMLElement).dataset.place!));
		const asked: Request[] = [];
		page.on('request', (request) => asked.push(request));
		await page.goto(`${app.url}/bookmarks`);
		await page.getByText('ならべてくらべる').click();
		await page.locator('fieldset').getByRole('checkbox').first().uncheck();
		await page.getByRole('link', { name: '2か所をくらべる' }).click();
		await expect.poll(() => page.getByRole('columnheader').count()).toBe(2);
		const said = asked.map((request) => request.url() + JSON.stringify(request.headers())).join();
		for (const id of ids) {
			for (const secret of [id, markOf(id)]) expect(said).not.toContain(secret);
		}
		expect(said).not.toContain('place=');
		await page.getByRole('link', { name: /^外す/ }).first().click();
		await expect.poll(() => page.getByRole('columnheader').count()).toBe(1);
		page.assertQuiet();
	});

	it('say so where an address was cut off', async () => {
		const page = await newPage(browser, phone);
		await page.goto(`${app.url}/compare#sakura.AAAA`);
		await page.getByText(/途中で切れているか/).waitFor();
		page.assertQuiet();
	});
});

it('A comparison is printed on A4 across, with the places at the head of every page', async () => {
	const page = await newPage(browser, { viewport: { width: 1200, height: 900 } });
	const file = await fetch(`${app.url}/regions/sakura/resources.json`);
	const { resources } = (await file.json()) as { resources: { id: string }[] };
	const five = resources.slice(0, 5).map(({ id }) => ({ region: 'sakura', id }));
	await page.goto(`${app.url}/compare#${codeOf(five)}`);
	await expect.poll(() => page.getByRole('columnheader').count()).toBe(5);
	const { sizes, pages } = await printed(page);
	expect(sizes).toEqual(['842×595']);
	expect(pages).toBeLessThanOrEqual(6);
	page.assertQuiet();
});
