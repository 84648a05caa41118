import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '#lib/server/booklet/collecting/collect.ts';
import { page as pageOf } from '#lib/server/booklet/reading/forms.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import { load } from '#lib/server/search/crisis.ts';
import { pageScript } from '../../src/cli/page-script.ts';
import { badBooklet } from '../support/bad-booklet.ts';
import { barriers } from '../support/barriers.ts';
import { anyBooklet } from '../support/booklet.ts';
import { launch } from '../support/browser.ts';
import { copy, sample } from '../support/seeds.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'booklet-'));
const fileOf = (name: string) => path.join(folder, `${name}.html`);
let browser: Browser;
beforeAll(async () => {
	const db = copy(sample);
	const words = regionFiles.words(db, load());
	const edition = editions.findByName(db, 'sakura-2026')!;
	const of = { channel: 'web', origin: 'https://bookmark.example.jp' } as const;
	const booklets = {
		sample: collect(db, edition.id, of).booklet,
		large: anyBooklet(500),
		bad: badBooklet()
	};
	const script = await pageScript();
	for (const [name, booklet] of Object.entries(booklets)) {
		const { html } = pageOf(booklet, words, script);
		writeFileSync(fileOf(name), html);
		// As it is where no script runs: axe itself is one.
		writeFileSync(fileOf(`${name}-plain`), html.replace(/<script>[^]*?<\/script>/, ''));
	}
	browser = await launch();
});
afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true });
});

const asked: string[] = [];
const complaints: string[] = [];
afterEach(() => {
	// The file itself, and pictures that are in it.
	const others = asked.filter((url) => !/^(?:file:\/\/.*\.html(?:#.*)?$|data:image\/)/.test(url));
	expect(others).toEqual([]);
	expect(complaints).toEqual([]);
	asked.length = 0;
	complaints.length = 0;
});

/** Opened from a stick, without a network. */
async function opened(name: string, options: BrowserContextOptions = {}): Promise<Page> {
	const context = await browser.newContext({ offline: true, locale: 'ja-JP', ...options });
	const page = await context.newPage();
	page.on('request', (request) => asked.push(request.url()));
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	await page.goto(String(pathToFileURL(fileOf(name))));
	return page;
}

const shown = (page: Page) =>
	page.locator('article.entry').evaluateAll((all) =>
		all
			.filter((one) => (one as HTMLElement).offsetParent !== null)
			.map((one) => one.querySelector('h3')!.cloneNode(true) as HTMLElement)
			.map((heading) => {
				for (const kana of heading.querySelectorAll('rt, rp, .reading')) kana.remove();
				return heading.textContent.trim();
			})
	);
const status = (page: Page) => page.locator('#tools [role=status]');
async function search(page: Page, words: string) {
	await page.locator('#query').fill(words);
	await page.locator('#tools form').evaluate((form: HTMLFormElement) => form.requestSubmit());
}

describe('The booklet in one file, opened without a network', () => {
	it.each([
		['in kana', 'いばしょかふぇ', '居場所カフェ ひだまり'],
		['in letters of another width', 'ＨＡＬＯ　ｌｏｕｎｇｅ', 'HALO LOUNGE'],
		['with a slip', '居場所カフェ ひだり', '居場所カフェ ひだまり'],
		['by the sound of an organization', 'ひなたのえんがわ', '朝の庭']
	])('is searched %s', async (_, words, name) => {
		const page = await opened('sample');
		await search(page, words);
		await expect.poll(() => shown(page)).toContain(name);
		expect((await shown(page)).length).toBeLessThan(73);
		await page.context().close();
	});

	it('understands a sentence, says how many there are, and puts the nearest first', async () => {
		const page = await opened('sample');
		expect(await status(page).textContent()).toBe('73件あります。');
		await search(page, '人と話すのが苦手');
		await expect.poll(() => status(page).textContent()).toMatch(/^73件のうち、\d+件あります。$/);
		const first = page.locator('.nearest a').first();
		await first.click();
		await page.locator('article:target').waitFor();
		expect(page.url()).not.toContain(encodeURIComponent('苦手'));
		await page.context().close();
	});

	it('narrows by kind, wish, town and ease, and shows all again', async () => {
		const page = await opened('large');
		const choose = async (title: string, words: string) => {
			await page.locator('summary', { hasText: title }).click();
			await page.locator('.choices label', { hasText: words }).locator('input').check();
		};
		await choose('市区町村', 'かえで市');
		await expect.poll(() => status(page).textContent()).toMatch(/^500件のうち、/);
		const some = await shown(page);
		await choose('参加しやすさ', '匿名可');
		const fewer = await shown(page);
		expect(fewer.length).toBeGreaterThan(0);
		expect(fewer.length).toBeLessThan(some.length);
		const entries = page.locator('article.entry:visible');
		for (const words of await entries.allTextContents()) expect(words).toMatch(/匿名可/);
		await choose('どんなところ', '相談窓口');
		expect(await page.locator('.chapter:visible').count()).toBe(1);
		await page.getByRole('button', { name: '条件をはずす' }).click();
		expect(await shown(page)).toHaveLength(500);
		await page.context().close();
	});

	it('fades on its maps what is left out, and leads from a number to its entry', async () => {
		const page = await opened('large');
		await search(page, 'もみじ町');
		await expect.poll(() => page.locator('figure.map text.off').count()).toBeGreaterThan(0);
		const pin = page.locator('figure.map text.pin:not(.off):visible').first();
		const number = await pin.textContent();
		await pin.click();
		await page.locator(`article#e${number}:target`).waitFor();
		await page.context().close();
	});

	it('finds somebody to talk to for who is in danger, and a way on for who finds nothing', async () => {
		const page = await opened('sample');
		await search(page, 'しにたい');
		const panel = page.getByRole('region', { name: 'いま、話せるところ' });
		await panel.getByText('よりそいホットライン').waitFor();
		await search(page, 'ｑｗｚｘｑｗｚｘ');
		await page.getByText('いまのところ、見つかりませんでした。').waitFor();
		await page.getByRole('link', { name: 'わからないとき' }).last().click();
		await page.locator('#windows').waitFor();
		await page.locator('#windows a[href^="#e"]').first().click();
		await expect.poll(() => status(page).textContent()).toBe('73件あります。');
		await page.context().close();
	});

	it('is printed on A4, as far as it is shown', async () => {
		const page = await opened('sample');
		await page.evaluate(() => {
			window.print = () => (document.title = '印刷');
		});
		await page.getByRole('button', { name: '印刷する' }).click();
		expect(await page.title()).toBe('印刷');
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('#tools').isVisible()).toBe(false);
		const paper = await page.pdf({ preferCSSPageSize: true });
		const sheets = [...paper.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
		expect(sheets).toBeGreaterThan(10);
		expect(paper.toString('latin1')).toMatch(/\/MediaBox \[0 0 594\.\d+ 841\.\d+\]/);
		await page.context().close();
	});

	it('reads as the booklet without scripts, each entry, index and link in its place', async () => {
		const page = await opened('large', { javaScriptEnabled: false });
		expect(await page.locator('article.entry:visible').count()).toBe(500);
		expect(await page.locator('#tools *').count()).toBe(0);
		await page.locator('#index-municipality a').nth(3).click();
		await page.locator('article:target').waitFor();
		await page.context().close();
	});

	it('works in the last browsers of Windows 7, which lack newer methods', async () => {
		const page = await (await browser.newContext({ offline: true })).newPage();
		page.on('pageerror', ({ message }) => complaints.push(message));
		await page.addInitScript(() => {
			const lack = (target: object, ...names: string[]) =>
				names.forEach((name) => delete (target as Record<string, unknown>)[name]);
			lack(Array.prototype, 'at', 'flat', 'flatMap', 'toSorted', 'toReversed', 'with', 'findLast');
			lack(Array.prototype, 'findLastIndex', 'toSpliced');
			lack(String.prototype, 'at', 'replaceAll', 'matchAll', 'toWellFormed', 'isWellFormed');
			lack(Object, 'fromEntries', 'groupBy', 'hasOwn');
			lack(Map, 'groupBy');
			lack(Uint32Array.prototype, 'at', 'toSorted', 'with');
			lack(URL, 'parse', 'canParse');
			lack(Set.prototype, 'union', 'intersection', 'difference', 'isSubsetOf');
		});
		await page.goto(String(pathToFileURL(fileOf('sample'))));
		for (const words of ['いばしょかふぇ', '居場所カフェ ひだり', '居場所カフェ']) {
			await search(page, words);
			await expect.poll(() => shown(page)).toContain('居場所カフェ ひだまり');
		}
		await search(page, '人と話すのが苦手');
		await expect.poll(() => status(page).textContent()).toMatch(/のうち/);
		await page.context().close();
	});

	it('runs nothing that hostile words bring', async () => {
		const page = await opened('bad');
		page.on('dialog', (dialog) => complaints.push(dialog.message()));
		await search(page, '𠮷野家');
		await expect.poll(() => status(page).textContent()).toMatch(/件あります/);
		expect(await page.locator('#tools ~ main img, #tools ~ main script').count()).toBe(0);
		await page.context().close();
	});
});

describe.each(['light', 'dark'] as const)('The booklet in one file, %s', (colorScheme) => {
	it.each([
		[320, true],
		[320, false],
		[1280, true],
		[1280, false]
	])('has no barriers at a width of %i, with scripts: %s', async (width, hasScripts) => {
		const viewport = { width, height: 900 };
		const page = await opened(hasScripts ? 'sample' : 'sample-plain', { colorScheme, viewport });
		expect(await barriers(page)).toEqual([]);
		const over = () =>
			page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
		expect(await over()).toBe(0);
		if (hasScripts) {
			await search(page, 'しにたい 相談');
			for (const summary of await page.locator('summary').all()) await summary.click();
			expect(await barriers(page)).toEqual([]);
			expect(await over()).toBe(0);
		}
		await page.context().close();
	});
});
