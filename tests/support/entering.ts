import { setTimeout as wait } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { App } from './app.ts';
import { goTo, hasScripts, settled } from './browser.ts';
import { press, typeInto } from './keyboard.ts';

/** Somebody with an account that is entered for real, by keyboard alone. */
export type Person = {
	mail: string;
	name: string;
	password: string;
	/** Of the authenticator app, in base32. */
	secret: string;
	recovery: string[];
	/** The step of time whose code was used last. */
	step: number;
};

const period = 30_000;
const stepNow = () => Math.floor(Date.now() / period);

/** A code that was not used yet; a telephone may go ahead by one step. */
export async function nextCode(person: Pick<Person, 'secret' | 'step'>): Promise<string> {
	person.step = Math.max(person.step + 1, stepNow());
	while (person.step > stepNow() + 1) await wait(500);
	const secret = Secret.fromBase32(person.secret);
	return new TOTP({ secret }).generate({ timestamp: person.step * period });
}

/** Where the first start leads whoever reads what it prints. */
export const setUpAddress = (app: App): string =>
	/編集室の準備: (\S+) /.exec(app.logs())?.[1] ?? 'nothing was printed';

/** Takes up the address of a set-up or an invitation, and ends with the recovery codes in view. */
export async function join(
	page: Page,
	address: string,
	{ mail, name, password }: { mail: string; name: string; password: string }
): Promise<Person> {
	const isSent = hasScripts(page);
	await page.goto(address);
	const shown = page.locator('details code');
	// Where no script sends the code of the address on, it is pasted.
	if (!isSent) {
		await typeInto(page, '招待コード', address);
		await press(page, '準備をはじめる');
	}
	await shown.waitFor({ state: 'attached' });
	await settled(page);
	const secret = (await shown.textContent())!.replaceAll(' ', '');
	const person = { mail, name, password, secret, recovery: [] as string[], step: 0 };
	if (await page.getByLabel('メールアドレス').count()) await typeInto(page, 'メールアドレス', mail);
	await typeInto(page, '名前', name);
	await typeInto(page, 'パスワード（', password);
	await typeInto(page, 'パスワードをもう一度', password);
	await typeInto(page, 'アプリに出た', await nextCode(person));
	await press(page, 'この内容ではじめる');
	await page.getByRole('heading', { name: '準備ができました' }).waitFor();
	person.recovery = await page.locator('li code').allTextContents();
	return person;
}

/** Signs in and ends where one wanted to go. */
export async function signIn(page: Page, app: App, person: Person, to = '/staff'): Promise<void> {
	await goTo(page, `${app.url}${to}`);
	await typeInto(page, 'メールアドレス', person.mail);
	await typeInto(page, 'パスワード', person.password);
	await typeInto(page, '確認コード', await nextCode(person));
	await press(page, '入る');
	await page.waitForURL(app.url + to);
}
