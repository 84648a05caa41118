import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { fillBooklets, paperOnly } from '../support/booklet-world.ts';
import { goTo, launch, newPage, type QuietPage } from '../support/browser.ts';
import { pagesOf } from '../support/pdf.ts';

let app: App;
let browser: Browser;
let page: QuietPage;
let cookies: ReturnType<typeof fillBooklets>['cookies'];
const path = '/staff/regions/sakura/2030';

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	({ cookies } = fillBooklets(app.database, 2030, 2031));
	page = await newPage(browser, { viewport: { width: 1200, height: 900 } });
	await carry(page, cookies.admin);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const carry = (page: Page, cookie: string) => {
	const [name, value] = cookie.split('=') as [string, string];
	return page.context().addCookies([{ name, value, url: app.url }]);
};
const go = (to: string) => goTo(page, app.url + to);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const text = () => page.locator('main').innerText();

/** Until the booklet that was asked for is there. */
async function made(words: string): Promise<void> {
	await page.locator('.working').waitFor({ state: 'detached' });
	await page.getByText(words).first().waitFor();
}

async function download(name: RegExp): Promise<Buffer> {
	const href = await page.getByRole('link', { name }).first().getAttribute('href');
	const answer = await page.request.get(app.url + href!);
	expect(answer.status(), href!).toBe(200);
	return answer.body();
}

test('a booklet is proved, mended, proved again, locked, published and handed out', async () => {
	await go(`${path}/booklet`);
	await press('校正をつくる');
	await page.locator('.working').waitFor();
	await made('これがはじめての校正です');
	expect(await barriers(page)).toEqual([]);
	const proof = await pagesOf(await download(/^冊子（A5）・カラー/));
	expect(proof.every((words) => words.includes('校正'))).toBe(true);
	expect(proof.join('')).toContain(paperOnly);
	expect(await text()).toMatch(/1部はA4の紙\d+枚（両面）です。300部では/);
	await page.getByLabel('部数').fill('２０');
	await press('計算する');
	await page.getByText('20部では').waitFor();

	await page.getByRole('link', { name: /「ゆりの木の家」に、よみがありません/ }).click();
	await page.waitForURL(/#kana$/);
	await page.locator('#kana').fill('ゆりのきのいえ');
	await press('保存して公開');
	await page.getByText('保存して公開しました').waitFor();

	await go(`${path}/booklet`);
	await page.getByLabel('形').selectOption({ label: '大きな字（A4）' });
	await page.getByLabel(/白黒/).check();
	await press('校正をつくる');
	await made('変わった掲載 1件');
	expect(await barriers(page)).toEqual([]);
	expect(await text()).toMatch(/ゆりの木の家：[^\n]*名前のよみ/);
	expect(await text()).not.toContain('「ゆりの木の家」に、よみがありません');

	await go(`${path}/lock`);
	await press('3件で校了する');
	await page.getByText('校了しています').waitFor();
	await go(`${path}/publication`);
	await press('2030年度版を公開する');
	await page.getByText('公開しています').waitFor();
	await expect
		.poll(
			async () => {
				await go(`${path}/publication`);
				return page.getByRole('link', { name: /^PDFを受けとる/ }).count();
			},
			{ timeout: 240_000 }
		)
		.toBe(2);
	expect(await barriers(page)).toEqual([]);
	await go(`${path}/booklet`);
	const paper = await download(/^PDFを受けとる/);
	expect(await download(/^PDFを受けとる/)).toEqual(paper);
	const printed = (await pagesOf(paper)).join('');
	expect(printed).toContain('ゆりの木の家');
	expect(printed).not.toContain('校正');

	await go('/regions/sakura/2030');
	expect(await barriers(page)).toEqual([]);
	const box = page.getByRole('region', { name: '冊子' });
	expect(await box.innerText()).toMatch(/冊子（A5）\s*PDF・\d+ページ・[\d.]+[KM]B/);
	const readers = (await pagesOf(await download(/^冊子（A5）/))).join('');
	expect(readers).toContain('かざぐるま');
	expect(readers).not.toContain(paperOnly);
	page.assertQuiet();
});

test('without scripts the page looks again by itself, and what is made can be cancelled', async () => {
	const plain = await newPage(browser, { javaScriptEnabled: false });
	await carry(plain, cookies.editor);
	const own = '/staff/regions/sakura/2031/booklet';
	await plain.goto(app.url + own);
	await plain.getByRole('button', { name: '校正をつくる' }).click();
	await plain.getByRole('link', { name: '冊子（A5）・カラー' }).waitFor();
	await plain.getByLabel('形').selectOption('yasashii');
	await plain.getByRole('button', { name: '校正をつくる' }).click();
	await plain.getByRole('button', { name: 'やめる' }).click();
	await plain.getByRole('button', { name: '校正をつくる' }).waitFor();
	expect(await plain.locator('main').innerText()).toContain('冊子（A5）・カラー');
	plain.assertQuiet();
});
