import { spawn } from 'node:child_process';
import {
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const root = path.resolve(import.meta.dirname, '../..');
/** What adapter-node writes last but one; as old as the build. */
export const entrance = path.join(root, 'build/index.js');

export const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const lock = path.join(root, '.svelte-kit/build.lock');
const sources = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts'
];

export const canBuild = () => existsSync(vite);

/** Whether the app has to be built: there is no build, or a source was touched, added or removed since. */
export function isStale(folder = root): boolean {
	const built = statSync(path.join(folder, 'build/index.js'), { throwIfNoEntry: false });
	return !built || sources.some((source) => newest(path.join(folder, source)) > built.mtimeMs);
}

function newest(file: string): number {
	const stat = statSync(file, { throwIfNoEntry: false });
	if (!stat) return 0;
	if (!stat.isDirectory()) return stat.mtimeMs;
	const times = readdirSync(file).map((entry) => newest(path.join(file, entry)));
	return Math.max(stat.mtimeMs, ...times);
}

/** Builds the app; the words of the builder are shown only when it fails. */
export async function build(): Promise<void> {
	const started = new Date();
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		// A test's or a developer's own would make a talkative, slow and heavy build.
		env: { ...process.env, NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	child.stdout.on('data', (words) => (said += words));
	child.stderr.on('data', (words) => (said += words));
	const code = await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	if (code !== 0) throw new Error(`vite build: ${said.trim()}`);
	// What was edited while it was being built is newer than the build.
	utimesSync(entrance, started, started);
}

/** Builds when that is needed, one process at a time; says so before and lets the others wait. */
export async function ensureBuild(say: (sentence: string) => void): Promise<void> {
	while (isStale()) {
		if (!takeLock()) {
			await wait(300);
			continue;
		}
		try {
			if (!isStale()) return;
			say('アプリを組み立てています(はじめてのときと、プログラムが変わったときだけ)。');
			await build();
		} finally {
			rmSync(lock, { force: true });
		}
	}
}

function takeLock(): boolean {
	const mine = `${lock}.${process.pid}`;
	mkdirSync(path.dirname(lock), { recursive: true });
	writeFileSync(mine, String(process.pid));
	try {
		// Unlike a file that is opened and then written, a link is never there without its content.
		linkSync(mine, lock);
		return true;
	} catch {
		if (!isHeld()) rmSync(lock, { force: true });
		return false;
	} finally {
		rmSync(mine);
	}
}

function isHeld(): boolean {
	try {
		process.kill(Number(readFileSync(lock, 'utf8')), 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
