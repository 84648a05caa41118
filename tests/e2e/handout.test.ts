import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, markOf } from '#lib/domain/reader/bookmark/code.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import {
	goTo,
	launch,
	newPage,
	type PageOptions,
	type QuietPage,
	settled
} from '../support/browser.ts';
import { printed, scanned } from '../support/paper.ts';

let app: App;
let browser: Browser;
let ids: string[];
let address: string;

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const file = await fetch(`${app.url}/regions/sakura/resources.json`);
	const { resources } = (await file.json()) as {
		resources: { id: string; content: { operation: string } }[];
	};
	ids = resources.filter(({ content }) => content.operation === 'open').map(({ id }) => id);
	address = addressOf(ids.slice(0, 5));
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const addressOf = (some: string[]) =>
	`${app.url}/handout#${codeOf(some.map((id) => ({ region: 'sakura', id })))}`;

const wide = { viewport: { width: 703, height: 1000 } };

/** With everything that it asked for. */
async function open(options: PageOptions = {}): Promise<{ page: QuietPage; asked: Request[] }> {
	const page = await newPage(browser, { ...wide, ...options });
	const asked: Request[] = [];
	page.on('request', (request) => asked.push(request));
	return { page, asked };
}

const written = ({ url, headers, postData }: { url: string; headers: string; postData: string }) =>
	decodeURIComponent(url) + decodeURIComponent(headers) + postData;

const told = (asked: Request[]) =>
	asked
		.map((request) =>
			written({
				url: request.url(),
				headers: JSON.stringify(request.headers()),
				postData: request.postData() ?? ''
			})
		)
		.join('\n');

describe('handouts of places that were kept', () => {
	it('are put together, written on and printed without a word to anybody', async () => {
		const { page, asked } = await open();
		await page.goto(address);
		await page.getByText('5か所の紙ができました。').waitFor();
		await page.getByLabel('どなたへ').first().fill('みどりさん');
		await page.getByLabel('メモ').first().fill('ねこのはなし');
		await page.locator('textarea[id^=opening]').first().fill('ひとことだけ');
		expect(await printed(page)).toEqual({ pages: 10, sizes: ['595×842'] });
		await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
		await settled(page);

		const said = told(asked);
		for (const id of ids.slice(0, 5)) {
			for (const secret of [id, markOf(id)]) expect(said).not.toContain(secret);
		}
		for (const secret of ['みどりさん', 'ねこのはなし', 'ひとことだけ', address.split('#')[1]!]) {
			expect(said).not.toContain(secret);
		}
		expect(asked.every((request) => request.url().startsWith(app.url))).toBe(true);
		expect(asked.every((request) => request.method() === 'GET')).toBe(true);
		expect(await page.context().cookies()).toEqual([]);
		expect(app.logs()).not.toContain('みどりさん');
		page.assertQuiet();
		await page.context().close();
	});

	it('are drawn on the land that their region has, which is asked for as a whole', async () => {
		const { page, asked } = await open();
		await page.goto(address);
		await page.getByText('5か所の紙ができました。').waitFor();
		const sketches = page.getByRole('img', { name: /略図/ });
		const count = await sketches.count();
		expect(count).toBeGreaterThan(0);
		expect(await sketches.locator('.land').count()).toBe(count);
		expect(await page.getByText('架空のものです').count()).toBe(count);
		const land = asked
			.map((request) => new URL(request.url()))
			.filter(({ pathname }) => {
				return pathname.startsWith('/outlines');
			});
		expect(land.map(({ pathname }) => pathname)).toEqual(['/outlines', '/outlines/mihon']);
		expect(land.some(({ search }) => search.includes('bbox'))).toBe(false);
		page.assertQuiet();
		await page.context().close();
	});

	it('put the name on every sheet, and nothing of it anywhere else', async () => {
		const { page } = await open();
		await page.goto(address);
		await page.getByLabel('どなたへ').first().fill('みどりさん');
		await page.getByLabel('メモ').first().fill('ねこのはなし');
		const names = page.getByLabel('どなたへ');
		for (const name of await names.all()) expect(await name.inputValue()).toBe('みどりさん');
		const kept = await page.evaluate(async () => {
			const databases = await indexedDB.databases();
			const stores = databases.map(({ name }) => name).join();
			return [location.href, JSON.stringify(localStorage), JSON.stringify(sessionStorage), stores];
		});
		expect(decodeURIComponent(kept.join())).not.toMatch(/みどり|ねこ/);

		await page.reload();
		await page.getByText('5か所の紙ができました。').waitFor();
		expect(await names.first().inputValue()).toBe('');
		await page.getByLabel('メモ').first().fill('ねこのはなし');
		await page.goto(`${app.url}/about`);
		await page.goBack();
		await page.getByText('5か所の紙ができました。').waitFor();
		expect(await page.getByLabel('メモ').first().inputValue()).toBe('');
		expect(await page.locator('textarea[id^=opening]').first().inputValue()).toContain(
			'地域資源ブックマーク'
		);
		page.assertQuiet();
		await page.context().close();
	});

	it('have a code for each place that a camera reads', async () => {
		const { page } = await open();
		await page.goto(address);
		const codes = page.locator('.person').getByRole('img', { name: 'QRコード' });
		await expect.poll(() => codes.count()).toBe(5);
		const read = await Promise.all((await codes.all()).map(scanned));
		expect(read).toEqual(ids.slice(0, 5).map((id) => `${app.url}/resources/${id}`));
		await page.context().close();
	});

	it.each([
		['garbage', 'とりとめのない文字', /途中で切れているか/],
		['nothing', '', /しおり.*5か所までのリスト/]
	])('say what is the matter when the address holds %s', async (_, hash, sentence) => {
		const { page } = await open();
		await page.goto(`${app.url}/handout#${hash}`);
		await page.getByText(sentence).waitFor();
		expect(await page.locator('.sheet').count()).toBe(0);
		page.assertQuiet();
		await page.context().close();
	});

	it('are five at most, and say so', async () => {
		const { page } = await open();
		await page.goto(addressOf(ids.slice(0, 7)));
		await page.getByText('はじめの5か所を出しています').waitFor();
		expect(await page.locator('.person').count()).toBe(5);
		await page.context().close();
	});

	it('say that a place is no longer there, and show the others', async () => {
		const { page } = await open();
		await page.goto(addressOf([ids[0]!, '00000000-0000-4000-8000-00000000abcd']));
		await page.getByText('1か所は、いまは載っていません。').waitFor();
		expect(await page.locator('.person').count()).toBe(1);
		await page.context().close();
	});

	it('say without scripts where papers are to be had', async () => {
		const { page } = await open({ javaScriptEnabled: false });
		await page.goto(address);
		expect(await page.locator('main').innerText()).toContain('1か所ずつ印刷できます');
		await page.context().close();
	});

	it('can be read, written and chosen by keyboard', async () => {
		const { page } = await open();
		await page.goto(address);
		await page.getByText('5か所の紙ができました。').waitFor();
		const reached = new Set<string>();
		for (let press = 0; press < 40; press++) {
			await page.keyboard.press('Tab');
			reached.add(
				await page.evaluate(() => {
					const { id = '', textContent } = document.activeElement ?? {};
					return id.replace(/-.*/, '') || (textContent ?? '').trim();
				})
			);
		}
		for (const one of ['furigana', 'supporters', '印刷する', 'whom', 'opening', 'next', 'note']) {
			expect([...reached], one).toContain(one);
		}
		await page.locator('#furigana').focus();
		const reading = page.locator('.person rt').first();
		expect(await reading.isVisible()).toBe(false);
		await page.keyboard.press('Space');
		expect(await reading.isVisible()).toBe(true);
		await page.context().close();
	});

	it.each([320, 1200])('have no barrier that axe finds at %i px', async (width) => {
		const { page } = await open({
			viewport: { width, height: 900 },
			colorScheme: 'light',
			reducedMotion: 'reduce'
		});
		await page.goto(address);
		await page.getByText('5か所の紙ができました。').waitFor();
		for (const readings of [false, true]) {
			await page.getByLabel('ふりがなをつける').setChecked(readings);
			expect(await barriers(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		}
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await barriers(page, 'color-contrast')).toEqual([]);
		page.assertQuiet();
		await page.context().close();
	});
});

describe('the path for those who do not know', () => {
	it.each([true, false])('is walked to several places (scripts: %s)', async (javaScriptEnabled) => {
		const { page } = await open({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
		await page.goto(`${app.url}/guide`);
		await page.getByRole('link', { name: '家族のこと' }).click();
		await page.getByLabel('本人は行かず、家族だけで相談したい').check();
		await page.getByRole('button', { name: '次へ' }).click();
		await page.getByRole('link', { name: 'さくら地域（見本）' }).click();
		await page.getByRole('link', { name: 'もみじ町' }).click();
		await page.getByLabel('名前を言わずに').check();
		await page.getByRole('button', { name: '次へ' }).click();
		await page.getByRole('heading', { name: 'こんなところがあります' }).waitFor();
		expect(await page.locator('.row').count()).toBeGreaterThanOrEqual(3);
		const window = page.getByRole('link', { name: 'さくら地域の、はじめの相談窓口' });
		expect(await window.isVisible()).toBe(true);
		page.assertQuiet();
		await page.context().close();
	});

	it('can be skipped all the way, and left at any question', async () => {
		const { page } = await open({ javaScriptEnabled: false });
		await page.goto(`${app.url}/guide`);
		await page.getByRole('link', { name: 'とばす' }).click();
		await page.getByRole('button', { name: '次へ' }).click();
		await page.getByRole('link', { name: 'どこでもいい' }).click();
		await page.getByRole('link', { name: 'まえの問いに戻る' }).click();
		await page.getByRole('link', { name: 'ここまでで、見てみる' }).click();
		await page.getByRole('heading', { name: 'こんなところがあります' }).waitFor();
		expect(await page.locator('.row').count()).toBeGreaterThanOrEqual(3);
		await page.context().close();
	});
});

describe('the papers of one place', () => {
	it('are reached from its page, and lead to one another', async () => {
		const { page } = await open({ javaScriptEnabled: false });
		await page.goto(`${app.url}/resources/${ids[0]}`);
		for (const [link, heading] of [
			['つなぐシート', 'つなぐシート'],
			['カード', 'カード'],
			['ポスター', 'ポスター'],
			['電話・メール・手紙の下書き', '電話・メール・手紙の下書き']
		]) {
			await page.getByRole('link', { name: link!, exact: true }).click();
			await page.getByRole('heading', { level: 1, name: heading! }).waitFor();
			expect(await page.locator('.sheet').count()).toBeGreaterThan(0);
		}
		page.assertQuiet();
		await page.context().close();
	});

	it('ask for nothing when they are written on', async () => {
		const { page, asked } = await open();
		await page.clock.install();
		for (const path of [`/resources/${ids[0]}/handout`, '/memo']) {
			await goTo(page, app.url + path);
			const before = asked.length;
			for (const field of await page.locator('textarea').all()) await field.fill('ねこのはなし');
			// Whatever was put off until nobody types would come now.
			await page.clock.fastForward(60_000);
			await settled(page);
			expect(told(asked.slice(before))).toBe('');
			expect(await page.locator('form, [name]:not(meta)').count()).toBe(0);
		}
		page.assertQuiet();
		await page.context().close();
	});
});
