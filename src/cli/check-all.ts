import { spawn, type StdioOptions } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild, root } from './build.ts';

/** The part of Vitest's JSON report that is read; times in milliseconds. */
type Report = {
	numPassedTests: number;
	numFailedTests: number;
	testResults: {
		name: string;
		status: string;
		startTime: number;
		endTime: number;
		assertionResults: { status: string }[];
	}[];
};

type Part = { name: string; ok: boolean; seconds: number };

const results = path.join(root, 'test-results');
const report = path.join(results, 'vitest.json');

/**
 * Lint and types beside the build and the tests, all of them whatever the others say; with arguments
 * for Vitest, tests alone. The last lines give the seconds of each part, and what passed and failed.
 */
export async function run(args: string[]): Promise<number> {
	if (!existsSync(path.join(root, 'node_modules/vitest'))) {
		console.error(
			'試験の道具が入っていません。npm install --include=dev のあとにもう一度試してください。'
		);
		return 1;
	}
	mkdirSync(results, { recursive: true });
	rmSync(report, { force: true });
	const started = performance.now();
	const [parts, code] = await Promise.all([
		args.length > 0 ? [] : checkSources(),
		buildAndTest(args)
	]);
	const found = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null;
	const tests = count(found);
	// Vitest also fails for what belongs to no test, such as an error nobody caught.
	const failed =
		parts.filter(({ ok }) => !ok).length + (code !== 0 && tests.failed === 0 ? 1 : tests.failed);

	for (const { name, ok } of parts) console.log(`${name}: ${ok ? 'ok' : 'failed'}`);
	const spent = [
		...parts.map(({ name, seconds }) => [name, seconds] as const),
		...secondsOf(found),
		['all', (performance.now() - started) / 1000] as const
	];
	console.log(
		`seconds: ${spent.map(([name, seconds]) => `${name} ${Math.round(seconds)}`).join(', ')}`
	);
	const summary = `${tests.passed} passed, ${failed} failed`;
	writeFileSync(path.join(results, 'summary.txt'), `${summary}\n`);
	console.log(summary);
	return failed === 0 ? 0 : 1;
}

/** Of syntax trees and types most are kept: young garbage that is collected seldom is copied seldom. */
const roomy = '--max-semi-space-size=64';

/** One after the other, on the core that the build and the tests leave. */
async function checkSources(): Promise<Part[]> {
	const parts: Part[] = [];
	for (const name of ['lint', 'check']) {
		const started = performance.now();
		const { code, said } = await start('npm', ['run', '--silent', name], 'pipe', {
			NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${roomy}`
		});
		if (said) console.log(said.trimEnd());
		parts.push({ name, ok: code === 0, seconds: (performance.now() - started) / 1000 });
	}
	return parts;
}

async function buildAndTest(args: string[]): Promise<number> {
	if (args.length === 0) {
		try {
			await ensureBuild(console.log);
		} catch (error) {
			// The tests that need it say so again.
			console.error(error);
		}
	}
	const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
	return (await start(process.execPath, [vitest, ...words, ...args], 'inherit')).code;
}

/** From the first to the last file of each group of tests. */
export function secondsOf(tests: Report | null): [group: string, seconds: number][] {
	const spans = new Map<string, [from: number, to: number]>();
	for (const { name, startTime, endTime } of tests?.testResults ?? []) {
		const [, folder = ''] = /\/tests\/(\w+)\//.exec(name.replaceAll('\\', '/')) ?? [];
		const group = ['routes', 'e2e'].includes(folder) ? folder : 'unit';
		const [from, to] = spans.get(group) ?? [startTime, endTime];
		spans.set(group, [Math.min(from, startTime), Math.max(to, endTime)]);
	}
	return [...spans].map(([group, [from, to]]) => [group, (to - from) / 1000]);
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

/** `said`: both of its outputs, when they are not inherited. */
function start(
	command: string,
	words: string[],
	output: 'inherit' | 'pipe',
	env: NodeJS.ProcessEnv = {}
): Promise<{ code: number; said: string }> {
	return new Promise((resolve, reject) => {
		const stdio: StdioOptions = ['ignore', output, output];
		const child = spawn(command, words, { cwd: root, stdio, env: { ...process.env, ...env } });
		let said = '';
		child.stdout?.on('data', (text) => (said += text));
		child.stderr?.on('data', (text) => (said += text));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code: code ?? 1, said }));
	});
}
