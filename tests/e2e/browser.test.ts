import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { launch, newPage } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

describe('A page of the browser tests', () => {
	it('is content with a page that says nothing', async () => {
		const page = await newPage(browser);
		await page.setContent('<h1>静かなページ</h1>');
		expect(await page.textContent('h1')).toBe('静かなページ');
		page.assertQuiet();
		await page.context().close();
	});

	it.each([
		['an error on the console', `<script>console.error('困った')</script>`, /困った/],
		['an error nobody caught', `<script>throw new Error('落ちた')</script>`, /落ちた/],
		['a request to another host', `<img src="https://other.invalid/a.png">`, /other\.invalid/]
	])('notices %s, unless it was expected', async (_, html, expected) => {
		const page = await newPage(browser);
		await page.setContent(html);
		expect(() => page.assertQuiet()).toThrow(expected);
		await page.context().close();

		const other = await newPage(browser, { expected: new RegExp(`${expected.source}|net::`) });
		await other.setContent(html);
		other.assertQuiet();
		await other.context().close();
	});

	it('is looked through by axe, at the first look and at every other', async () => {
		const page = await newPage(browser);
		await page.setContent('<html lang="ja"><title>絵</title><main><h1>絵</h1><img></main></html>');
		const found = [['image-alt', ['<img>']]];
		expect(await barriers(page)).toEqual(found);
		expect(await barriers(page)).toEqual(found);
		await page.locator('img').evaluate((picture: HTMLImageElement) => (picture.alt = '猫'));
		expect(await barriers(page)).toEqual([]);
		await page.context().close();
	});
});
