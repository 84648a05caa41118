import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type PageOptions } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const phone: PageOptions = { viewport: { width: 390, height: 844 } };

async function open(path: string, options: PageOptions = phone) {
	const page = await newPage(browser, options);
	await goTo(page, app.url + path);
	return page;
}

describe('The own region', () => {
	it('is asked for once, and offered first from then on', async () => {
		const page = await open('/');
		const choice = page.getByLabel('いつも見る地域');
		expect(await choice.inputValue()).toBe('');
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
		await page.getByRole('button', { name: '開く' }).click();
		expect(await page.getByText('地域を、1つ選んでください。').isVisible()).toBe(true);
		expect(await choice.evaluate((one) => one === document.activeElement)).toBe(true);
		await choice.selectOption({ label: '石川県' });
		await page.getByRole('button', { name: '開く' }).click();
		await page.waitForURL('**/regions/ishikawa');
		await goTo(page, `${app.url}/`);
		const link = page.getByRole('link', { name: '石川県の案内をひらく' });
		expect(await link.getAttribute('href')).toBe('/regions/ishikawa');
		expect(await barriers(page)).toEqual([]);
		page.assertQuiet();
	});

	it('goes from the device at once when somebody wants it to, and the choice has the focus', async () => {
		const page = await open('/regions/ishikawa');
		const button = page.getByRole('button', { name: 'いつも見る地域にする' });
		await button.click();
		expect(await button.getAttribute('aria-pressed')).toBe('true');
		await goTo(page, `${app.url}/`);
		await page.getByRole('button', { name: /^わすれる.*石川県/ }).click();
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('own-region');
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
		page.assertQuiet();
	});

	it('goes with everything else', async () => {
		const page = await open('/regions/sakura');
		await page.getByRole('button', { name: 'いつも見る地域にする' }).click();
		await goTo(page, `${app.url}/bookmarks`);
		await page.getByRole('button', { name: 'すべて消す' }).click();
		await page.getByText('いつも見る地域（さくら地域）').waitFor();
		page.assertQuiet();
	});

	it('is the first answer of the way for who does not know', async () => {
		const page = await open('/guide?step=where');
		const answers = () => page.locator('main li').allInnerTexts();
		const before = await answers();
		expect(before[0]).toContain('オンライン');
		await page.evaluate(() =>
			localStorage.setItem('region', '{"slug":"sakura","name":"さくら地域"}')
		);
		await goTo(page, `${app.url}/guide?step=where`);
		expect((await answers())[1]).toContain('さくら地域');
		page.assertQuiet();
	});

	it('is not asked for without scripts, where all regions are links', async () => {
		const page = await open('/', { ...phone, javaScriptEnabled: false });
		expect(await page.locator('select').count()).toBe(0);
		expect(await page.getByRole('link', { name: '石川県' }).count()).toBe(1);
	});
});

describe('What a home screen would show', () => {
	const links = ['icon', 'apple-touch-icon', 'manifest'];
	const shown = async (settings: object) => {
		const page = await newPage(browser, phone);
		await page.addInitScript(
			(text) => localStorage.setItem('comfort', text),
			JSON.stringify(settings)
		);
		await goTo(page, `${app.url}/`);
		return page.evaluate(
			(names) =>
				names.map(
					(name) =>
						new URL(document.querySelector<HTMLLinkElement>(`link[rel="${name}"]`)!.href).pathname
				),
			links
		);
	};

	it('is the ribbon, and a sheet of paper for whom it is not to be seen', async () => {
		expect(await shown({})).toEqual(['/icon.svg', '/apple-touch-icon.png', '/site.webmanifest']);
		expect(await shown({ plain: 'yes' })).toEqual([
			'/plain.svg',
			'/icons/plain-touch.png',
			'/plain.webmanifest'
		]);
	});
});
