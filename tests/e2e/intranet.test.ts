import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { goTo, launch, newPage, type QuietPage } from '../support/browser.ts';
import { join, setUpAddress, signIn, type Person } from '../support/entering.ts';

/** A name of a town's own network, over plain http: to a browser nothing that can be trusted. */
const origin = 'http://bookmark.intranet';
const other = 'http://other.intranet';

let app: App;
let browser: Browser;
let person: Person;
beforeAll(async () => {
	app = await startApp({ env: { ORIGIN: origin } });
	browser = await launch(`--host-resolver-rules=MAP *.intranet ${new URL(app.url).host}`);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

describe.each([
	['with', true],
	['without', false]
])('Over plain http on a network of its own, %s JavaScript', (_, javaScriptEnabled) => {
	let page: QuietPage;
	beforeEach(async () => {
		page = await newPage(browser, { javaScriptEnabled });
	});
	afterEach(() => page.context().close());

	it('a reader can say that something is wrong', async () => {
		await goTo(page, `${origin}/regions/sakura`);
		await page.locator('#results h2 a').first().click();
		await page.getByRole('link', { name: '間違いを知らせる' }).click();
		await page.getByLabel('どこのこと').selectOption({ index: 1 });
		await page.locator('textarea').fill('時間が違うようです。');
		await page.locator('main form button').click();
		await page.waitForURL(/\/report\/thanks$/);
	});

	it('staff are let in, and a strange page sends nothing in their name', async () => {
		if (javaScriptEnabled) {
			const words = { mail: 'a@example.jp', name: '春野', password: 'tadaima-okaeri-kumo' };
			person = await join(page, setUpAddress(app), words);
		} else await signIn(page, { ...app, url: origin }, person);
		const kept = await page.context().cookies(`${origin}/staff`);
		expect(kept).toEqual([
			expect.objectContaining({ name: 'session', httpOnly: true, secure: false, sameSite: 'Lax' })
		]);
		const form = `<form method="post" action="${origin}/staff/leave"><button>x</button></form>`;
		await page.route(`${other}/`, (route) =>
			route.fulfill({ contentType: 'text/html', body: form })
		);
		await page.goto(`${other}/`);
		const answer = page.waitForResponse(`${origin}/staff/leave`);
		await page.getByRole('button').click();
		expect((await answer).status()).toBe(403);
		await page.goto(`${origin}/staff/me`);
		await page.locator('form[action="/staff/leave"] button').click();
		await page.waitForURL(`${origin}/staff/login**`);
	});
});

it('Over plain http a list of bookmarks can be made', async () => {
	const page = await newPage(browser);
	await goTo(page, `${origin}/bookmarks`);
	await page.getByLabel('新しいリストの名前').fill('春に行くところ');
	await page.getByRole('button', { name: 'リストをつくる' }).click();
	await page.getByRole('heading', { name: '春に行くところ' }).waitFor();
});
