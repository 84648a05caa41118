import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, test } from 'vitest';

/** Told at its end: the priority of each thread, or of the process where threads have none. */
const telling = `
	import { existsSync, readdirSync } from 'node:fs';
	import { getPriority } from 'node:os';
	const threads = '/proc/self/task';
	process.on('exit', () => {
		const ids = existsSync(threads) ? readdirSync(threads).map(Number) : [0];
		process.stderr.write(JSON.stringify(ids.map(getPriority)));
	});`;

const priorities = (...command: string[]): number[] => {
	const { stderr } = spawnSync(
		process.execPath,
		[
			...['--import', `data:text/javascript,${encodeURIComponent(telling)}`],
			...['src/cli/run.js', ...command]
		],
		{ encoding: 'utf8' }
	);
	return JSON.parse(stderr) as number[];
};

test('an operator’s command lets the app go first, with every thread it has', () => {
	const found = priorities('directory', '--help');
	expect(found.length).toBeGreaterThan(existsSync('/proc/self/task') ? 1 : 0);
	expect(Math.min(...found)).toBeGreaterThan(getPriority());
});

test('the app itself stays where it was put', () => {
	expect(new Set(priorities('exec', 'true'))).toEqual(new Set([getPriority()]));
});
