import type { Page } from 'playwright-core';
import { ensureBuild } from '../src/cli/build.ts';
import { startApp } from '../tests/support/app.ts';
import { launch, newPage } from '../tests/support/browser.ts';

const count = 1000;
const times = 9;

/** From the last script to the first rows that can be read, in milliseconds: the median of some openings. */
export async function run(): Promise<number> {
	await ensureBuild(console.log);
	const [app, browser] = await Promise.all([startApp(), launch()]);
	try {
		const page = await newPage(browser, { viewport: { width: 390, height: 844 } });
		await page.addInitScript(watch);
		await page.goto(`${app.url}/bookmarks`, { waitUntil: 'networkidle' });
		for (const many of [0, count]) {
			if (many > 0) await fill(page, many);
			const seen: number[] = [];
			for (let i = 0; i < times; i++) {
				await page.goto(`${app.url}/bookmarks`, { waitUntil: 'networkidle' });
				seen.push(await page.evaluate(() => (window as never as { opened: number }).opened));
			}
			const sorted = seen.sort((a, b) => a - b);
			const median = sorted[Math.floor(times / 2)]!;
			console.log(
				`${many} bookmarks: ${median.toFixed(0)} ms (${sorted.map(Math.round).join(', ')})`
			);
		}
		return 0;
	} finally {
		await browser.close();
		await app.stop();
	}
}

/** In the page: when its shelf is drawn, and how long that is after the scripts had come. */
function watch() {
	const look = new MutationObserver(() => {
		if (!document.querySelector('main h3, #tools')) return;
		look.disconnect();
		requestAnimationFrame(() => {
			const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
			const ends = scripts.filter(({ name }) => name.endsWith('.js')).map((one) => one.responseEnd);
			const { domInteractive } = performance.getEntriesByType(
				'navigation'
			)[0] as PerformanceNavigationTiming;
			const now = performance.now();
			const ready = Math.max(domInteractive, ...ends.filter((end) => end < now));
			Object.assign(window, { opened: now - ready });
		});
	});
	document.addEventListener('DOMContentLoaded', () =>
		look.observe(document.body, { childList: true, subtree: true })
	);
}

/** As if so many places of the sample had been kept, each with its copy. */
async function fill(page: Page, many: number): Promise<void> {
	await page.goto(page.url().replace('/bookmarks', '/regions/sakura'), {
		waitUntil: 'networkidle'
	});
	await page
		.getByRole('button', { name: /^しおり：/ })
		.first()
		.click();
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(1000);
	await page.evaluate(async (many) => {
		const promised = <T>(asking: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				asking.onsuccess = () => resolve(asking.result);
				asking.onerror = () => reject(asking.error!);
			});
		const db = await promised(indexedDB.open('bookmarks'));
		type Kept = { id: string };
		const shelf = (await promised(db.transaction('shelf').objectStore('shelf').get('shelf'))) as {
			lists: { places: string[] }[];
			places: Record<string, Kept>;
		};
		const [copy] = (await promised(
			db.transaction('copies').objectStore('copies').getAll()
		)) as Kept[];
		const [kept] = Object.values(shelf.places);
		const writing = db.transaction(['shelf', 'copies'], 'readwrite');
		for (let i = 1; i < many; i++) {
			const id = crypto.randomUUID();
			shelf.places[id] = { ...kept!, id };
			shelf.lists[0]!.places.push(id);
			writing.objectStore('copies').put({ ...copy!, id });
		}
		await promised(writing.objectStore('shelf').put(shelf, 'shelf'));
	}, many);
}
