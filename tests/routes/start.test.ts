import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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

	it('does not open when its database cannot be, and says why in a sentence', async () => {
		const app = start({ DATABASE_FILE: folder });
		expect(await app.ended).toBe(1);
		expect(app.said()).toContain(folder);
		expect(app.said()).not.toMatch(/\n\s+at /);
	});
});
