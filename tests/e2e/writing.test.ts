import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import { startApp, type App } from '../support/app.ts';
import { alive, end, launch, newPage, settled } from '../support/browser.ts';
import { cast, cookieOf, type Cast } from '../support/staff.ts';
import {
	elapse,
	formsIn,
	holdAnswers,
	holdScripts,
	isAsked,
	isParsed,
	loseAnswers,
	pagesWithForms,
	pause,
	writeAll,
	written
} from '../support/writing.ts';

let app: App;
let browser: Browser;
let db: Database;
let people: Cast;
let id: string;
let withdrawn: string;
/** Nothing is done to it. */
let free: string;
let proposal: number;
const at = new Date();

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), launch()]);
	db = openDatabase(app.database);
	people = cast(db, { at, region: 'sakura' });
	const by = people.admin;
	const regionId = regions.find(db, 'sakura')!.id;
	const edition = editions.openFrom(db, { regionId, year: 2032, by, at }) as number;
	[id, withdrawn, free] = editions.board(db, edition).map(({ resourceId }) => resourceId) as [
		string,
		string,
		string
	];
	const { revisionId: base, content } = verifications.entryOf(db, edition, id)!;
	editions.setOrder(db, edition, 'hand', { by, at });
	const proposed = { ...content, feeNote: 'お茶代200円' };
	const made = { resourceId: id, regionId, base, by: people.partner, at, reason: '値上げ' };
	proposal = proposals.propose(db, { ...made, content: proposed }).revisionId;
	life.withdraw(db, withdrawn, { by, at, reason: '試し' });
	const locked = editions.openFrom(db, { regionId, year: 2033, by, at }) as number;
	db.$client
		.prepare('UPDATE editions SET locked_at = ? WHERE id = ?')
		.run(at.toISOString(), locked);
});
afterAll(async () => {
	close(db);
	await browser.close();
	await app.stop();
});

const cookie = (staff: string) => {
	const [name, value] = cookieOf(db, staff, at).split('=');
	return { name: name!, value: value!, url: app.url };
};
const round = '/staff/regions/sakura/2032';
/** A page in each of the states that it shows other forms in. */
const addresses: Record<string, () => string[]> = {
	'/staff/accounts': () => ['/staff/accounts'],
	'/staff/accounts/[staff]': () => [`/staff/accounts/${people.partner}`],
	'/staff/inbox/proposals/[revision]': () => [`/staff/inbox/proposals/${proposal}`],
	'/staff/me': () => ['/staff/me'],
	'/staff/regions/[slug]': () => ['/staff/regions/sakura'],
	'/staff/regions/[slug]/[year]': () => [round],
	'/staff/regions/[slug]/[year]/entries/[id]/verification': () => [
		`${round}/entries/${id}/verification`
	],
	'/staff/regions/[slug]/[year]/entries/new': () => [`${round}/entries/new`],
	'/staff/regions/[slug]/[year]/lock': () => [`${round}/lock`, '/staff/regions/sakura/2033/lock'],
	'/staff/regions/[slug]/[year]/order': () => [`${round}/order`],
	'/staff/regions/[slug]/[year]/publication': () => [
		`${round}/publication`,
		'/staff/regions/sakura/2026/publication'
	],
	'/staff/regions/[slug]/[year]/words': () => [`${round}/words`],
	'/staff/regions/[slug]/resources/new': () => ['/staff/regions/sakura/resources/new'],
	'/staff/resources/[id]': () => [`/staff/resources/${id}`],
	'/staff/resources/[id]/erasure': () => [`/staff/resources/${id}/erasure`],
	'/staff/resources/[id]/merge': () => [`/staff/resources/${id}/merge`],
	'/staff/resources/[id]/operation': () => [`/staff/resources/${id}/operation`],
	'/staff/resources/[id]/withdrawal': () => [
		`/staff/resources/${id}/withdrawal`,
		`/staff/resources/${withdrawn}/withdrawal`
	]
};
/** Those of a password or a code, of which nothing is kept, and one with a box to tick alone. */
const withoutWords = [
	...['/staff/confirm', '/staff/invitations', '/staff/login', '/staff/me/authenticator'],
	'/staff/regions/[slug]/removal',
	// A file, which no browser gives back, and choices about it.
	...['/staff/imports/new', '/staff/imports/[id]/columns', '/staff/imports/[id]/reading']
];

let context: BrowserContext;
let page: Awaited<ReturnType<typeof newPage>>;
async function open(staff = people.admin) {
	const opened = await newPage(browser, { viewport: { width: 1200, height: 900 } });
	await opened.context().addCookies([cookie(staff)]);
	// Pauses after the last key are passed over, not waited for: none ends by itself on a slow machine.
	await opened.clock.install();
	await opened.clock.pauseAt(Date.now() + 60_000);
	return opened;
}
beforeEach(async () => {
	// Where a test has broken off.
	readOnly.turnOff(db, { by: 'operator', at });
	if (context) await end(context);
	browser = await launch();
	page = await open();
	context = page.context();
});

const go = async (page: Page, path: string) => {
	await page.goto(app.url + path);
	await alive(page);
};
const reload = async (page: Page) => {
	await page.reload();
	await alive(page);
};
const keeps = (page: Page, before: string[]) =>
	expect
		.poll(async () => {
			const after = new Set(await written(page));
			return before.filter((one) => !after.has(one));
		})
		.toEqual([]);
const sendAll = (page: Page) =>
	page.evaluate(() => {
		for (const form of document.querySelectorAll<HTMLFormElement>('.staff form[method="POST"]')) {
			form.noValidate = true;
			if (form.querySelector('input:not([type=hidden], [type=password]), textarea, select')) {
				form.requestSubmit();
			}
		}
	});
const notice = (page: Page, words: string | RegExp) =>
	page.locator('.keeping').getByText(words).first().waitFor();

describe('What is typed into any form of the staff area', () => {
	const pages = pagesWithForms();

	test('is looked after on every page that has one', () => {
		const known = [...Object.keys(addresses), ...withoutWords];
		expect(pages.map(({ route }) => route).filter((route) => !known.includes(route))).toEqual([]);
	});

	test.each(pages.filter(({ route }) => route in addresses))(
		'$route: outlives late scripts, a server that is slow or fails, a reload, another tab, 見るだけ and the end of the session',
		async ({ route, actions }) => {
			const seen: string[] = [];
			for (const path of addresses[route]!()) {
				// The scripts come late.
				const letScripts = await holdScripts(page);
				await page.goto(app.url + path, { waitUntil: 'commit' });
				await isParsed(page);
				seen.push(...(await formsIn(page)));
				expect(await writeAll(page, 'はやいことば')).toBeGreaterThan(0);
				const early = await written(page);
				await letScripts();
				await alive(page);
				await keeps(page, early);

				// The server answers late what was asked for words that are others by then.
				const letAnswers = await holdAnswers(page);
				await writeAll(page, 'はじめのことば');
				await Promise.all([isAsked(page), elapse(page)]);
				await writeAll(page, '次のことば');
				const more = await written(page);
				await letAnswers();
				await settled(page);
				await keeps(page, more);
				await pause(page);
				await keeps(page, more);

				// It answers nothing.
				const findAnswers = await loseAnswers(page);
				await writeAll(page, 'きえないことば');
				await pause(page);
				await notice(page, 'つながらない');
				const all = await written(page);
				await reload(page);
				await keeps(page, all);
				await findAnswers();

				// Another tab is given it.
				const second = await context.newPage();
				await go(second, path);
				const offers = second.getByRole('button', { name: 'この用紙に入れる' });
				await offers.first().waitFor();
				while ((await offers.count()) > 0) await offers.first().click();
				await keeps(second, all);
				await second.close();

				// It may only be looked at.
				readOnly.turnOn(db, { by: 'operator', at, reason: '手入れ' });
				await sendAll(page);
				await notice(page, '手入れのため');
				expect(page.url()).toBe(app.url + path);
				await keeps(page, all);
				readOnly.turnOff(db, { by: 'operator', at });

				// The session is over, and begins again.
				await context.clearCookies();
				await sendAll(page);
				await notice(page, '入っている時間が終わった');
				expect(page.url()).toBe(app.url + path);
				await keeps(page, all);
				await context.addCookies([cookie(people.admin)]);
				await reload(page);
				await keeps(page, all);
				await page.evaluate(() => localStorage.clear());
				db.$client.exec('DELETE FROM drafts');
			}
			expect(actions.filter((action) => action && !seen.includes(action))).toEqual([]);
		}
	);
});

const editor = () => `/staff/resources/${id}`;
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first();
/** Sooner or later: what was kept comes back once the scripts are there. */
const has = (page: Page, name: string, words: string) =>
	expect.poll(() => field(page, name).inputValue()).toBe(words);
const drafted = (page: Page) =>
	page.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.ok());
/** Types as a hand does, and waits until the server has answered what came of it. */
async function typeAndWait(page: Page, name: string, words: string) {
	await field(page, name).fill('');
	await field(page, name).pressSequentially(words);
	await pause(page);
}

describe('The form of a resource', () => {
	test('leaves alone what is typed while warnings come and go', async () => {
		await go(page, '/staff/regions/sakura/resources/new');
		await field(page, 'categories').selectOption({ index: 1 });
		await typeAndWait(page, 'name', 'ことばの会');
		await page.getByText('読みの候補').waitFor();
		for (const [name, words] of [
			['summary', 'だれでも来てよい'],
			['kana', 'ことばのかい'],
			['phones.0.number', '27321234']
		] as const) {
			await typeAndWait(page, name, words);
			expect(await field(page, name).inputValue()).toBe(words);
		}
		const warning = page.locator('[id="phones.0.number-warning"]');
		await warning.waitFor();
		await typeAndWait(page, 'phones.0.number', '0273212345');
		await warning.waitFor({ state: 'detached' });
		expect(await field(page, 'phones.0.number').inputValue()).toBe('0273212345');
		expect(await field(page, 'summary').inputValue()).toBe('だれでも来てよい');
		await reload(page);
		await has(page, 'summary', 'だれでも来てよい');
		page.assertQuiet();
	});

	test('keeps what was typed just before its words were read, or it was looked through', async () => {
		await go(page, editor());
		await field(page, 'access').fill('改札を出て右へ');
		await field(page, 'reason').fill('電話で聞いた');
		await page.getByRole('button', { name: 'このことばを読み取る' }).first().click();
		await page.waitForURL(/look/);
		await alive(page);
		await typeAndWait(page, 'activities', '読み取ったあと');
		await page.goto(app.url + editor());
		await alive(page);
		await has(page, 'access', '改札を出て右へ');
		await has(page, 'activities', '読み取ったあと');
		await has(page, 'reason', '電話で聞いた');
	});

	test('keeps apart what two tabs write, and loses neither', async () => {
		await go(page, editor());
		const second = await context.newPage();
		await go(second, editor());
		await typeAndWait(page, 'access', '一つめのタブ');
		await field(second, 'activities').fill('二つめのタブ');
		await pause(second);
		await notice(second, '別のタブか端末にもあります');
		await Promise.all([reload(page), reload(second)]);
		await has(second, 'activities', '二つめのタブ');
		await has(page, 'access', '一つめのタブ');
	});

	test('says at once that nothing is saved, signs in beside it and goes on', async () => {
		await go(page, editor());
		const last = cookie(people.admin);
		await context.clearCookies();
		await field(page, 'access').fill('途中で終わった');
		await pause(page);
		await notice(page, '入っている時間が終わった');
		const beside = await context.newPage();
		await beside.goto(app.url);
		await context.addCookies([last]);
		const kept = drafted(page);
		await page.evaluate(() => window.dispatchEvent(new Event('focus')));
		await page.locator('.keeping p').first().waitFor({ state: 'detached' });
		await pause(page);
		await kept;
		await page.locator('.keeping p').first().waitFor({ state: 'detached' });
		expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('written');
		await page.getByRole('button', { name: '保存して公開' }).click();
		await page.getByText('保存して公開しました').waitFor();
		expect(await field(page, 'access').inputValue()).toBe('途中で終わった');
	});
});

describe('What somebody else did meanwhile', () => {
	/** As somebody who has had the page open since before. */
	const late = async (path: string) => {
		const second = await context.newPage();
		await Promise.all([go(page, path), go(second, path)]);
		return second;
	};

	test('is shown with a verification, which can then be sent', async () => {
		const second = await late(`${round}/entries/${free}/verification`);
		for (const tab of [page, second]) {
			await tab.locator('[name=result][value=confirmed]').check();
			await tab.getByText('詳しく書く').click();
			await field(tab, 'note').fill(tab === page ? 'はじめの人' : 'あとの人');
		}
		const send = (tab: Page) => tab.getByRole('button', { name: '書きとめて、次へ' }).click();
		await send(page);
		await page.getByText('番を書きとめました').waitFor();
		await send(second);
		await second.getByText('ほかの人が変えました').waitFor();
		expect(await field(second, 'note').inputValue()).toBe('あとの人');
		await alive(second);
		await send(second);
		await second.getByText('番を書きとめました').waitFor();
	});

	test('is shown beside the role that was chosen, and overwritten only then', async () => {
		const second = await late(`/staff/accounts/${people.stranger}`);
		const choose = (tab: Page, role: string) => tab.locator(`[name=role][value=${role}]`).check();
		const send = (tab: Page) => tab.getByRole('button', { name: '役割を変える' }).click();
		const roleNow = () => accounts.find(db, people.stranger)!.role;
		await choose(page, 'partner');
		await field(page, 'organizations').fill('');
		await send(page);
		await page.getByText('まだありません。').waitFor();
		expect(roleNow()).toBe('partner');
		await choose(second, 'admin');
		await send(second);
		const told = second.getByRole('alert');
		await told.getByText('まだ何も上書きしていません').waitFor();
		expect(await told.getByRole('row', { name: '役割' }).innerText()).toMatch(/協力団体\s+管理/);
		expect(roleNow()).toBe('partner');
		await alive(second);
		await send(second);
		// The page that says so; a context that is closed amid a navigation, its clock standing still, may never answer.
		await told.waitFor({ state: 'detached' });
		await settled(second);
		expect(roleNow()).toBe('admin');
	});
});

describe('What lies on the device', () => {
	const withdrawal = () => `/staff/resources/${id}/withdrawal`;
	const kept = (page: Page) =>
		page.evaluate(
			() => Object.keys(localStorage).filter((key) => key.startsWith('written')).length
		);
	const write = async () => {
		await go(page, withdrawal());
		await field(page, 'reason').fill('言えないわけ');
		expect(await kept(page)).toBe(1);
	};

	test('is shown to nobody else who signs in there', async () => {
		await write();
		await context.clearCookies();
		await context.addCookies([cookie(people.editor)]);
		await reload(page);
		await settled(page);
		expect(await field(page, 'reason').inputValue()).toBe('');
		expect(await page.content()).not.toContain('言えないわけ');
		await context.addCookies([cookie(people.admin)]);
		await reload(page);
		await has(page, 'reason', '言えないわけ');
	});

	test('goes when it is sent, thrown away, or one leaves', async () => {
		await write();
		await page.getByRole('button', { name: '取り下げる' }).click();
		await page.getByText('取り下げました').first().waitFor();
		await expect.poll(() => kept(page)).toBe(0);
		await write();
		await reload(page);
		await page.getByText('この端末に残したもの').click();
		await page.getByRole('button', { name: 'この端末の書きかけを捨てる' }).click();
		await expect.poll(() => kept(page)).toBe(0);
		await write();
		await page.getByRole('button', { name: '出る' }).click();
		await page.waitForURL(/login/);
		expect(await kept(page)).toBe(0);
	});

	test('is offered to another tab', async () => {
		await write();
		const second = await context.newPage();
		await go(second, withdrawal());
		await second.getByRole('button', { name: 'この用紙に入れる' }).click();
		await has(second, 'reason', '言えないわけ');
	});
});

test('What is typed before the scripts come stays on the pages of readers too', async () => {
	const places: [path: string, field: string, words: string][] = [
		['/search', '[name=q]', 'いばしょ'],
		[`/resources/${free}/report`, '#message', '時間が違う'],
		['/memo', 'textarea', 'おぼえ'],
		[`/resources/${free}/letter`, 'textarea', '文を直した']
	];
	for (const [path, name, words] of places) {
		const letScripts = await holdScripts(page);
		await page.goto(app.url + path, { waitUntil: 'commit' });
		await page.locator(name).first().fill(words);
		await letScripts();
		await alive(page);
		expect([path, await page.locator(name).first().inputValue()]).toEqual([path, words]);
	}
});
