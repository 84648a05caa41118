import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { entrance, root } from '../../src/cli/build.ts';
import { flags } from './flags.ts';
import { plant, sample } from './seeds.ts';

export type App = {
	url: string;
	pid: number;
	database: string;
	/** Everything the app has written so far. */
	logs(): string;
	/** Asks it to stop, as an operator would, and waits until it has. */
	stop: () => Promise<void>;
};

export type AppOptions = {
	env?: Record<string, string>;
	/** File of a database; default: a copy of the seeded sample, removed on stop. */
	database?: string;
	/** A new database without the sample region. */
	empty?: boolean;
};

/** Starts the built app as a process of its own and waits until it answers. */
export async function startApp({ env = {}, database, empty }: AppOptions = {}): Promise<App> {
	const folder = database ? undefined : mkdtempSync(path.join(tmpdir(), 'bookmark-'));
	const file = database ?? path.join(folder!, 'bookmark.db');
	if (folder && !empty) plant(sample, file);
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const child = spawn(process.execPath, [...flags('start'), entrance], {
		cwd: root,
		env: {
			PATH: process.env.PATH,
			TZ: 'UTC',
			NODE_ENV: 'production',
			HOST: 'localhost',
			PORT: String(port),
			ORIGIN: url,
			BODY_SIZE_LIMIT: '21M',
			SHUTDOWN_TIMEOUT: '1',
			// A busy test must not ask on a connection that is just being closed.
			KEEP_ALIVE_TIMEOUT: '600',
			DATABASE_FILE: file,
			// Tests ask nobody outside.
			TILES_UPSTREAM: 'off',
			...(empty ? { SAMPLE: 'no' } : {}),
			...env
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});

	let logs = '';
	child.stdout.on('data', (words) => (logs += words));
	child.stderr.on('data', (words) => (logs += words));
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
		if (folder) rmSync(folder, { recursive: true, force: true });
	};

	const deadline = Date.now() + 120_000;
	while (!(await answers(url))) {
		if (child.exitCode !== null || Date.now() > deadline) {
			await stop();
			throw new Error(`The app does not answer:\n${logs}`);
		}
		await wait(50);
	}
	return { url, pid: child.pid!, database: file, logs: () => logs, stop };
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(`${url}/healthz`)).ok;
	} catch {
		return false;
	}
}

export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().on('error', reject);
		probe.listen(0, 'localhost', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
