import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { areWritten } from '../support/bookmarks.ts';
import { goTo, launch, newPage, type QuietPage } from '../support/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'offline-'));
const database = join(folder, 'bookmark.db');
let app: App;
let browser: Browser;
let page: QuietPage;
beforeAll(async () => {
	[app, browser] = await Promise.all([startApp({ database }), launch()]);
	page = await newPage(browser, {
		viewport: { width: 390, height: 844 },
		reducedMotion: 'reduce',
		// Kit says so when nobody can tell it which page an address leads to, and lets the browser go there.
		expected: /ERR_INTERNET_DISCONNECTED|Failed to fetch|: Not found: \//
	});
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

const main = () => page.locator('main').innerText();
const rows = () => page.locator('#results h2 a');
/** As somebody does who has closed the tab. */
async function visit(path: string) {
	await page.goto('about:blank');
	await goTo(page, app.url + path);
}
const workers = () =>
	page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

describe('A region that is kept on the device', () => {
	it('is kept only when somebody asks, who sees its size before', async () => {
		await visit('/regions/sakura');
		await page
			.getByRole('button', { name: /^しおり：/ })
			.first()
			.click();
		await areWritten(page, 1);
		expect([await workers(), await page.evaluate(() => caches.keys())]).toEqual([0, []]);
		await page.getByRole('button', { name: /^つながらないときも見られるようにする/ }).click();
		await page.getByText(/大きさは\d+KBです/).waitFor();
		await page.getByRole('button', { name: '取っておく', exact: true }).click();
		await page.getByText(/この端末に取っておきました/).waitFor();
		await page.getByText(/2026年度版が最新のとき、\d+年\d+月\d+日に受け取った内容です/).waitFor();
		expect(await workers()).toBe(1);
	});

	it('holds nothing of staff and nothing that may not be kept', async () => {
		const kept = await page.evaluate(async () => {
			const names = await caches.keys();
			const requests = await Promise.all(
				names.map(async (name) => (await caches.open(name)).keys())
			);
			const all = requests.flat();
			const answers = await Promise.all(all.map((request) => caches.match(request)));
			return all.map((request, at) => [
				new URL(request.url).pathname,
				answers[at]!.headers.get('cache-control') ?? ''
			]);
		});
		expect(kept.length).toBeGreaterThan(20);
		expect(kept.filter(([path]) => /^\/(staff|api|tiles|resources\/)/.test(path!))).toEqual([]);
		expect(kept.filter(([, control]) => control!.includes('no-store'))).toEqual([]);
	});

	it('is a list, filtered and searched, when the line is cut', async () => {
		await page.context().setOffline(true);
		await visit('/regions/sakura');
		await page.getByText('いまは、つながっていません。').waitFor();
		expect(await main()).toContain('これは架空の見本です');
		await expect.poll(() => rows().count()).toBe(30);
		await visit('/regions/sakura?category=family');
		await rows().first().waitFor();
		const families = await rows().count();
		expect(families).toBeGreaterThan(0);
		expect(families).toBeLessThan(30);
		await visit('/regions/sakura');
		const box = page.getByRole('combobox', { name: 'ことばで探す' });
		await box.fill('ひだまり');
		await expect.poll(() => rows().first().textContent()).toBe('居場所カフェ ひだまり');
		expect(new URL(page.url()).search).toBe('');
		expect(await barriers(page)).toEqual([]);
	});

	it('has the page of a place, its next dates and its bookmark', async () => {
		await visit('/regions/sakura');
		const name = await rows().first().textContent();
		await rows().first().click();
		await page.getByRole('heading', { level: 1 }).filter({ hasText: name! }).waitFor();
		expect(await main()).toContain('連絡のしかた');
		await expect
			.poll(() => page.getByRole('button', { name: /^しおり：/ }).getAttribute('aria-pressed'))
			.toBe('true');
	});

	it('is drawn as a map, whose pins lead to its places', async () => {
		await visit('/regions/sakura?view=map&category=women');
		const pins = page.locator('.leaflet-container button.mark');
		await expect.poll(() => pins.count()).toBeGreaterThan(1);
		await page.locator('.leaflet-container button.pin').first().click();
		await page.getByRole('dialog').getByRole('link').first().click();
		await page.getByRole('heading', { name: 'はじめて行く日' }).waitFor();
	});

	it('keeps bookmarks, settings and calm ground within reach', async () => {
		await visit('/bookmarks');
		await page.locator('h3 a').waitFor();
		await page.getByLabel(/^メモ：/).fill('つながらない夜に');
		await page.getByLabel(/^メモ：/).blur();
		await page.getByText('メモを残しました').waitFor();
		await visit('/settings');
		await page.getByRole('group', { name: '文字の大きさ' }).waitFor();
		for (const path of ['/about', '/regions/tokyo', '/regions/sakura/2026']) {
			await visit(path);
			await page.getByText('このページは、つながっているときに見られます。').waitFor();
			await page.getByRole('link', { name: 'さくら地域' }).waitFor();
		}
	});

	it('takes over from a page that was opened before the line was cut', async () => {
		await page.context().setOffline(false);
		await visit('/');
		await page.context().setOffline(true);
		await page
			.getByRole('link', { name: /さくら地域/ })
			.first()
			.click();
		await page.getByText('いまは、つながっていません。').waitFor();
		await expect.poll(() => rows().count()).toBe(30);
	});

	it('takes by itself what is newer as soon as there is a line, so that nothing hidden since stays', async () => {
		const kept = (words: string) =>
			page.evaluate(async (words) => {
				const answer = await caches.match('/regions/sakura/resources.json');
				return (await answer!.text()).includes(words);
			}, words);
		await page.context().setOffline(false);
		const db = openDatabase(database);
		const { id: regionId } = regions.find(db, 'sakura')!;
		const act = { by: 'editor', at: new Date(), reason: '本人の希望' };
		const { id, name } = db.$client
			.prepare(
				`SELECT r.id, v.name FROM resources r JOIN revisions v ON v.id = r.current_revision_id
				WHERE r.region_id = ? AND r.withdrawn_at IS NULL ORDER BY r.id LIMIT 1`
			)
			.get(regionId) as { id: string; name: string };
		expect(await kept(`"name":"${name}"`)).toBe(true);
		editions.publish(db, editions.open(db, { regionId, year: 2027, ...act }), act);
		life.withdraw(db, id, act);
		close(db);
		await visit('/');
		await expect.poll(() => kept(`"name":"${name}"`)).toBe(false);
		await visit('/regions/sakura');
		await page.getByText('2027年度版が最新のとき').waitFor();
	});

	it('goes when it is removed, with everything that stood ready for it', async () => {
		await page.getByRole('button', { name: /^消す/ }).click();
		await page.getByText('この端末から消しました').waitFor();
		await expect
			.poll(async () => [await workers(), await page.evaluate(() => caches.keys())])
			.toEqual([0, []]);
		await visit('/bookmarks');
		await page.locator('h3 a').waitFor();
		page.assertQuiet();
	});
});
