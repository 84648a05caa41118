import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { barriers } from '../support/barriers.ts';
import { goTo, launch, newPage, type PageOptions } from '../support/browser.ts';
import { join, nextCode, setUpAddress, signIn, type Person } from '../support/entering.ts';
import { press, tabTo, typeInto } from '../support/keyboard.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

const password = 'tadaima-okaeri-kumo';
const first = { mail: 'first@example.jp', name: '花子', password };

/** Axe in light and dark, on a phone and on a desk, with everything that is folded away opened. */
async function expectNoBarrier(page: Page) {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.evaluate(() =>
		document.querySelectorAll('details').forEach((one) => (one.open = true))
	);
	const before = page.viewportSize()!;
	for (const width of [320, 1200]) {
		await page.setViewportSize({ width, height: 900 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			// In the dark only the colours are others.
			const found = await barriers(page, ...(colorScheme === 'dark' ? ['color-contrast'] : []));
			expect(found, `${page.url()} ${width} ${colorScheme}`).toEqual([]);
		}
	}
	await page.setViewportSize(before);
}

/** As if so many minutes had gone by since anybody typed a password. */
function letPass(app: App, minutes: number) {
	const db = openDatabase(app.database);
	const at = new Date(Date.now() - minutes * 60_000).toISOString();
	db.$client.prepare('UPDATE sessions SET confirmed_at = ?').run(at);
	close(db);
}

describe.each([true, false])('by keyboard alone, with scripts: %s', (javaScriptEnabled) => {
	let app: App;
	let admin: Person;
	beforeAll(async () => {
		app = await startApp();
	});
	afterAll(() => app.stop());
	const newPerson = (options: PageOptions = {}) =>
		newPage(browser, { viewport: { width: 1200, height: 900 }, javaScriptEnabled, ...options });

	it('leads from the printed address to a colleague who has signed in', async () => {
		const page = await newPerson();
		admin = await join(page, setUpAddress(app), first);
		expect(new Set(admin.recovery).size).toBe(10);
		await press(page, '控えたので');
		await page.waitForURL(`${app.url}/staff`);

		await goTo(page, `${app.url}/staff/accounts`);
		await typeInto(page, 'メールアドレス', 'taro@example.jp');
		await typeInto(page, '名前', '太郎');
		await tabTo(page, '編集');
		await press(page, 'すべての地域', 'Space');
		await press(page, '招待のアドレスを作る');
		const address = await page.getByLabel('招待のアドレス', { exact: true }).inputValue();
		expect(address.startsWith(`${app.url}/staff/invitations#`)).toBe(true);
		await page.getByRole('cell', { name: '太郎 taro@example.jp 招待中' }).waitFor();

		// The form is there for the next one, as if it had just been opened.
		await typeInto(page, 'メールアドレス', 'jiro@example.jp');
		await typeInto(page, '名前', '次郎');
		await press(page, 'すべての地域', 'Space');
		await press(page, '招待のアドレスを作る');
		await page.getByRole('cell', { name: '次郎 jiro@example.jp 招待中' }).waitFor();

		const other = await newPerson();
		const editor = await join(other, address, { ...first, mail: 'taro@example.jp', name: '太郎' });
		await press(other, '控えたので');
		await other.waitForURL(`${app.url}/staff`);
		await press(other, '出る');
		await other.waitForURL(`${app.url}/staff/login`);
		await signIn(other, app, editor, '/staff/me');
		await other.getByRole('heading', { name: '自分の設定' }).waitFor();
		for (const one of [page, other]) {
			one.assertQuiet();
			await one.context().close();
		}
	});

	it('says what is wrong, keeps the address that was typed, and takes a recovery code', async () => {
		const page = await newPerson({ expected: /status of 422/ });
		await goTo(page, `${app.url}/staff/login?to=/staff/me`);
		await typeInto(page, 'メールアドレス', admin.mail);
		await typeInto(page, 'パスワード', password);
		await typeInto(page, '確認コード', '123456');
		await press(page, '入る');
		await page.getByRole('alert').getByText('どれかが違います').waitFor();
		expect(await page.getByLabel('メールアドレス').inputValue()).toBe(admin.mail);
		if (javaScriptEnabled) {
			await expect.poll(() => page.locator(':focus').getAttribute('role')).toBe('alert');
			await expectNoBarrier(page);
		}
		await typeInto(page, 'パスワード', password);
		await typeInto(page, '確認コード', admin.recovery[0]!);
		await press(page, '入る');
		await page.waitForURL(`${app.url}/staff/me`);
		await page.getByText('あと9個残っています').waitFor();
		page.assertQuiet();
		await page.context().close();
	});
});

describe('The pages of accounts', () => {
	let app: App;
	let admin: Person;
	let page: Awaited<ReturnType<typeof newPage>>;
	const open = (path: string) => goTo(page, app.url + path);
	beforeAll(async () => {
		app = await startApp();
		page = await newPage(browser, {
			viewport: { width: 1200, height: 900 },
			expected: /status of (403|409|410|422)/
		});
	});
	afterAll(async () => {
		page.assertQuiet();
		await page.context().close();
		await app.stop();
	});

	it('show a code that a camera reads as the authenticator the text names', async () => {
		await page.goto(setUpAddress(app));
		const secret = (await page.locator('details code').textContent())!.replaceAll(' ', '');
		const shot = PNG.sync.read(
			await page.getByRole('img', { name: '認証アプリの設定' }).screenshot()
		);
		const read = jsQR(new Uint8ClampedArray(shot.data), shot.width, shot.height);
		const uri = new URL(read!.data);
		expect([uri.protocol, uri.searchParams.get('secret')]).toEqual(['otpauth:', secret]);
		await expectNoBarrier(page);
	});

	it('have no barrier that axe finds, whatever they have to say', async () => {
		await page.getByLabel('パスワード（12文字以上）').fill('password1234');
		await page.getByLabel('パスワードをもう一度').fill('another-one-here');
		await page.getByLabel('メールアドレス').fill('first@example.jp');
		await page.getByLabel('名前').fill('花子');
		await page.getByLabel('アプリに出た').fill('000000');
		await page.keyboard.press('Enter');
		await page.getByText('直してほしいところが').waitFor();
		expect(await page.getByLabel('名前').inputValue()).toBe('花子');
		await expectNoBarrier(page);

		const address = setUpAddress(app);
		admin = await join(page, address, first);
		await expectNoBarrier(page);
		await page.goto(address);
		await page.getByText('もう使われたか').waitFor();
		await expectNoBarrier(page);
		for (const path of ['/staff/me', '/staff/me/authenticator', '/staff/accounts']) {
			await open(path);
			await expectNoBarrier(page);
		}
		await page.getByRole('link', { name: '花子' }).last().click();
		await page.getByRole('heading', { name: '花子' }).waitFor();
		await expectNoBarrier(page);
		await page.getByRole('button', { name: '花子さんのアカウントを止める' }).click();
		await page.getByText('ほかに管理の人がいない').waitFor();
		await expectNoBarrier(page);
		letPass(app, 11);
		await open('/staff/accounts');
		await page.waitForURL('**/staff/confirm?to=%2Fstaff%2Faccounts');
		await expectNoBarrier(page);
	});

	it('ask for the password again before what is dangerous, and then lead on, never elsewhere', async () => {
		await page.getByLabel('パスワード').fill('not-the-password');
		await page.keyboard.press('Enter');
		await page.getByRole('alert').getByText('違います').waitFor();
		await page.getByLabel('パスワード').fill(password);
		await page.keyboard.press('Enter');
		await page.waitForURL(`${app.url}/staff/accounts`);
		for (const to of ['//evil.example', 'https://evil.example/staff', '/staff/../search']) {
			await open(`/staff/confirm?to=${encodeURIComponent(to)}`);
			await page.getByLabel('パスワード').fill(password);
			await page.keyboard.press('Enter');
			await page.waitForURL(`${app.url}/staff`);
		}
	});

	it('end the sessions of other devices, and all but this one with a new password', async () => {
		const other = await newPage(browser);
		await signIn(other, app, admin);
		await open('/staff/me');
		await page.getByRole('button', { name: '出す', exact: true }).click();
		await page.getByRole('button', { name: '出す', exact: true }).waitFor({ state: 'detached' });
		await other.goto(`${app.url}/staff`);
		await other.waitForURL('**/staff/login?to=%2Fstaff');

		await page.getByLabel('いまのパスワード').fill(password);
		admin.password = 'ame-no-hi-no-kasa';
		await page.getByLabel('新しいパスワード（').fill(admin.password);
		await page.getByLabel('新しいパスワードをもう一度').fill(admin.password);
		await page.getByRole('button', { name: 'パスワードを変える' }).click();
		await page.getByText('パスワードを変えました').waitFor();
		await open('/staff/me');
		await page.getByText('この端末', { exact: true }).waitFor();
		await other.context().close();
	});

	it('take another authenticator in the place of the first', async () => {
		await open('/staff/me/authenticator');
		admin.secret = (await page.locator('details code').textContent())!.replaceAll(' ', '');
		admin.step = 0;
		await page.getByLabel('アプリに出た').fill(await nextCode(admin));
		await page.getByRole('button', { name: 'このアプリにする' }).click();
		await page.getByText('変えました。つぎからは').waitFor();
		const other = await newPage(browser);
		await signIn(other, app, admin);
		await other.context().close();
	});

	it('give new recovery codes, as a file too', async () => {
		await open('/staff/me');
		await page.getByRole('button', { name: '回復コードを作り直す' }).click();
		await page.getByRole('heading', { name: '新しい回復コード' }).waitFor();
		const codes = await page.locator('li code').allTextContents();
		expect(codes).not.toContain(admin.recovery[0]);
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'ファイルに保存する' }).click()
		]);
		expect(file.suggestedFilename()).toBe('recovery-codes.txt');
		await expectNoBarrier(page);
	});

	it('make a passkey that opens without password and code, until it is taken away', async () => {
		const devices = await page.context().newCDPSession(page);
		await devices.send('WebAuthn.enable');
		await devices.send('WebAuthn.addVirtualAuthenticator', {
			options: {
				protocol: 'ctap2',
				transport: 'internal',
				hasResidentKey: true,
				hasUserVerification: true,
				isUserVerified: true,
				automaticPresenceSimulation: true
			}
		});
		await open('/staff/me');
		await page.getByRole('button', { name: 'この端末のパスキーを加える' }).click();
		await page.getByText('パスキーを加えました').waitFor();
		await expectNoBarrier(page);
		await page.getByRole('button', { name: '出る' }).click();
		await page.waitForURL('**/staff/login');
		await open('/staff/login?to=%2Fstaff%2Fme');
		await page.getByRole('button', { name: 'パスキーで入る' }).click();
		await page.waitForURL(`${app.url}/staff/me`);
		await page.getByRole('button', { name: '外す' }).click();
		await page.getByRole('button', { name: '外す' }).waitFor({ state: 'detached' });
		await page.getByRole('button', { name: '出る' }).click();
		await page.waitForURL('**/staff/login');
		await page.getByRole('button', { name: 'パスキーで入る' }).click();
		await page.getByText('そのパスキーでは入れませんでした').waitFor();
		await expectNoBarrier(page);
	});

	it('leave no address, token or password in what the app logs', () => {
		const lines = app
			.logs()
			.split('\n')
			.filter((line) => line.startsWith('{'));
		expect(lines.length).toBeGreaterThan(30);
		for (const never of ['@', password, admin.password, admin.secret, ...admin.recovery]) {
			expect(lines.filter((line) => line.includes(never))).toEqual([]);
		}
		const token = setUpAddress(app).split('/').at(-1)!;
		expect(lines.filter((line) => line.includes(token))).toEqual([]);
	});
});
