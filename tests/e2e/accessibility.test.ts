import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type QuietPage } from '../support/browser.ts';
import { copy, sample } from '../support/seeds.ts';
import { populate } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'accessibility-'));
const database = join(folder, 'bookmark.db');
let app: App;
let browser: Browser;
let page: QuietPage;
let resource: string;
let ids: string[];
beforeAll(async () => {
	// The sample, and a region that is not one: only such regions are on the page of all changes.
	const db = copy(sample, database);
	populate(db);
	close(db);
	[app, browser] = await Promise.all([startApp({ database }), launch()]);
	page = await newPage(browser, {
		// Otherwise the dark is measured while the colours are still on their way.
		reducedMotion: 'reduce',
		expected: /the server responded with a status of 404/
	});
	const html = await (await fetch(`${app.url}/regions/sakura`)).text();
	ids = [...html.matchAll(/data-place="([^"]+)"/g)].map(([, id]) => id!);
	resource = `/resources/${ids[0]}`;
});
afterAll(async () => {
	await browser.close();
	await app.stop();
	rmSync(folder, { recursive: true });
});

const paths = [
	'/',
	'/guide',
	'/guide?for=person&step=wish',
	'/guide?for=family&step=where',
	'/guide?region=sakura&step=town',
	'/guide?wish=place&step=how',
	'/guide?for=person&wish=place&wish=heard&region=sakura&step=found',
	'/handout',
	'/compare',
	'/compare?place=FIRST',
	'/compare?place=FIRST&place=SECOND',
	'/compare?place=FIRST&place=SECOND&place=THIRD&place=FOURTH',
	'/memo',
	'/regions/sakura/poster?style=strips',
	'/about',
	'/policy',
	'/privacy',
	'/bookmarks',
	'/settings',
	'/rest',
	'/now',
	'/search?q=死にたい',
	'/offline',
	'/search',
	'/search?q=zzzzzz&category=ibasho&fee=paid',
	'/regions/tokyo',
	'/regions/gunma',
	'/changes/2026',
	'/regions/sakura',
	'/regions/sakura?q=いばしょ&category=ibasho&ease=no-booking&municipality=990019',
	'/regions/sakura/2026',
	'/regions/sakura/2026/changes',
	'/regions/sakura/2026/errata',
	'RESOURCE',
	'RESOURCE?edition=sakura-2026',
	'RESOURCE/card',
	'RESOURCE/handout',
	'RESOURCE/letter',
	'RESOURCE/poster',
	'RESOURCE/report',
	'RESOURCE/report/thanks',
	'/nowhere'
];
/** With places of the sample. */
const filled = (path: string) =>
	['FIRST', 'SECOND', 'THIRD', 'FOURTH'].reduce(
		(address, name, at) => address.replace(name, ids[at]!),
		path.replace('RESOURCE', resource)
	);

describe.each(paths)('%s', (path) => {
	beforeAll(async () => {
		await goTo(page, app.url + filled(path));
		// What is folded away has to be as good as what is seen at once.
		await page.evaluate(() =>
			document.querySelectorAll('details').forEach((one) => (one.open = true))
		);
	});

	it.each([320, 1200])(
		'has no barrier that axe finds, and nothing to scroll sideways, at %i px',
		async (width) => {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ colorScheme: 'light' });
			expect(await barriers(page)).toEqual([]);
			// In the dark only the colours are others.
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await barriers(page, 'color-contrast')).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			page.assertQuiet();
		}
	);
});
