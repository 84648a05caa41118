import jsQR from 'jsqr';
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { areWritten, isWritten } from '../support/bookmarks.ts';
import {
	goTo,
	launch,
	newPage,
	type PageOptions,
	type QuietPage,
	reload,
	settled
} from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const phone: PageOptions = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' };

/** A page, and everything that it asks for. */
async function open(path: string, options: PageOptions = phone) {
	const page = await newPage(browser, options);
	const requests = listen(page);
	await goTo(page, app.url + path);
	return { page, requests };
}

function listen(page: Page): string[] {
	const requests: string[] = [];
	page.on('request', (one) => requests.push(one.url() + (one.postData() ?? '')));
	return requests;
}

const ribbons = (page: Page) => page.getByRole('button', { name: /^しおり：/ });
const said = (page: Page) => page.locator('[aria-live=polite]').last();
const shelf = (page: Page) => page.getByRole('list').filter({ has: page.getByLabel(/^メモ/) });
const idsOn = (page: Page) =>
	page
		.locator('li[data-place]')
		.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.place!));

/** Three places of the sample region, kept. */
async function keepThree() {
	const { page, requests } = await open('/regions/sakura');
	for (const at of [0, 1, 2]) await ribbons(page).nth(at).click();
	await expect.poll(() => said(page).textContent()).toContain('にしおりをはさみました');
	await areWritten(page, 3);
	const ids = (await idsOn(page)).slice(0, 3);
	return { page, requests, ids };
}

async function wipe(page: Page) {
	await page.getByRole('button', { name: 'すべて消す' }).click();
	await page.getByRole('button', { name: '消す', exact: true }).click();
}

const goOn = (page: QuietPage) => goTo(page, `${app.url}/bookmarks`);

/** The page of bookmarks, with the three of them in view. */
async function goOnWithThree(page: QuietPage) {
	await goOn(page);
	await expect.poll(() => shelf(page).locator('h3').count()).toBe(3);
}

describe('A ribbon', () => {
	it('keeps a place with one press, by keyboard too, says so, and is there after a reload', async () => {
		const { page } = await open('/regions/sakura');
		const first = ribbons(page).first();
		const name = (await first.getAttribute('aria-label'))!.replace('しおり：', '');
		expect(await first.getAttribute('aria-pressed')).toBe('false');
		await first.focus();
		await page.keyboard.press('Space');
		await expect.poll(() => first.getAttribute('aria-pressed')).toBe('true');
		expect(await said(page).textContent()).toBe(
			`「${name}」にしおりをはさみました。この端末だけに残ります。`
		);
		await areWritten(page, 1);
		await reload(page);
		await expect.poll(() => first.getAttribute('aria-pressed')).toBe('true');
		await page.getByRole('link', { name, exact: true }).click();
		await page.waitForURL(/\/resources\//);
		const wide = ribbons(page);
		await expect.poll(() => wide.getAttribute('aria-pressed')).toBe('true');
		await wide.click();
		await expect.poll(() => said(page).textContent()).toBe(`「${name}」のしおりを外しました。`);
		await page.getByRole('button', { name: '戻す' }).click();
		await expect.poll(() => wide.getAttribute('aria-pressed')).toBe('true');
		page.assertQuiet();
	});

	it('is on the card of a pin', async () => {
		const { page } = await open('/search?view=map&region=sakura&category=women');
		await page.locator('.leaflet-container button.pin').first().click();
		const ribbon = page.getByRole('dialog').getByRole('button', { name: /^しおり：/ });
		await ribbon.click();
		await expect.poll(() => ribbon.getAttribute('aria-pressed')).toBe('true');
		page.assertQuiet();
	});

	it('is not there without scripts, where a page says what to do instead', async () => {
		const { page } = await open('/regions/sakura', { ...phone, javaScriptEnabled: false });
		expect(await ribbons(page).count()).toBe(0);
		await page.locator('h2 a').first().click();
		expect(await page.locator('noscript').first().innerText()).toContain('印刷');
		await goOn(page);
		expect(await page.locator('main').innerText()).toContain(
			'ほかのページは、そのまま全部使えます'
		);
	});
});

describe('The page of bookmarks', () => {
	it('takes a memo, a mark and an order by hand, and says what it did', async () => {
		const { page } = await keepThree();
		await goOnWithThree(page);
		const names = () => shelf(page).locator('h3 a').allTextContents();
		const [first, second, third] = await names();
		await page.getByLabel(`メモ：${first}`).fill('母と 一緒に');
		await page.getByLabel(`メモ：${first}`).blur();
		await expect.poll(() => said(page).textContent()).toBe(`「${first}」のメモを残しました。`);
		const group = page.getByRole('group', { name: new RegExp(`^印.*${second}`) });
		await group.getByLabel('こんど').check();
		await expect
			.poll(() => said(page).textContent())
			.toBe(`「${second}」に「こんど」の印をつけました。`);
		const down = page.getByRole('button', { name: new RegExp(`^下へ.*${first}`) });
		await down.focus();
		await page.keyboard.press('Enter');
		await expect.poll(names).toEqual([second, first, third]);
		expect(await said(page).textContent()).toBe(`「${first}」を2番めにしました。`);
		await expect.poll(() => down.evaluate((one) => one === document.activeElement)).toBe(true);
		await isWritten(page, (shelf) => shelf.lists[0]!.places.map((id) => shelf.places[id]!.name), [
			second,
			first,
			third
		]);
		await reload(page);
		await expect.poll(names).toEqual([second, first, third]);
		await expect.poll(() => page.getByLabel(`メモ：${first}`).inputValue()).toBe('母と 一緒に');
		page.assertQuiet();
	});

	it('has lists with names, and loses nothing with one', async () => {
		const { page } = await keepThree();
		await goOnWithThree(page);
		await page.getByLabel('新しいリストの名前').fill('こんど行く');
		await page.getByRole('button', { name: 'リストをつくる' }).click();
		const name = (await shelf(page).locator('h3 a').first().textContent())!;
		await page.getByLabel(`リスト：${name}`).selectOption({ label: 'こんど行く' });
		const list = page.getByRole('region', { name: /^こんど行く/ });
		await list.getByRole('link', { name, exact: true }).waitFor();
		await list.getByRole('button', { name: 'このリストをなくす' }).click();
		await page.getByRole('region', { name: /^しおり3か所/ }).waitFor();
		page.assertQuiet();
	});

	it('has no barrier that axe finds, at any width, with all of it open', async () => {
		const { page } = await keepThree();
		await goOnWithThree(page);
		await page.getByRole('button', { name: 'このリストをわたす' }).click();
		await page.locator('details').evaluateAll((all) => {
			for (const one of all as HTMLDetailsElement[]) one.open = true;
		});
		for (const width of [320, 1200]) {
			await page.setViewportSize({ width, height: 900 });
			expect(await barriers(page)).toEqual([]);
			const isWide = await page.evaluate(
				() => document.documentElement.scrollWidth > document.documentElement.clientWidth
			);
			expect(isWide, `${width} px`).toBe(false);
		}
	});

	it('goes into a file and comes back from it; another file is refused with a sentence', async () => {
		const { page } = await keepThree();
		await goOnWithThree(page);
		const coming = page.waitForEvent('download');
		await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
		const download = await coming;
		expect(download.suggestedFilename()).toMatch(/^memo-\d{4}-\d\d-\d\d\.json$/);
		const file = readFileSync(await download.path());
		await wipe(page);
		await page.getByText('まだ、しおりはありません').waitFor();
		const input = page.getByLabel('ファイルから取り込む');
		await input.setInputFiles({
			name: 'a.json',
			mimeType: 'application/json',
			buffer: Buffer.from('{}')
		});
		expect(await page.getByRole('alert').textContent()).toContain('しおりではありません');
		await input.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: file });
		await expect.poll(() => shelf(page).locator('h3').count()).toBe(3);
		page.assertQuiet();
	});

	it('wipes everything, once it was told in numbers what that is', async () => {
		const { page } = await keepThree();
		await page.evaluate(() => localStorage.setItem('comfort', '{"theme":"dark"}'));
		await goOnWithThree(page);
		await page.getByRole('button', { name: 'すべて消す' }).click();
		const told = page.getByRole('group', { name: 'この端末から、次のものを消します。' });
		await expect
			.poll(() => told.getByRole('listitem').allTextContents())
			.toEqual(['しおり3か所', '見やすさの設定']);
		expect(await shelf(page).locator('h3').count()).toBe(3);
		await told.getByRole('button', { name: 'やめる' }).click();
		expect(await shelf(page).locator('h3').count()).toBe(3);
		await wipe(page);
		await expect.poll(() => said(page).textContent()).toContain('すべて消しました');
		const left = () =>
			page.evaluate(async () => {
				const db = await new Promise<IDBDatabase>((resolve) => {
					const asking = indexedDB.open('bookmarks');
					asking.onsuccess = () => resolve(asking.result);
				});
				const count = (name: string) =>
					new Promise((resolve) => {
						const asking = db.transaction(name).objectStore(name).count();
						asking.onsuccess = () => resolve(asking.result);
					});
				return [
					await count('shelf'),
					await count('copies'),
					localStorage.length,
					(await caches.keys()).length
				];
			});
		await expect.poll(left).toEqual([0, 0, 0, 0]);
	});
});

describe('Bookmarks on paper', () => {
	it('have a cover that says nothing, where that is wished for', async () => {
		const { page } = await keepThree();
		await goOnWithThree(page);
		const pages = async () =>
			String(await page.pdf({ format: 'A4' })).match(/\/Type \/Page\b/g)!.length;
		const without = await pages();
		await page.getByLabel('「メモ」とだけ書いた表紙をつける').check();
		expect(await pages()).toBe(without + 1);
		expect(await page.locator('body > .cover').innerText()).toBe('メモ');
		await page.getByLabel('「メモ」とだけ書いた表紙をつける').uncheck();
		expect(await page.locator('.cover').count()).toBe(0);
		page.assertQuiet();
	});
});

describe('A list that is handed on', () => {
	it('is an address and a code that a camera reads; whoever opens it sees the places and may keep them', async () => {
		const { page, ids } = await keepThree();
		await goOnWithThree(page);
		await page.getByRole('button', { name: 'このリストをわたす' }).click();
		const address = await page.getByLabel('アドレス', { exact: true }).inputValue();
		expect(address.length).toBeLessThan(300);
		const picture = await page.getByRole('img', { name: 'このアドレスのQRコード' }).screenshot();
		const { data, width, height } = PNG.sync.read(picture);
		expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(address);

		const other = await newPage(browser, phone);
		const requests = listen(other);
		await goTo(other, address);
		await other.getByRole('button', { name: '3か所にしおりをはさむ' }).click();
		await expect.poll(() => shelf(other).locator('h3').count()).toBe(3);
		await expect.poll(() => new URL(other.url()).hash).toBe('');
		await settled(other);
		const marks = [...ids, ...ids.map((id) => id.slice(-12)), address.split('#')[1]!];
		expect(requests.filter((one) => marks.some((mark) => one.includes(mark)))).toEqual([]);
		expect(await other.context().cookies()).toEqual([]);
		other.assertQuiet();
	});

	it.each(['sakura.AAAA.zz', 'garbage', '%E0%A4%A', 'nowhere.AAAAAAAA.00', '<script>'])(
		'that is spoilt (%s) is answered with a sentence',
		async (code) => {
			const { page } = await open(`/bookmarks#${code}`);
			expect(await page.getByRole('alert').textContent()).toMatch(/。$/);
			page.assertQuiet();
		}
	);

	it('takes memos along only when that is wished for', async () => {
		const { page } = await keepThree();
		await goOnWithThree(page);
		await page
			.getByLabel(/^メモ：/)
			.first()
			.fill('ひみつのメモ');
		await page
			.getByLabel(/^メモ：/)
			.first()
			.blur();
		await page.getByRole('button', { name: 'このリストをわたす' }).click();
		const address = () => page.getByLabel('アドレス', { exact: true }).inputValue();
		const secret = encodeURIComponent('ひみつのメモ');
		expect(await address()).not.toContain(secret);
		await page.getByLabel(/一緒に渡す/).check();
		await expect.poll(address).toContain(secret);
	});
});

describe('Nothing leaves', () => {
	it('while places are kept, written about, handed on, printed and looked at again', async () => {
		const { page, requests, ids } = await keepThree();
		const names = await ribbons(page).evaluateAll((all) =>
			all.slice(0, 3).map((one) => one.getAttribute('aria-label')!.replace('しおり：', ''))
		);
		await goOnWithThree(page);
		await page
			.getByLabel(/^メモ：/)
			.first()
			.fill('himitsu');
		await page
			.getByLabel(/^メモ：/)
			.first()
			.blur();
		await page.getByRole('button', { name: 'このリストをわたす' }).click();
		await page.getByLabel(/一緒に渡す/).check();
		await page.emulateMedia({ media: 'print' });
		await page.pdf();
		await page.emulateMedia({ media: 'screen' });
		await isWritten(
			page,
			({ places }) =>
				Object.values(places)
					.map(({ memo }) => memo)
					.join(''),
			'himitsu'
		);
		await reload(page);
		const secrets = [...ids, ...names.map(encodeURIComponent), 'himitsu'];
		expect(requests.filter((one) => secrets.some((secret) => one.includes(secret)))).toEqual([]);
		expect(await page.context().cookies()).toEqual([]);
		page.assertQuiet();
	});
});
