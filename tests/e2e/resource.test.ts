import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { goTo, launch, newPage } from '../support/browser.ts';

let app: App;
let browser: Browser;
let page: string;
beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const list = await newPage(browser);
	await list.goto(`${app.url}/regions/sakura?category=family`);
	const link = list.getByRole('link', { name: '家族会たんぽぽ さくらの集い' });
	page = new URL((await link.getAttribute('href'))!, app.url).href;
	await list.close();
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const phone = { viewport: { width: 390, height: 844 } };

describe('the page of a resource', () => {
	it('can be read whole with scripts blocked', async () => {
		const reader = await newPage(browser, { ...phone, javaScriptEnabled: false });
		await reader.goto(page);
		const headings = await reader.getByRole('heading', { level: 2 }).allTextContents();
		expect(headings).toContain('はじめて行く日');
		for (const heading of headings) {
			expect(await reader.getByRole('heading', { name: heading }).isVisible()).toBe(true);
		}
		reader.assertQuiet();
	});

	it('writes or calls with one touch', async () => {
		const reader = await newPage(browser, phone);
		await reader.goto(page);
		const mail = reader.locator('a[href^="mailto:"]');
		const telephone = reader.locator('a[href^="tel:"]').first();
		for (const way of [mail, telephone]) {
			const box = (await way.boundingBox())!;
			expect(box.height).toBeGreaterThanOrEqual(44);
		}
		expect((await mail.boundingBox())!.y).toBeLessThan((await telephone.boundingBox())!.y);
		reader.assertQuiet();
	});

	it('leads to its sections, its past and its neighbours', async () => {
		const reader = await newPage(browser, phone);
		await goTo(reader, page);
		await reader.getByRole('link', { name: '連絡のしかた' }).click();
		await expect
			.poll(async () => (await reader.locator('#contact').boundingBox())!.y)
			.toBeLessThan(200);
		await reader.getByRole('link', { name: '2025年度版に載ったとき' }).click();
		await reader.waitForURL('**?edition=sakura-2025');
		await reader.getByRole('link', { name: 'いまの内容を見る' }).first().click();
		await reader.waitForURL(page);
		await reader.getByRole('link', { name: 'さくら地域の、家族会' }).click();
		await reader.waitForURL('**/regions/sakura?category=family');
		reader.assertQuiet();
	});

	it('can be acted on at once: a way to get in touch before anything else, an address to copy', async () => {
		const reader = await newPage(browser, { ...phone, permissions: ['clipboard-write'] });
		await goTo(reader, page);
		const headings = await reader.getByRole('heading', { level: 2 }).allTextContents();
		expect(headings.slice(0, 3)).toEqual(['連絡のしかた', '場所と行き方', 'どんなところ']);
		await reader.getByRole('button', { name: '住所をうつす' }).click();
		await reader.getByText('住所をうつしました。').waitFor();
		const map = reader.getByRole('link', { name: '地図アプリで開く' });
		expect(await map.getAttribute('href')).toMatch(/^geo:3\d\.\d+,1\d\d\.\d+\?q=/);
		reader.assertQuiet();
	});

	it('has its map without scripts, and no button that does nothing', async () => {
		const reader = await newPage(browser, { ...phone, javaScriptEnabled: false });
		await reader.goto(page);
		expect(await reader.getByRole('img', { name: /のあるあたりの略図/ }).isVisible()).toBe(true);
		expect(await reader.getByRole('button', { name: '住所をうつす' }).count()).toBe(0);
		reader.assertQuiet();
	});

	it('leads back to the list as it was left', async () => {
		const reader = await newPage(browser, phone);
		const list = `${app.url}/regions/sakura?category=family`;
		await goTo(reader, list);
		await reader.getByRole('link', { name: '家族会たんぽぽ さくらの集い' }).click();
		await reader.getByRole('link', { name: 'もとの一覧に戻る' }).click();
		await reader.waitForURL(list);
		await goTo(reader, page);
		expect(await reader.getByRole('link', { name: 'もとの一覧に戻る' }).count()).toBe(0);
		reader.assertQuiet();
	});

	it('has drafts that reach the mail program as they were changed', async () => {
		const reader = await newPage(browser, { ...phone, permissions: ['clipboard-write'] });
		await goTo(reader, `${page}/letter`);
		const open = reader.getByRole('link', { name: 'メールのアプリで開く' });
		expect(decodeURIComponent((await open.getAttribute('href'))!)).toContain('知りました');
		await reader.locator('textarea#body').fill('ねこと行ってもいいですか。');
		const href = decodeURIComponent((await open.getAttribute('href'))!);
		expect(href).toMatch(/\?subject=.+&body=ねこと行ってもいいですか。$/);
		await reader.getByRole('button', { name: '文をうつす' }).click();
		await reader.getByText('文をうつしました。').waitFor();
		reader.assertQuiet();
	});

	it('takes a report, with scripts and without', async () => {
		for (const javaScriptEnabled of [true, false]) {
			const reader = await newPage(browser, { ...phone, javaScriptEnabled });
			await goTo(reader, page);
			await reader.getByRole('link', { name: '間違いを知らせる' }).click();
			await reader.getByLabel('どこのこと').selectOption('日時');
			await reader.getByLabel('違うところ、変わったところ').fill('第3日曜になりました。');
			await reader.getByRole('button', { name: '知らせる' }).click();
			await reader.getByRole('heading', { name: 'ありがとうございました' }).waitFor();
			await reader.getByRole('link', { name: 'もとのページへ戻る' }).click();
			await reader.waitForURL(page);
			reader.assertQuiet();
		}
	});

	it('is whole on paper, in black and white, with the addresses written out', async () => {
		const reader = await newPage(browser, { colorScheme: 'dark' });
		await reader.goto(`${app.url}/regions/sakura?category=ibasho`);
		await reader.getByRole('link', { name: '居場所カフェ ひだまり' }).click();
		await reader.waitForURL('**/resources/*');
		await reader.emulateMedia({ media: 'print', colorScheme: 'dark' });
		const styles = await reader
			.locator('article a[href^="http"]')
			.first()
			.evaluate((link) => ({
				paper: getComputedStyle(document.body).backgroundColor,
				ink: getComputedStyle(document.body).color,
				address: getComputedStyle(link, '::after').content
			}));
		expect(styles).toMatchObject({ paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
		expect(styles.address).toMatch(/attr\(href\)|https?:/);
		expect(await reader.getByRole('navigation').count()).toBe(0);
		expect(await reader.getByRole('link', { name: '間違いを知らせる' }).count()).toBe(0);
	});
});
