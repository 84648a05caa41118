import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import { fill, type AccessWorld } from '../support/access-world.ts';
import { startApp, type App } from '../support/app.ts';

let app: App;
let world: AccessWorld;
beforeAll(async () => {
	app = await startApp();
	world = await fill(app.database);
});
afterAll(() => app.stop());

const form = new URLSearchParams({ mail: 'planted@example.jp', name: '植えた人', role: 'admin' });

/** A form of which the first three letters are sent; the rest when it is asked for. */
async function begin({ url }: App, { cookie, path }: { cookie: string; path: string }) {
	const { hostname, port, host } = new URL(url);
	const socket = connect(Number(port), hostname);
	onTestFinished(() => void socket.destroy());
	let answer = '';
	socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
	await once(socket, 'connect');
	const body = form.toString();
	const head = [
		`POST ${path} HTTP/1.1`,
		...[`Host: ${host}`, `Origin: ${url}`, `Cookie: ${cookie}`, 'Accept: text/html'],
		...['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`],
		...['Connection: close', '', '']
	];
	socket.write(head.join('\r\n') + body.slice(0, 3));
	// By the time that the app has answered others, it has seen the beginning.
	for (let asked = 0; asked < 5; asked++) await (await fetch(`${url}/healthz`)).text();
	const ended = once(socket, 'close').then(() => answer);
	return { finish: () => socket.write(body.slice(3)), ended };
}

const planted = () => {
	const db = openDatabase(app.database);
	const found = accounts.accounts(db).filter(({ mail }) => mail === form.get('mail'));
	close(db);
	return found;
};

test('who is disabled while their form is still on the way is nobody when it has arrived', async () => {
	const cookie = world.cookies.admin;
	const sending = await begin(app, { cookie, path: '/staff/accounts' });
	const db = openDatabase(app.database);
	db.$client.exec("UPDATE staff SET disabled_at = '2026-01-01' WHERE name = 'admin'");
	close(db);
	sending.finish();
	expect(await sending.ended).toMatch(/^HTTP\/1\.1 401 /);
	expect(planted()).toEqual([]);
});

test('a form that stops coming is answered in words, and its connection ends', async () => {
	const impatient = await startApp({ env: { REQUEST_TIMEOUT: '1' }, empty: true });
	onTestFinished(() => impatient.stop());
	const sending = await begin(impatient, { cookie: '', path: '/staff/login' });
	const answer = await sending.ended;
	expect(answer).toMatch(/^HTTP\/1\.1 408 /);
	expect(answer).toContain('時間のうちに届きませんでした');
});
