import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../bench/generate.ts';
import { startApp, type App } from '../support/app.ts';
import { launch, newPage } from '../support/browser.ts';
import { layGround } from '../support/map-ground.ts';

const folder = mkdtempSync(join(tmpdir(), 'long-map-'));
let app: App;
let browser: Browser;
beforeAll(async () => {
	const database = join(folder, 'bookmark.db');
	generate(database, 2100);
	[app, browser] = await Promise.all([startApp({ database }), launch()]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

const map = (page: Page) => page.getByRole('region', { name: /^地図。同じところが、一覧にも/ });
const marks = (page: Page) => map(page).getByRole('button', { name: /番 |件：|のどこか/ });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.ariaLabel ?? '');
const shown = (page: Page) => marks(page).evaluateAll((all) => all.map((one) => one.ariaLabel!));
const countOf = (name: string) => Number(/(\d+)件：/.exec(name)?.[1] ?? 1);

async function open(expected?: RegExp) {
	const page = await newPage(browser, {
		viewport: { width: 1200, height: 900 },
		reducedMotion: 'reduce',
		...(expected ? { expected } : {})
	});
	await layGround(page);
	const asked: string[] = [];
	page.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		if (pathname === '/api/map') asked.push(search);
	});
	return Object.assign(page, { asked });
}

describe('A list that is too long for its page', () => {
	it('is whole on its map: clusters with their names, that fall apart by keyboard', async () => {
		const page = await open();
		await page.goto(`${app.url}/search?view=map`);
		await marks(page).first().waitFor();
		expect(page.asked).toHaveLength(1);
		const all = await shown(page);
		const answer = (await (await fetch(`${app.url}/api/map${page.asked[0]}`)).json()) as {
			onMap: number;
			areas: { numbers: number[] }[];
		};
		const inTowns = answer.areas.reduce((sum, { numbers }) => sum + numbers.length, 0);
		const exact = all
			.filter((name) => !name.includes('のどこか'))
			.reduce((sum, name) => sum + countOf(name), 0);
		expect(exact + inTowns).toBe(answer.onMap);
		await expect.poll(() => map(page).getByText('一覧のはじめの').count()).toBe(0);

		const cluster = map(page).locator('.cluster').first();
		await cluster.focus();
		const before = await focused(page);
		await page.keyboard.press('Enter');
		await expect.poll(() => page.asked.length).toBe(2);
		await expect
			.poll(async () => {
				const name = await focused(page);
				return name !== before && /番 |件：/.test(name);
			})
			.toBe(true);
		page.assertQuiet();
	});

	it('asks for its own list alone, and shows the first of it when no answer comes', async () => {
		const page = await open(/net::ERR_FAILED/);
		await page.route('**/api/map?*', (route) => route.abort());
		await page.goto(`${app.url}/search?view=map&sort=checked`);
		await marks(page).first().waitFor();
		expect(new URLSearchParams(page.asked[0]).get('sort')).toBe('checked');
		await map(page).getByText('一覧のはじめの500件を出しています').waitFor();
		page.assertQuiet();
	});
});
