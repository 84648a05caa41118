import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';

const run = (stdout: number) =>
	spawnSync(process.execPath, ['src/cli/run.js', 'directory', '--help'], {
		stdio: ['ignore', stdout, 'pipe'],
		encoding: 'utf8'
	});

test('what is written out to a full disk is told in a sentence, and the exit code says so', () => {
	const full = openSync('/dev/full', 'w');
	onTestFinished(() => closeSync(full));
	const { status, stderr } = run(full);
	expect(stderr).toBe(
		'書き出す先 は置く場所の空きが足りません（ENOSPC）。ディスクを空けてから、もう一度行ってください。いまあるものは、途中までです。\n'
	);
	expect(status).toBe(1);
});

test('whoever reads only the beginning hears no complaint', () => {
	const { stdout, stderr } = spawnSync(
		'sh',
		[
			'-c',
			'{ sleep 1; "$0" src/cli/run.js directory --help; echo "code $?" >&2; } | true',
			process.execPath
		],
		{ encoding: 'utf8' }
	);
	expect([stdout, stderr]).toEqual(['', 'code 0\n']);
});
