import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type QuietPage, settled } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';
import { ofDanger, ordinary } from '../domain/search/crisis/golden.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const panel = (page: QuietPage) => page.getByRole('region', { name: 'いま、話せるところ' });
async function open(path: string) {
	const page = await newPage(browser, { viewport: { width: 390, height: 844 } });
	await goTo(page, app.url + path);
	return { page, box: page.getByRole('combobox', { name: 'ことばで探す' }) };
}

describe('Words of danger that are typed', () => {
	it('are met on the device, above the list, for each of them and for nothing else', async () => {
		const { page, box } = await open('/regions/sakura');
		const requests: string[] = [];
		await box.focus();
		await settled(page);
		page.on('request', (one) => requests.push(one.url()));
		for (const query of ofDanger) {
			await box.fill(query);
			await panel(page).waitFor();
			await box.fill('居場所');
			await panel(page).waitFor({ state: 'detached' });
		}
		for (const query of ordinary) {
			await box.fill(query);
			// A word that is a kind of place is told as one: 「家族会を探しました」.
			await page.locator('#found', { hasText: query }).waitFor({ state: 'attached' });
			expect(await panel(page).count(), query).toBe(0);
		}
		// The panel itself is fetched once, with the first word; the tab's picture as the browser likes.
		expect(requests.filter((one) => !/\/_app\/immutable\/|\/icon\.svg$/.test(one))).toEqual([]);
		page.assertQuiet();
	});

	it('are met on the first page, above what is suggested, without a fault', async () => {
		const { page, box } = await open('/');
		await box.pressSequentially('DV');
		await panel(page).waitFor();
		const [above, below] = [await box.boundingBox(), await panel(page).boundingBox()];
		expect(below!.y).toBeGreaterThan(above!.y);
		const list = page.getByRole('listbox');
		if (await list.isVisible()) {
			expect((await list.boundingBox())!.y).toBeGreaterThan(below!.y + below!.height - 1);
		}
		expect(await barriers(page)).toEqual([]);
		await box.press('Tab');
		await box.press('Tab');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('DV相談＋');
		page.assertQuiet();
	});
});
