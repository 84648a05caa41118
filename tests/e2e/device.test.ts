import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launch, newPage, type PageOptions, reload, settled } from '../support/browser.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1200, height: 900 } };
const word = 'いばしょ';

/** A page of the sample region, and everything that it asks for from then on. */
async function open(path = '', options: PageOptions = desktop) {
	const page = await newPage(browser, options);
	const requests: string[] = [];
	page.on('request', (request) => {
		// Chromium looks for the picture of its tab again at every new address.
		if (!request.url().endsWith('/icon.svg')) {
			requests.push(request.url() + (request.postData() ?? ''));
		}
	});
	await goTo(page, `${app.url}/regions/sakura${path}`);
	return { page, requests };
}

const box = (page: Page) => page.getByRole('combobox', { name: 'ことばで探す' });
const rows = (page: Page) => page.getByRole('heading', { level: 2 });
/** What is said of the list; the suggestions have a voice of their own. */
const told = (page: Page) => page.locator('#found').getByRole('status');
const total = async (page: Page) => Number(/\d+/.exec((await told(page).textContent()) ?? '')?.[0]);

/** An Escape before they have come would empty the box. */
async function closeSuggestions(page: Page) {
	await page.getByRole('option').first().waitFor();
	await page.keyboard.press('Escape');
}

/** In whatever form an address may carry it. */
const carries = (address: string, words: string) =>
	[words, encodeURIComponent(words), encodeURIComponent(encodeURIComponent(words))].some((form) =>
		address.toLowerCase().includes(form.toLowerCase())
	);

describe('A region searched on the device', () => {
	it('fetches its file when the box is come to, not before, and once', async () => {
		const { page, requests } = await open();
		const files = () => requests.filter((address) => address.endsWith('/search.json'));
		expect(files()).toEqual([]);
		await box(page).focus();
		await expect.poll(files).toHaveLength(1);
		await box(page).pressSequentially(word);
		await page.getByText(`「${word}」に合うところ`).waitFor();
		expect(files()).toHaveLength(1);
		page.assertQuiet();
	});

	it('shows what is found, filters it, turns its pages, and no request carries the words', async () => {
		const { page, requests } = await open();
		await box(page).focus();
		await settled(page);
		const before = requests.length;
		await box(page).pressSequentially('い', { delay: 30 });
		await page.getByText('「い」に合うところ').waitFor();
		await expect.poll(() => new URL(page.url()).hash).toBe(`#q=${encodeURIComponent('い')}`);
		expect(new URL(page.url()).search).toBe('');
		const found = await total(page);
		expect(found).toBeGreaterThan(30);
		const first = await rows(page).first().textContent();
		await closeSuggestions(page);

		await page.getByRole('link', { name: '次のページ' }).click();
		await expect.poll(() => rows(page).first().textContent()).not.toBe(first);
		expect(new URL(page.url()).search).toBe('?page=2');
		expect(await page.evaluate('scrollY')).toBe(0);

		await page.goBack();
		await expect.poll(() => rows(page).first().textContent()).toBe(first);

		await page.getByRole('checkbox', { name: /^居場所/ }).check();
		await expect.poll(() => total(page)).toBeLessThan(found);
		expect(new URL(page.url()).search).toBe('?category=ibasho');
		await page.getByRole('link', { name: '確認の新しい順' }).click();
		await expect
			.poll(() => page.getByRole('link', { name: '確認の新しい順' }).getAttribute('aria-current'))
			.toBe('true');
		await page.getByRole('link', { name: '居場所をはずす' }).click();
		await expect.poll(() => total(page)).toBe(found);

		await box(page).fill(word);
		await page.keyboard.press('Enter');
		await page.getByText(`「${word}」に合うところ`).waitFor();
		await page.getByRole('link', { name: `「${word}」をはずす` }).click();
		await expect.poll(() => page.getByText('に合うところ').count()).toBe(0);
		expect(await box(page).inputValue()).toBe('');
		expect(requests.slice(before)).toEqual([]);
		for (const words of ['い', word]) {
			expect(requests.filter((address) => carries(address, words))).toEqual([]);
		}
		page.assertQuiet();
	});

	it('keeps the words through a reload and a way there and back', async () => {
		const { page, requests } = await open();
		await box(page).fill(word);
		await page.getByText(`「${word}」に合うところ`).waitFor();
		const found = await total(page);
		await closeSuggestions(page);
		await rows(page).first().getByRole('link').click();
		await page.waitForURL('**/resources/*');
		await page.goBack();
		await page.getByText(`「${word}」に合うところ`).waitFor();
		expect(await box(page).inputValue()).toBe(word);

		await reload(page);
		await page.getByText(`「${word}」に合うところ`).waitFor();
		expect(await total(page)).toBe(found);
		// The first ones at once, the others when nobody types.
		await expect.poll(() => rows(page).count()).toBe(found);
		expect(await page.locator('mark').count()).toBeGreaterThan(0);
		expect(requests.filter((address) => carries(address, word))).toEqual([]);
		page.assertQuiet();
	});

	it('answers an address with the words behind the #, filters included', async () => {
		const { page } = await open(`?category=ibasho#q=${encodeURIComponent('さくら市')}`, phone);
		await page.getByRole('link', { name: '「さくら市」をはずす' }).waitFor();
		expect(await page.getByRole('link', { name: '居場所をはずす' }).count()).toBe(1);
		page.assertQuiet();
	});

	it('offers what finds something when nothing does', async () => {
		const { page, requests } = await open();
		await box(page).fill('zzzzzz');
		await page.getByText('「zzzzzz」に合うところ').waitFor();
		const step = page.getByRole('link', { name: '「zzzzzz」をはずす' }).last();
		await step.click();
		await expect.poll(() => rows(page).count()).toBe(30);
		expect(requests.filter((address) => carries(address, 'zzzzzz'))).toEqual([]);
		page.assertQuiet();
	});

	it('says how many there are only when typing pauses', async () => {
		const { page } = await open();
		await box(page).focus();
		await settled(page);
		await page.evaluate(() => {
			const said: string[] = ((window as never as { said: string[] }).said = []);
			const status = document.querySelector('#found [role=status]')!;
			new MutationObserver(() => said.push(status.textContent)).observe(status, {
				subtree: true,
				characterData: true,
				childList: true
			});
		});
		const said = () => page.evaluate(() => (window as never as { said: string[] }).said.length);
		// However slow the machine is, nobody pauses until the clock goes on.
		await page.clock.install();
		await page.clock.pauseAt(Date.now() + 60_000);
		await box(page).pressSequentially('いばしょかふぇ');
		await page.getByText('「いばしょかふぇ」に合うところ').waitFor();
		expect(await said()).toBeLessThanOrEqual(1);
		await page.clock.fastForward(1000);
		await expect.poll(() => total(page)).toBeLessThan(10);
		expect(await said()).toBeLessThanOrEqual(2);
	});

	it('waits while half a syllable is composed', async () => {
		const { page } = await open();
		await box(page).focus();
		await settled(page);
		const client = await page.context().newCDPSession(page);
		const compose = (text: string) =>
			client.send('Input.imeSetComposition', {
				text,
				selectionStart: text.length,
				selectionEnd: text.length
			});
		await compose('ｋ');
		await compose('か');
		await page.getByText('「か」に合うところ').waitFor();
		await compose('かｚ');
		await compose('かぞ');
		await page.getByText('「かぞ」に合うところ').waitFor();
		await compose('かぞｋ');
		expect(await page.getByText('「かぞ」に合うところ').count()).toBe(1);
		await client.send('Input.insertText', { text: '家族' });
		await page.getByText('「家族」に合うところ').waitFor();
		expect(await box(page).inputValue()).toBe('家族');
		page.assertQuiet();
	});

	it('is a plain form where the file does not come', async () => {
		const page = await newPage(browser, { ...desktop, expected: /Failed to load resource/ });
		await page.route('**/search.json', (route) => route.abort());
		await goTo(page, `${app.url}/regions/sakura`);
		await box(page).fill(word);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.searchParams.get('q') === word);
		await page.getByText(`「${word}」に合うところ`).waitFor();
		page.assertQuiet();
	});

	it('is a plain form without scripts', async () => {
		const { page } = await open('', { ...phone, javaScriptEnabled: false });
		await page.getByRole('searchbox').fill(word);
		await page.getByRole('button', { name: '探す' }).click();
		await page.waitForURL((url) => url.searchParams.get('q') === word);
		expect(await total(page)).toBeGreaterThan(3);
	});
});
