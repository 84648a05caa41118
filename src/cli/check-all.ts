import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.ts';

/** The part of Vitest's JSON report that is counted. */
type Report = {
	numPassedTests: number;
	numFailedTests: number;
	testResults: { status: string; assertionResults: { status: string }[] }[];
};

const results = path.join(root, 'test-results');
const report = path.join(results, 'vitest.json');

/** Lint, types and tests, all three whatever the others say; the last line counts what passed and failed. */
export async function run(args: string[]): Promise<number> {
	if (!existsSync(path.join(root, 'node_modules/vitest'))) {
		console.error(
			'試験の道具が入っていません。npm install --include=dev のあとにもう一度試してください。'
		);
		return 1;
	}
	mkdirSync(results, { recursive: true });
	rmSync(report, { force: true });

	let failed = 0;
	for (const [name, command, words] of [
		['lint', 'npm', ['run', '--silent', 'lint']],
		['check', 'npm', ['run', '--silent', 'check']]
	] as const) {
		if ((await exitCode(command, [...words])) === 0) console.log(`${name}: ok`);
		else {
			console.log(`${name}: failed`);
			failed += 1;
		}
	}

	const code = await exitCode(process.execPath, [
		path.join(root, 'node_modules/vitest/vitest.mjs'),
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...args
	]);
	const tests = count(
		existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null
	);
	// Vitest also fails for what belongs to no test, such as an error nobody caught.
	failed += code !== 0 && tests.failed === 0 ? 1 : tests.failed;

	const summary = `${tests.passed} passed, ${failed} failed`;
	writeFileSync(path.join(results, 'summary.txt'), `${summary}\n`);
	console.log(summary);
	return failed === 0 ? 0 : 1;
}

/** Tests that passed and failed; a file that could not even be read counts as one that failed. */
export function count(tests: Report | null): { passed: number; failed: number } {
	if (!tests) return { passed: 0, failed: 0 };
	const broken = tests.testResults.filter(
		(file) =>
			file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
	);
	return { passed: tests.numPassedTests, failed: tests.numFailedTests + broken.length };
}

function exitCode(command: string, words: string[]): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}
