import type { Page, Route } from 'playwright-core';
import { ensureBuild } from '../src/cli/build.ts';
import type { Spot } from '../src/lib/domain/map/drawing.ts';
import { startApp } from '../tests/support/app.ts';
import { launch } from '../tests/support/browser.ts';

type Frame = { blocked: number; ours: number };
type Seen = { frames: Frame[]; gaps: number[] };

const places = 12_000;
const limit = 50;

/** Pans and zooms a map of so many places, from the whole country to a street; 1 when a frame of ours is too long. */
export async function run(): Promise<number> {
	await ensureBuild((sentence) => console.error(sentence));
	const app = await startApp();
	const browser = await launch();
	try {
		const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
		await page.route('**/__data.json?*', (route) => withPlaces(route, spots(places)));
		await page.goto(`${app.url}/regions/sakura`, { waitUntil: 'networkidle' });
		await page.getByRole('link', { name: '地図', exact: true }).click();
		await page.locator('.leaflet-container .mark').first().waitFor();
		await page.waitForTimeout(1000);
		const buttons: number[] = [];
		await watch(page);
		for (const zoomed of [4, 3, -7]) {
			for (let step = 0; step < Math.abs(zoomed); step++) {
				const name = zoomed > 0 ? '地図を拡大する' : '地図を縮小する';
				await page.getByRole('button', { name }).click();
				await page.waitForTimeout(450);
				await drag(page);
				buttons.push(await page.locator('.leaflet-container .mark').count());
			}
		}
		const { frames, gaps } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
		gaps.sort((one, other) => one - other);
		const longest = Math.max(0, ...frames.map(({ ours }) => ours));
		console.log(
			`${places} places, ${buttons.length} zooms and drags, at most ${Math.max(...buttons)} buttons`
		);
		console.log(
			`frames: ${gaps.length}, p50 ${at(gaps, 0.5)} ms, p99 ${at(gaps, 0.99)} ms, longest ${at(gaps, 1)} ms`
		);
		console.log(
			`frames over ${limit} ms: ${frames.length}; longest of our scripts in one: ${Math.round(longest)} ms`
		);
		return longest > limit ? 1 : 0;
	} finally {
		await browser.close();
		await app.stop();
	}
}

const at = (sorted: readonly number[], share: number) =>
	Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);

/** Long animation frames (Chromium tells of those over 50 ms) and the time between all frames. */
const watch = (page: Page) =>
	page.evaluate(() => {
		const seen: Seen = { frames: [], gaps: [] };
		Object.assign(window, { seen });
		type Long = PerformanceEntry & { blockingDuration: number; scripts: { duration: number }[] };
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as Long[]) {
				const ours = entry.scripts.reduce((sum, { duration }) => sum + duration, 0);
				seen.frames.push({ blocked: entry.blockingDuration, ours });
			}
		}).observe({ type: 'long-animation-frame' });
		let last = performance.now();
		const next = (now: number) => {
			seen.gaps.push(now - last);
			last = now;
			requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
	});

async function drag(page: Page) {
	const box = (await page.locator('.leaflet-container').boundingBox())!;
	// Where a map has nothing to be pressed: a drag may begin on a button too.
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let step = 1; step <= 20; step++) {
		await page.mouse.move(x + step * 6, y + Math.sin(step) * 40);
		await page.waitForTimeout(12);
	}
	await page.mouse.up();
	await page.waitForTimeout(350);
}

/** Towns of different sizes over the length of the country, the same every time. */
function spots(count: number): Spot[] {
	let seed = 20_261_122;
	const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
	const categories = [
		['居場所', 'chair'],
		['家族会', 'home'],
		['相談窓口', 'talk'],
		['医療', 'cross'],
		['就労移行支援', 'tool']
	] as const;
	return Array.from({ length: count }, (_, index) => {
		const town = Math.floor(random() ** 2 * 400);
		const along = ((town * 7919) % 400) / 400;
		const [category, symbol] = categories[Math.floor(random() * categories.length)]!;
		return {
			number: index + 1,
			id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
			name: `場所 ${index + 1}`,
			category,
			symbol,
			place: `第${town}市`,
			latitude: 32 + along * 11 + Math.sin(town * 3) + (random() - 0.5) * 0.4,
			longitude: 131 + along * 11 + Math.sin(town) * 2 + (random() - 0.5) * 0.4
		};
	});
}

type Answer = { nodes: ({ type: string; data?: unknown[] } | null)[] };

/** The page's own answer, with other places on its map: values in one list, each named by its index. */
async function withPlaces(route: Route, spots: Spot[]) {
	const response = await route.fetch();
	const answer = (await response.json()) as Answer;
	const values = answer.nodes.find((node) => node?.data?.some(isMap))?.data;
	if (values) {
		const add = (value: unknown) => values.push(value) - 1;
		const map = values.find(isMap)!;
		map.spots = add(
			spots.map((spot) =>
				add(Object.fromEntries(Object.entries(spot).map(([key, value]) => [key, add(value)])))
			)
		);
	}
	await route.fulfill({ response, json: answer });
}

const isMap = (value: unknown): value is { spots: number } =>
	typeof value === 'object' && value !== null && 'spots' in value && 'towns' in value;
