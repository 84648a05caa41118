import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launch, newPage } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1280, height: 900 } };

const box = (page: Page, choice: string) => {
	const [facet, code] = choice.split('=');
	return page.locator(`input[type=checkbox][name="${facet}"][value="${code}"]`);
};
const openGroups = (page: Page) =>
	page
		.locator('details.facet[open] > div')
		.evaluateAll((groups) => groups.map((group) => group.ariaLabel));
const focus = (page: Page) =>
	page.evaluate(() => {
		const { name, value, id, ariaLabel, textContent } = document.activeElement as HTMLInputElement;
		return name ? `${name}=${value}` : (ariaLabel ?? (id || textContent.trim()));
	});
const asked = (page: Page) => {
	const { searchParams } = new URL(page.url());
	return [...searchParams].map(([facet, code]) => `${facet}=${code}`);
};
const total = async (page: Page) =>
	Number(/\d+/.exec((await page.locator('#found [role=status]').textContent()) ?? '')?.[0] ?? 0);

/** Opens the group of a choice, as far as it is closed, and ticks it with the keyboard. */
async function tick(page: Page, choice: string) {
	const group = page.locator('details.facet', { has: box(page, choice) });
	if ((await group.getAttribute('open')) === null) await group.locator('> summary').click();
	await box(page, choice).focus();
	await page.keyboard.press('Space');
	await expect.poll(() => asked(page)).toContain(choice);
}

const choices = ['ease=no-booking', 'ease=anonymous', 'day=sa', 'need=be-heard'];
const sections = ['参加しやすさ', '曜日', 'どうしたい'];

describe('The filter with scripts', () => {
	it.each([
		['a region', phone, '/regions/sakura'],
		['a region', desktop, '/regions/sakura'],
		['a region, searched on the device', phone, '/regions/sakura#q=%E8%A9%B1'],
		['all regions', phone, '/search'],
		['all regions', desktop, '/search?region=sakura'],
		['an edition', desktop, '/regions/sakura/2026'],
		['a map', desktop, '/regions/sakura?view=map']
	])('of %s keeps open what was opened, and the focus where it was', async (_, size, path) => {
		const page = await newPage(browser, size);
		await goTo(page, app.url + path);
		if (size === phone) await page.getByText('絞り込む', { exact: true }).click();
		const before = await openGroups(page);
		for (const choice of choices) {
			await tick(page, choice);
			await expect.poll(() => box(page, choice).isChecked()).toBe(true);
			expect(await focus(page)).toBe(choice);
		}
		const told = page.locator('details.filters > summary');
		await expect.poll(() => told.textContent()).toContain('絞り込む（4）');
		expect(await focus(page)).toBe(choices.at(-1));
		expect((await openGroups(page)).toSorted()).toEqual(
			[...new Set([...before, ...sections])].toSorted()
		);
		page.assertQuiet();
	});

	it.each(['/regions/sakura', '/regions/sakura#q=%E8%A9%B1'])(
		'is taken back step by step, and only then left: %s',
		async (path) => {
			const page = await newPage(browser, desktop);
			await goTo(page, `${app.url}/about`);
			await goTo(page, app.url + path);
			const totals = [await total(page)];
			for (const choice of choices.slice(0, 2)) {
				await tick(page, choice);
				await expect.poll(() => total(page)).not.toBe(totals.at(-1));
				totals.push(await total(page));
			}
			expect(totals).toEqual(totals.toSorted((a, b) => b - a));
			for (const left of [1, 0]) {
				await page.goBack();
				await expect.poll(() => total(page)).toBe(totals[left]);
				expect(asked(page)).toEqual(choices.slice(0, left));
				expect(await box(page, choices[left]!).isChecked()).toBe(false);
			}
			await page.goBack();
			await page.waitForURL('**/about');
			page.assertQuiet();
		}
	);

	it('passes the focus on when a condition is taken away, and keeps it on an order', async () => {
		const page = await newPage(browser, desktop);
		await goTo(page, `${app.url}/regions/sakura?category=ibasho&ease=no-booking`);
		const chip = (name: string) => page.getByRole('link', { name: `${name}をはずす` });
		await chip('居場所').focus();
		await page.keyboard.press('Enter');
		await page.waitForURL('**/regions/sakura?ease=no-booking');
		await expect.poll(() => chip('居場所').count()).toBe(0);
		expect(await focus(page)).toBe('予約不要をはずす');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/regions/sakura');
		await expect.poll(() => chip('予約不要').count()).toBe(0);
		expect(await focus(page)).toBe('results');
		const order = page.getByRole('link', { name: '市区町村', exact: true });
		await order.focus();
		await page.keyboard.press('Enter');
		await page.waitForURL('**?sort=municipality');
		await expect.poll(() => order.getAttribute('aria-current')).toBe('true');
		expect(await focus(page)).toBe('市区町村');
		page.assertQuiet();
	});
});

describe.each([
	['with scripts', true],
	['without', false]
])('The panel %s', (_, javaScriptEnabled) => {
	it('says which choices have to be met together, and counts conditions alone', async () => {
		const page = await newPage(browser, { ...phone, javaScriptEnabled });
		const query = 'q=話&region=sakura&sort=checked&ease=no-booking&ease=anonymous&fee=free';
		await goTo(page, `${app.url}/search?${query}`);
		await page.getByText('絞り込む（3）', { exact: true }).click();
		const rule = async (title: string) => {
			const group = page.getByRole('group', { name: title });
			return page.locator(`#${await group.getAttribute('aria-describedby')}`).textContent();
		};
		expect(await rule('参加しやすさ')).toMatch(/^\s*選んだものすべてに/);
		expect(await rule('どんなところ')).toMatch(/^\s*選んだもののどれかに/);
		expect(await page.locator('#found').textContent()).toContain('予約不要と匿名可');
	});
});
