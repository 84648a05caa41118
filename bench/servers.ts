import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root, vite } from '../src/cli/build.ts';
import { freePort } from '../tests/support/app.ts';

export type Running = { url: string; pid: number; stop(): Promise<void> };

const floor = `
	const body = '<!doctype html><html lang="ja"><title>空のページ</title><h1>空のページ</h1></html>';
	require('node:http')
		.createServer((request, response) => {
			response.setHeader('content-type', 'text/html');
			response.end(body);
		})
		.listen(Number(process.env.PORT), 'localhost');
`;

/** Node itself, without any framework: nothing can be faster here. */
export const startFloor = () => start(['--eval', floor]);

/** One page of the same framework that says nothing, built with the same tools. */
export async function startEmpty(): Promise<Running> {
	const folder = mkdtempSync(path.join(tmpdir(), 'empty-'));
	cpSync(path.join(root, 'bench/empty'), folder, { recursive: true });
	symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
	const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: folder,
		env: { ...process.env, NODE_ENV: 'production' },
		encoding: 'utf8'
	});
	if (built.status !== 0) throw new Error(built.stdout + built.stderr);
	const running = await start([path.join(folder, 'build/index.js')]);
	return {
		...running,
		async stop() {
			await running.stop();
			rmSync(folder, { recursive: true });
		}
	};
}

async function start(args: string[]): Promise<Running> {
	const port = await freePort();
	const url = `http://localhost:${port}`;
	const child = spawn(process.execPath, args, {
		env: {
			PATH: process.env.PATH,
			NODE_ENV: 'production',
			HOST: 'localhost',
			PORT: String(port),
			ORIGIN: url,
			SHUTDOWN_TIMEOUT: '1'
		},
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const ended = new Promise((resolve) => child.on('close', resolve));
	while (!(await answers(url))) {
		if (child.exitCode !== null) throw new Error(`${args[0]} did not start.`);
		await wait(50);
	}
	return {
		url,
		pid: child.pid!,
		async stop() {
			child.kill('SIGTERM');
			await ended;
		}
	};
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}
