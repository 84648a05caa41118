import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('where no file can be opened, whatever works apart says that, and what to do', () => {
	const command = 'ulimit -n 80; exec "$0" tests/support/no-descriptors.ts';
	const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath], {
		encoding: 'utf8'
	});
	const told = JSON.parse(stdout || JSON.stringify(stderr)) as string[];
	expect(told.map((one) => one.replace(/:.*/, ''))).toEqual([
		'TypesettingError',
		'ChildError',
		'Error'
	]);
	for (const one of told)
		expect(one).toMatch(/ファイルの数を使いきっています（EMFILE）。.*ulimit -n/);
});
