import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type PageOptions, settled } from '../support/browser.ts';
import { attribution, credit, layGround, type Ground } from '../support/map-ground.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const ibasho = '/regions/sakura?category=ibasho&view=map';
const desktop: PageOptions = { viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce' };
const phone: PageOptions = {
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	isMobile: true,
	reducedMotion: 'reduce'
};

async function open(options: PageOptions = desktop, ground: Ground = {}, path = ibasho) {
	const page = await newPage(browser, options);
	const asked = await layGround(page, ground);
	await page.goto(app.url + path);
	await map(page).waitFor();
	await marks(page).first().waitFor();
	return Object.assign(page, { asked });
}

const map = (page: Page) => page.getByRole('region', { name: /^地図。同じところが、一覧にも/ });
const marks = (page: Page) => map(page).getByRole('button', { name: /番 |件：|のどこか/ });
const mark = (page: Page, name: string | RegExp) => map(page).getByRole('button', { name });
const card = (page: Page) => map(page).getByRole('dialog');
const row = (page: Page, name: string) => page.locator('#results li', { hasText: name });
const names = (page: Page) =>
	marks(page).evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
const focused = (page: Page) =>
	page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);

const hut = '12番 森の小屋、つばき村、居場所';

describe('The map of a list', () => {
	it('names every pin, cluster and town, in the order of the list', async () => {
		const page = await open();
		await expect
			.poll(() => names(page))
			.toEqual([
				'もみじ町の3件：居場所2、フリースクール1',
				'さくら市の4件：居場所4',
				'すみれ町のどこか：5番（詳しい場所は申込のあとに）',
				'かえで市の4件：居場所4',
				hut
			]);
		for (const box of await marks(page).evaluateAll((all) =>
			all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect)
		)) {
			expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
		}
		const pills = await map(page).locator('.pill').allTextContents();
		expect(pills).toEqual(['もみじ町', 'さくら市', 'かえで市']);
		const town = mark(page, /^すみれ町のどこか/).locator('span');
		expect(await town.getAttribute('data-town')).toBe('すみれ町');
		expect(await town.textContent()).toBe('5番');
		await page.getByText('点線の円は、市区町村までを載せている').first().waitFor();
		page.assertQuiet();
	});

	it('is a drawing with the same numbers without scripts', async () => {
		const page = await newPage(browser, { ...desktop, javaScriptEnabled: false });
		await page.goto(app.url + ibasho);
		expect(await map(page).count()).toBe(0);
		const drawing = page.getByRole('group', { name: /^地図/ }).filter({ visible: true });
		const pin = drawing.getByRole('link', { name: hut });
		expect(await pin.getAttribute('href')).toMatch(/^\/resources\//);
		page.assertQuiet();
	});

	it('stays with the list when one looks at the list alone, and asks for nothing', async () => {
		const page = await newPage(browser, desktop);
		const asked = await layGround(page);
		await goTo(page, `${app.url}/regions/sakura`);
		expect(await map(page).count()).toBe(0);
		expect(asked).toEqual([]);
		await page.getByRole('link', { name: '地図', exact: true }).click();
		await map(page).waitFor();
		await page.getByRole('list', { name: 'みかた' }).getByRole('link', { name: '一覧' }).click();
		await map(page).waitFor({ state: 'detached' });
		page.assertQuiet();
	});
});

describe('by keyboard alone', () => {
	it('one walks through the pins, opens a card, and comes back', async () => {
		const page = await open();
		await mark(page, /の3件/).focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Tab');
		await expect.poll(() => focused(page)).toMatch(/^すみれ町のどこか/);
		await page.keyboard.press('End');
		await expect.poll(() => focused(page)).toBe(hut);
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowUp');
		await expect.poll(() => focused(page)).toMatch(/^すみれ町/);
		await page.keyboard.press('Enter');
		await card(page).getByText('詳しい場所は申込のあとに').waitFor();
		await expect
			.poll(() => card(page).evaluate((one) => one === document.activeElement))
			.toBe(true);
		await page.keyboard.press('Escape');
		await expect.poll(() => card(page).count()).toBe(0);
		await expect.poll(() => focused(page)).toMatch(/^すみれ町/);

		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await expect.poll(() => focused(page)).toBe('12番 森の小屋');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/resources/*');
		page.assertQuiet();
	});

	it('a cluster opens into its places, and what cannot be told apart into a list', async () => {
		const page = await open();
		await mark(page, /の3件：居場所2、フリースクール1/).focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => focused(page)).toBe('もみじ町の2件：居場所2');
		await page.keyboard.press('Enter');
		expect(await card(page).getAttribute('aria-label')).toBe('ここに2件');
		expect(await card(page).getByRole('link').allTextContents()).toEqual([
			'1番 朝の庭',
			'3番 縁側ひろば'
		]);
		await page.keyboard.press('Escape');
		await expect.poll(() => focused(page)).toBe('もみじ町の2件：居場所2');
		page.assertQuiet();
	});

	it('the map moves, and what is seen becomes the range of the search, and no longer', async () => {
		const page = await open();
		const total = () => page.locator('#found [role=status]').textContent();
		expect(await page.getByRole('link', { name: 'この範囲で探す' }).count()).toBe(0);
		await page.getByRole('group', { name: /矢印のキーで動き/ }).focus();
		await page.keyboard.press('+');
		await page.keyboard.press('ArrowDown');
		const here = page.getByRole('link', { name: 'この範囲で探す' });
		await here.waitFor();
		await here.focus();
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.searchParams.has('bbox'));
		await page.getByText('地図の範囲で、').waitFor();
		await expect.poll(total).not.toBe('14件あります。');
		await expect.poll(() => focused(page)).toBe('範囲の指定をやめる');
		// Seen as before: all that was found, and nothing else, is in the view.
		const inView = async () => {
			const counts = await map(page)
				.locator('.pin, .cluster')
				.evaluateAll((all) =>
					all.map((one) => (one.classList.contains('pin') ? 1 : Number(one.textContent)))
				);
			return `${counts.reduce((sum, count) => sum + count, 0)}件あります。`;
		};
		await expect.poll(inView).toBe(await total());
		await page.keyboard.press('Enter');
		await expect.poll(total).toBe('14件あります。');
		await expect.poll(() => names(page)).toContain(hut);
		page.assertQuiet();
	});

	it('one passes the map by', async () => {
		const page = await open();
		const past = page.getByRole('link', { name: '地図をとばして一覧へ' });
		await past.focus();
		expect(await past.isVisible()).toBe(true);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await expect.poll(() => focused(page)).toBe('朝の庭');
		page.assertQuiet();
	});
});

describe('List and map', () => {
	it('mark each other', async () => {
		const page = await open();
		const pointed = () =>
			map(page)
				.locator('.pointed')
				.evaluateAll((all) => all.map((one) => one.ariaLabel));
		await row(page, '森の小屋').hover();
		await expect.poll(pointed).toEqual([hut]);
		await row(page, '居場所カフェ').getByRole('link').focus();
		await expect.poll(pointed).toEqual(['さくら市の4件：居場所4']);

		await mark(page, hut).click();
		await expect.poll(() => page.locator('#results li[data-marked]').count()).toBe(1);
		expect(await page.locator('li[data-marked] h2 a').textContent()).toBe('森の小屋');
		await expect
			.poll(() => row(page, '森の小屋').evaluate((one) => one.getBoundingClientRect().top))
			.toBeLessThan(800);
		await mark(page, '閉じる').click();
		await expect.poll(() => page.locator('li[data-marked]').count()).toBe(0);
		page.assertQuiet();
	});

	it('stand one above the other on a phone, where one finger still scrolls the page', async () => {
		const page = await open(phone);
		const chart = page.getByRole('group', { name: /矢印のキーで動き/ });
		const touch = () => chart.evaluate((one) => getComputedStyle(one).touchAction);
		await expect.poll(touch).toBe('pan-x pan-y');
		const box = (await chart.boundingBox())!;
		expect(box.height).toBeLessThanOrEqual(844 * 0.6);
		const finger = page.getByRole('button', { name: '一本の指で動かす' });
		await finger.tap();
		await expect.poll(() => finger.getAttribute('aria-pressed')).toBe('true');
		await expect.poll(touch).toBe('none');
		await finger.tap();
		await expect.poll(touch).toBe('pan-x pan-y');

		await mark(page, hut).tap();
		await card(page)
			.getByRole('button', { name: /^一覧で見る/ })
			.tap();
		await expect.poll(() => focused(page)).toBe('森の小屋');
		page.assertQuiet();
	});
});

describe('On a phone', () => {
	it('a card opens in sight, also where the lower edge of the map is not', async () => {
		const page = await open(phone);
		await mark(page, hut).evaluate((pin) => {
			const { top } = pin.getBoundingClientRect();
			scrollTo({ top: top + scrollY - innerHeight + 60, behavior: 'instant' });
		});
		const below = () =>
			page.locator('.frame').evaluate((one) => one.getBoundingClientRect().bottom - innerHeight);
		expect(await below()).toBeGreaterThan(0);
		await mark(page, hut).tap();
		await expect
			.poll(() =>
				card(page).evaluate((one) => {
					const { top, bottom } = one.getBoundingClientRect();
					return top >= 0 && bottom <= innerHeight;
				})
			)
			.toBe(true);
		page.assertQuiet();
	});
});

describe('現在地から近い順', () => {
	const near = { latitude: 36.8615, longitude: 142.4316 };
	const ask = (page: Page) => page.getByRole('button', { name: '現在地から近い順' }).click();

	it('is worked out on the device, and the position is sent to nobody', async () => {
		const page = await open({ ...desktop, geolocation: near, permissions: ['geolocation'] });
		const sent: string[] = [];
		page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
		await ask(page);
		await page.getByText('現在地は、どこにも送っていません').waitFor();
		const first = map(page).locator('ol li').first();
		expect(await first.innerText()).toBe('HALO LOUNGE\n約50m・8番・居場所・かえで市');
		await first.hover();
		await expect.poll(() => map(page).locator('.pointed').count()).toBe(1);
		await settled(page);
		expect(sent).toEqual([]);
		page.assertQuiet();
	});

	it('is a sentence when the position is refused', async () => {
		const page = await open({ ...desktop, permissions: [] });
		await ask(page);
		await page.getByText('現在地がわからないので、近い順には並べられません').waitFor();
		page.assertQuiet();
	});
});

describe('The ground', () => {
	it('is made of tiles from our own address, with their attribution', async () => {
		const page = await open(desktop, { tiles: 'there' });
		await map(page).getByText(attribution).waitFor();
		await map(page).locator('img.leaflet-tile-loaded').first().waitFor();
		const tiles = page.asked.filter((path) => path.startsWith('/tiles/'));
		expect(tiles.every((path) => /^\/tiles\/\d+\/\d+\/\d+$/.test(path))).toBe(true);
		// What lies under the drawing, which is there for paper, is no ground of the live map.
		const outlines = page.asked.filter((path) => /^\/outlines(?!\/land\.svg)/.test(path));
		expect(outlines).toEqual([]);
		page.assertQuiet();
	});

	it('is made of outlines once tiles fail, and no more tiles are asked for', async () => {
		const expected = /status of 503/;
		const page = await open({ ...desktop, expected }, { tiles: 'broken', outlines: true });
		await map(page).getByText(credit).waitFor();
		await map(page).locator('path.land').waitFor();
		expect(await map(page).getByText(attribution).count()).toBe(0);
		const before = page.asked.filter((path) => path.startsWith('/tiles')).length;
		await mark(page, '地図を拡大する').click();
		await expect.poll(() => page.asked.at(-1)).toBe('/outlines/sakura?band=middle&v=1');
		expect(page.asked.filter((path) => path.startsWith('/tiles')).length).toBe(before);
		page.assertQuiet();
	});

	it('of land of which there is no tile is drawn over the tiles', async () => {
		const page = await open(desktop, { tiles: 'there', invented: true });
		await map(page).locator('path.land').first().waitFor();
		await map(page).getByText(`${attribution}／${credit}`).waitFor();
		await expect.poll(() => map(page).locator('.town').allTextContents()).toContain('つばき村');
		expect(page.asked.filter((path) => path.startsWith('/outlines/japan'))).toEqual([]);
		page.assertQuiet();
	});

	it('has no lines that are no land, but the names of towns, where there is neither', async () => {
		const page = await open();
		const towns = map(page).locator('.town');
		await expect.poll(() => towns.allTextContents()).toContain('つばき村');
		expect(await map(page).locator('.leaflet-tile-pane > *, path.land').count()).toBe(0);
		page.assertQuiet();
	});
});

describe.each([320, 1200])('at %i px', (width) => {
	it.each([{}, { tiles: 'there' }, { outlines: true }] as Ground[])(
		'an open map on %o has no barrier that axe finds, and nothing to scroll sideways',
		async (ground) => {
			const viewport = { width, height: 900 };
			const page = await open({ ...desktop, viewport, colorScheme: 'light' }, ground);
			await mark(page, hut).click();
			await card(page).waitFor();
			expect(await barriers(page)).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await barriers(page, 'color-contrast')).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			page.assertQuiet();
			await page.context().close();
		}
	);
});
