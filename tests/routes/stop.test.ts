import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { startApp, type App } from '../support/app.ts';
import { temporaryFolder } from '../support/folder.ts';

async function start(seconds: string) {
	const database = path.join(temporaryFolder(), 'bookmark.db');
	const app = await startApp({ database, env: { SHUTDOWN_TIMEOUT: seconds } });
	onTestFinished(() => app.stop());
	return app;
}

/** A report that is on its way: what is missing is returned. */
async function begin(app: App): Promise<{ socket: Socket; rest: string }> {
	const db = openDatabase(app.database);
	const id = String(db.$client.prepare('SELECT id FROM resources LIMIT 1').pluck().get());
	close(db);
	const body = new URLSearchParams({ section: 'other', message: '止める間際の知らせ' }).toString();
	const { hostname, port, host } = new URL(app.url);
	const socket = connect(Number(port), hostname);
	await once(socket, 'connect');
	socket.write(
		[
			`POST /resources/${id}/report HTTP/1.1`,
			`host: ${host}`,
			`origin: ${app.url}`,
			'accept: text/html',
			'content-type: application/x-www-form-urlencoded',
			`content-length: ${body.length}`,
			'expect: 100-continue',
			'connection: close',
			'\r\n'
		].join('\r\n') + body.slice(0, 20)
	);
	// Only of a request that it has begun with the app says that it goes on.
	expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 100 /);
	return { socket, rest: body.slice(20) };
}

/** Until nobody new is let in. */
async function closing(app: App): Promise<void> {
	process.kill(app.pid, 'SIGTERM');
	for (;;) {
		try {
			await fetch(`${app.url}/healthz`, { headers: { connection: 'close' } });
		} catch {
			return;
		}
		await wait(10);
	}
}

test('a write that is on its way when the app is told to stop is finished and kept', async () => {
	const app = await start('15');
	const { socket, rest } = await begin(app);
	await closing(app);
	let answer = '';
	socket.on('data', (text) => (answer += String(text)));
	socket.write(rest);
	await once(socket, 'close');
	expect(answer).toMatch(/^HTTP\/1\.1 303/);
	await app.stop();
	expect(existsSync(`${app.database}-wal`)).toBe(false);
	const db = openDatabase(app.database);
	expect(reports.open(db).map(({ message }) => message)).toEqual(['止める間際の知らせ']);
	close(db);
});

test('somebody who never finishes keeps the app only so long', async () => {
	const app = await start('1');
	const { socket } = await begin(app);
	socket.on('error', () => {});
	await app.stop();
	expect(existsSync(`${app.database}-wal`)).toBe(false);
	expect(app.logs()).not.toMatch(/Error|\n\s+at /);
});
