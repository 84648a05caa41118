import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage } from '../support/browser.ts';
import { join, setUpAddress, signIn, type Person } from '../support/entering.ts';
import { press, tabTo, typeInto } from '../support/keyboard.ts';

/** A year of two people, from the first start to the published booklet; by keyboard alone. */

const password = 'tadaima-okaeri-kumo';
const region = '/regions/sakura';
/** Every page of last year's edition, and what else is made of it. */
const lastYears = ['', '?page=2', '?page=3', '?category=ibasho', '/resources.geojson'].map(
	(part) => `${region}/2026${part}`
);

let app: App;
let browser: Browser;
let admin: Awaited<ReturnType<typeof newPage>>;
let editor: typeof admin;
let person: Person;
let round: string;
/** What became of whom, in the words of the comparison: by name, but for what goes on as it was. */
const fates = new Map<string, string>();

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	const desk = { viewport: { width: 1200, height: 900 } };
	[admin, editor] = await Promise.all([newPage(browser, desk), newPage(browser, desk)]);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const go = (page: Page, path: string) => goTo(page, app.url + path);
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const withoutBarrier = async (page: Page) => {
	expect(await barriers(page)).toEqual([]);
};
const bytes = () =>
	Promise.all(
		lastYears.map(async (path) => {
			const answer = await fetch(app.url + path, { headers: { accept: 'text/html' } });
			expect(answer.status, path).toBe(200);
			return [path, answer.headers.get('etag'), await answer.text()];
		})
	);

/** What the comparison with last year's edition lists, but for what goes on as it was. */
async function compared(page: Page): Promise<[name: string, fate: string][]> {
	await go(page, `${round}/compare`);
	const rows = await page
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row): [string, string] => [
				row.querySelector('a')!.textContent.trim(),
				row.querySelector('td')!.textContent.trim()
			])
		);
	return rows.filter(([, fate]) => fate !== '継続');
}

/** The name of the entry whose verification is open. */
const nameOf = async (page: Page) =>
	(
		await page.locator('h1').evaluate((h1) => {
			const own = [...h1.childNodes].filter((node) => node.nodeType === 3);
			return own.map((node) => node.textContent).join('');
		})
	).trim();

const outcomes = ['確認済', '変更あり', '休止', '終了'];

async function verify(page: Page, result: string): Promise<string> {
	const name = await nameOf(page);
	// A group of choices is one stop; the arrows go through it.
	await press(page, '確認済', 'Space');
	for (let at = 0; at < outcomes.indexOf(result); at++) await page.keyboard.press('ArrowDown');
	const next = page.waitForEvent('load');
	await page.keyboard.press('Enter');
	await next;
	return name;
}

/** The first one verifies what is left of the edition, but for so many; returns how many there were. */
function verifyElsewhere(rest: number): number {
	const db = openDatabase(app.database);
	const one = (query: string) => db.$client.prepare(query).pluck().get();
	const editionId = one('SELECT id FROM editions WHERE locked_at IS NULL') as number;
	const by = one('SELECT id FROM staff ORDER BY created_at') as string;
	const left = editions.board(db, editionId).filter(({ isDone }) => !isDone);
	const at = new Date();
	for (const { resourceId } of left.slice(rest)) {
		const verified = { method: 'phone', on: japanDate(at), result: 'confirmed' } as const;
		const more = { role: '代表', sections: [], note: null, nextDueOn: null };
		const entry = { editionId, resourceId };
		const answer = verifications.verifyEntry(db, entry, { ...verified, ...more }, { by, at });
		expect(answer).toBe('written');
	}
	close(db);
	return left.length;
}

test('A year, from the first start to the booklet', { timeout: 600_000 }, async () => {
	const before = await bytes();

	// Somebody takes up the printed address and invites a colleague.
	{
		await join(admin, setUpAddress(app), { mail: 'first@example.jp', name: '花子', password });
		await press(admin, '控えたので');
		await admin.waitForURL(`${app.url}/staff`);
		await go(admin, '/staff/accounts');
		await typeInto(admin, 'メールアドレス', 'taro@example.jp');
		await typeInto(admin, '名前', '太郎');
		await tabTo(admin, '編集');
		await press(admin, 'すべての地域', 'Space');
		await press(admin, '招待のアドレスを作る');
		const address = await admin.getByLabel('招待のアドレス', { exact: true }).inputValue();
		person = await join(editor, address, { mail: 'taro@example.jp', name: '太郎', password });
		await press(editor, '控えたので');
		await editor.waitForURL(`${app.url}/staff`);
		await press(editor, '出る');
		await editor.waitForURL(/login/);
	}

	// The colleague signs in with the authenticator and opens the new edition.
	{
		await signIn(editor, app, person, '/staff/regions/sakura');
		const year = await editor.getByLabel('年度（西暦）').inputValue();
		round = `/staff/regions/sakura/${year}`;
		await press(editor, 'この年度版をはじめる');
		await editor.waitForURL(app.url + round);
		const [, left, total] = /残り(\d+)件／(\d+)件/.exec(await heading(editor))!;
		expect(Number(total)).toBeGreaterThan(30);
		expect(left).toBe(total);
		await withoutBarrier(editor);
		// Since last year's edition was printed, the pages have gone on.
		for (const [name, fate] of await compared(editor)) fates.set(name, fate);
		await go(editor, round);
	}

	// Places are verified, changed, paused, closed, written, added and left out.
	{
		await press(editor, '残り');
		await editor.waitForURL(/progress=left/);
		await editor.locator('form tbody a').first().focus();
		await editor.keyboard.press('Enter');
		await editor.waitForURL(/verification/);

		await verify(editor, '確認済');
		await editor.getByText('書きとめました').waitFor();

		fates.set(await verify(editor, '変更あり'), '変更');
		await editor.waitForURL(/\/staff\/resources\//);
		await press(editor, '費用・受け入れ');
		await typeInto(editor, '費用の補足', 'お茶代として200円');
		await tabTo(editor, '直したわけ');
		await editor.keyboard.type('電話で聞いた');
		await press(editor, '保存して公開');
		await editor.getByText('保存して公開しました').waitFor();

		await go(editor, `${round}?progress=left`);
		await editor.locator('form tbody a').first().focus();
		await editor.keyboard.press('Enter');
		await editor.waitForURL(/verification/);
		fates.set(await verify(editor, '休止'), '休止');
		fates.set(await verify(editor, '終了'), '終了');

		await go(editor, '/staff/regions/sakura/resources/new');
		await typeInto(editor, '名前', '新しい夜の会');
		await typeInto(editor, 'かな', 'あたらしいよるのかい');
		await tabTo(editor, '区分');
		await editor.keyboard.press('ArrowDown');
		for (const _channel of ['web', 'paper']) {
			await typeInto(editor, '同意した人の役割', '代表');
			await typeInto(editor, '同意のしかた', '電話');
		}
		await press(editor, '保存して公開');
		await editor.getByText('保存して公開しました').waitFor();
		await go(editor, `${round}/entries/new`);
		await tabTo(editor, 'まだ載っていない資源');
		await editor.keyboard.type('新しい夜の会');
		await press(editor, '加える');
		await editor.getByText('新しい夜の会を加えました').waitFor();
		fates.set('新しい夜の会', '新規');

		await tabTo(editor, '掲載');
		await editor.keyboard.press('End');
		const leaving = (await editor.locator('#remove option:checked').innerText()).trim();
		await typeInto(editor, '外す理由', '今年は見送り');
		await press(editor, '外す');
		await editor.getByText('を外しました').waitFor();
		fates.set(leaving.replace(/^\d+番 /, ''), '載せない');
	}

	// The lock is barred, and says by whom and what is missing.
	{
		await go(editor, `${round}/lock`);
		expect(await editor.getByRole('button', { name: /件で校了する/ }).isDisabled()).toBe(true);
		expect(await editor.locator('.counts').innerText()).toMatch(/確認がまだ\s+残り\d+／/);
		const mine = editor.getByRole('heading', { name: /新しい夜の会/ }).locator('..');
		const links = await mine
			.getByRole('link')
			.evaluateAll((all) => all.map((one) => [one.textContent.trim(), one.getAttribute('href')]));
		expect(links).toContainEqual(['確認がまだ', expect.stringContaining('/verification')]);
		expect(links).toContainEqual(['紹介文がない', expect.stringContaining('#summary')]);
		await withoutBarrier(editor);
	}

	// What is left is verified, most of it by the other one, and what stays missing is let pass one by
	// one, with a reason.
	{
		expect(verifyElsewhere(8)).toBeGreaterThan(30);
		await go(editor, `${round}?progress=left`);
		await editor.locator('form tbody a').first().focus();
		await editor.keyboard.press('Enter');
		await editor.waitForURL(/verification/);
		while (editor.url().includes('/verification')) await verify(editor, '確認済');
		expect(await heading(editor)).toContain('残り0件');

		await go(editor, `${round}/lock`);
		const lock = editor.getByRole('button', { name: /件で校了する/ });
		while (await lock.isDisabled()) {
			await press(editor, 'このまま載せる');
			await typeInto(editor, 'このまま載せる理由', '本人に確かめている');
			const next = editor.waitForEvent('load');
			await press(editor, '理由を残して載せる');
			await next;
		}
	}

	// It is locked, proofread and published.
	{
		await press(editor, /\d+件で校了する/);
		await editor.getByText('校了しています').waitFor();
		await withoutBarrier(editor);
		await press(editor, '校正刷りを見る');
		await editor.waitForURL(/proof/);
		await go(editor, `${round}/publication`);
		expect(await editor.locator('main').innerText()).toMatch(/新規 1件、継続 \d+件、変更 \d+件/);
		await press(editor, /年度版を公開する/);
		await editor.getByText('公開しています').waitFor();
		await withoutBarrier(editor);
	}

	// Readers see the new edition, and last year’s is the same to the byte.
	{
		const year = round.slice(-4);
		const page = await (await fetch(`${app.url}${region}/${year}?q=新しい夜の会`)).text();
		expect(page).toMatch(/1件/);
		expect(page).toContain('電話で確認');
		expect(await bytes()).toEqual(before);
	}

	// The comparison lists what was done, and nothing else.
	{
		expect(new Map(await compared(editor))).toEqual(fates);
		editor.assertQuiet();
		admin.assertQuiet();
	}
});
