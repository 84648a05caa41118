import Client from 'better-sqlite3';
import { spawn } from 'node:child_process';
import {
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/app.ts';

let folder: string;
let port: number;

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'start-'));
	port = await freePort();
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(env: Record<string, string> = {}) {
	const child = spawn(process.execPath, ['src/cli/run.js', 'start'], {
		env: {
			PATH: process.env.PATH,
			PORT: String(port),
			DATABASE_FILE: path.join(folder, 'bookmark.db'),
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	child.stdout.on('data', (words) => (said += words));
	child.stderr.on('data', (words) => (said += words));
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	const opened = async () => {
		while (!said.includes('開きました') && child.exitCode === null) await wait(20);
		return said;
	};
	return { child, ended, opened, said: () => said };
}

describe('npm start', () => {
	it.each(['SIGTERM', 'SIGINT'] as const)(
		'serves the sample region at the address it says, until %s',
		async (signal) => {
			const app = start();
			expect(await app.opened()).toContain(`http://localhost:${port}`);
			const answer = await fetch(`http://localhost:${port}/regions/sakura`, {
				headers: { accept: 'text/html' }
			});
			expect(answer.status).toBe(200);
			expect(await answer.text()).toContain('架空の見本');

			app.child.kill(signal);
			expect(await app.ended).toBe(0);
			expect(app.said()).not.toMatch(/error|\n\s+at /i);
			expect(existsSync(path.join(folder, 'bookmark.db'))).toBe(true);
			expect(existsSync(path.join(folder, 'bookmark.db-wal'))).toBe(false);
		}
	);

	it('has loaded the code of every route by then: none is missing when the build is replaced', async () => {
		const loaded = path.join(folder, 'loaded.txt');
		const spy = path.join(folder, 'spy.mjs');
		writeFileSync(
			spy,
			`import { registerHooks } from 'node:module';
			import { appendFileSync } from 'node:fs';
			registerHooks({ load(url, context, next) {
				appendFileSync(${JSON.stringify(loaded)}, url + '\\n');
				return next(url, context);
			} });`
		);
		const app = start({ NODE_OPTIONS: `--import ${spy}` });
		await app.opened();
		const before = readFileSync(loaded, 'utf8');
		expect(before).toContain('/build/server/');
		const get = (address: string) => fetch(`http://localhost:${port}${address}`);
		const page = await (await get('/regions/sakura')).text();
		const [resource] = /\/resources\/[0-9a-f-]{36}/.exec(page)!;
		for (const address of [
			...['/', '/regions/sakura/2026', '/search?q=cafe', '/api/search', '/staff/login', '/healthz'],
			...['/regions/sakura/resources.geojson', '/no/such/page', resource, `${resource}/report`]
		]) {
			expect((await get(address)).status, address).toBeLessThan(500);
		}
		expect(readFileSync(loaded, 'utf8').slice(before.length)).not.toContain('/build/server/');
		app.child.kill('SIGTERM');
		expect(await app.ended).toBe(0);
	});

	it('makes no new database where one has vanished, and says so', async () => {
		const first = start();
		await first.opened();
		first.child.kill('SIGTERM');
		await first.ended;
		rmSync(path.join(folder, 'bookmark.db'));
		const app = start();
		expect(await app.ended).toBe(1);
		expect(app.said()).toMatch(/がありません。前はここにありました/);
		expect(app.said()).not.toMatch(/\n\s+at /);
		expect(existsSync(path.join(folder, 'bookmark.db'))).toBe(false);
	});

	it('says at once when its database was changed by somebody else, and opens', async () => {
		const first = start();
		await first.opened();
		first.child.kill('SIGTERM');
		await first.ended;
		const db = new Client(path.join(folder, 'bookmark.db'));
		db.exec(`DROP TRIGGER editions_refuse_update;
			UPDATE editions SET foreword = '別のことば' WHERE year = 2025`);
		db.close();
		const app = start();
		expect(await app.opened()).toContain('書かれたときと違うところがあります（年度版）');
		app.child.kill('SIGTERM');
		expect(await app.ended).toBe(0);
	});

	it.each([
		[
			'damaged',
			(file: string) => writeFileSync(file, readFileSync(file).fill(0xa5, 4096, 100_000))
		],
		['cut off', (file: string) => truncateSync(file, 50_000)]
	])('says in a sentence that its database is %s', async (_, spoil) => {
		const first = start();
		await first.opened();
		first.child.kill('SIGTERM');
		await first.ended;
		spoil(path.join(folder, 'bookmark.db'));
		const app = start();
		expect(await app.ended).toBe(1);
		expect(app.said()).toMatch(/壊れています.*バックアップから戻してください/);
		expect(app.said()).not.toMatch(/\n\s+at |Error/);
	});

	it('does not open when its database cannot be, and says why in a sentence', async () => {
		const app = start({ DATABASE_FILE: folder });
		expect(await app.ended).toBe(1);
		expect(app.said()).toContain(folder);
		expect(app.said()).not.toMatch(/\n\s+at /);
	});
});
