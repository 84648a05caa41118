import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { count, secondsOf } from '../../src/cli/check-all.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'check-all-'));
	writeFileSync(path.join(folder, 'vitest.config.js'), 'export default {};');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs Vitest itself on a file, since it decides what its report looks like. */
function report(...files: string[]) {
	files.forEach((code, at) => writeFileSync(path.join(folder, `${at}.test.js`), code));
	const output = path.join(folder, 'report.json');
	const vitest = path.resolve('node_modules/vitest/vitest.mjs');
	const words = ['run', '--root', folder, '--globals', '--reporter=json'];
	const { status } = spawnSync(
		process.execPath,
		[vitest, ...words, `--outputFile.json=${output}`],
		{
			env: { PATH: process.env.PATH }
		}
	);
	return {
		status,
		...count(JSON.parse(readFileSync(output, 'utf8')) as Parameters<typeof count>[0])
	};
}

describe('The count of the whole check', () => {
	it('is of tests that passed and failed', () => {
		const tests = `test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error(); });`;
		expect(report(tests)).toEqual({ status: 1, passed: 2, failed: 1 });
	});

	it('takes a file that cannot be read for one failure', () => {
		expect(report(`test('a', () => {});`, `import './nothing.js';`)).toEqual({
			status: 1,
			passed: 1,
			failed: 1
		});
	});

	it('is nothing when there is no report', () => {
		expect(count(null)).toEqual({ passed: 0, failed: 0 });
	});
});

test('The seconds of a part are from its first file to its last, however they overlap', () => {
	const file = (name: string, startTime: number, endTime: number) => ({
		...{ name: `/project/tests/${name}`, startTime, endTime },
		...{ status: 'passed', assertionResults: [] }
	});
	const testResults = [
		file('server/a.test.ts', 1000, 4000),
		file('domain/search/b.test.ts', 2000, 9000),
		file('e2e/c.test.ts', 9000, 19_500),
		file('routes/d.test.ts', 9000, 9500)
	];
	expect(secondsOf({ numPassedTests: 0, numFailedTests: 0, testResults })).toEqual([
		['unit', 8],
		['e2e', 10.5],
		['routes', 0.5]
	]);
	expect(secondsOf(null)).toEqual([]);
});
