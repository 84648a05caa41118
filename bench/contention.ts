import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuild, root } from '../src/cli/build.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { close } from '#lib/server/database/client.ts';
import { exportedCsv } from '../tests/support/exported.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { startApp, type App } from '../tests/support/app.ts';
import { client } from '../tests/support/client.ts';
import { flags } from '../tests/support/flags.ts';
import { besideAControl } from './control.ts';
import { generate, region } from './generate.ts';

const help = `npm run bench -- contention [--entries 3418] [--rounds 3]
How long readers wait while a file is imported and reports are sent, and when nobody writes, by turns; and beside a
process that is as large and as busy as an import and has nothing to do with the app: what the machine costs.`;

const pauseOfReader = 5;
const pauseOfWriter = 200;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			entries: { type: 'string', default: '3418' },
			rounds: { type: 'string', default: '3' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	await ensureBuild((sentence) => console.error(sentence));
	const folder = mkdtempSync(path.join(tmpdir(), 'contention-'));
	const database = path.join(folder, 'bookmark.db');
	generate(database, Number(values.entries));
	const file = path.join(folder, 'file.csv');
	const text = await exported(database);
	const app = await startApp({ database });
	const quiet: number[] = [];
	const control: number[] = [];
	const reported: number[] = [];
	const busy: number[] = [];
	const saves: number[] = [];
	const imports: number[] = [];
	await read(app, wait(3000));
	for (let round = 0; round < Number(values.rounds); round++) {
		// Every row says something new.
		writeFileSync(file, text.replaceAll('の説明です。', `の${round}回目の説明です。`));
		const begin = performance.now();
		const importing = importFile(database, file, 2027 + round);
		const isOver = importing.then(() => true);
		const [reads, saved] = await Promise.all([read(app, importing), save(app, isOver)]);
		const took = performance.now() - begin;
		imports.push(took);
		busy.push(...reads);
		saves.push(...saved);
		quiet.push(...(await read(app, wait(took))));
		control.push(...(await besideAControl(() => read(app, wait(took)))));
		const isUp = wait(took, true);
		const [beside, more] = await Promise.all([read(app, isUp), save(app, isUp)]);
		reported.push(...beside);
		saves.push(...more);
	}
	await app.stop();
	rmSync(folder, { recursive: true });
	console.table([
		line('reads, nobody writes', quiet),
		line('reads, a busy process beside', control),
		line('reads, reports alone', reported),
		line('reads, import and reports', busy),
		line('reports', saves),
		line('imports', imports)
	]);
	const share = (times: number[], of: number[]) =>
		(quantile(times, 0.99) / quantile(of, 0.99)).toFixed(2);
	console.log(
		`p99 of readers while others write: ${share(busy, quiet)} times as long, beside a busy process ${share(control, quiet)}`
	);
	return 0;
}

async function exported(database: string): Promise<string> {
	const db = openDatabase(database);
	const regionId = regions.find(db, region)!.id;
	const { text } = await exportedCsv(db, { regionId, editionId: null, staff: true });
	close(db);
	return text;
}

/** Milliseconds of pages that readers ask for, one after the other, until `end`. */
export async function read(app: App, end: Promise<unknown>): Promise<number[]> {
	let isOver = false;
	void end.then(() => (isOver = true));
	const agent = new Agent({ keepAlive: true });
	const times: number[] = [];
	for (let at = 0; !isOver; at++) {
		const begin = performance.now();
		// Words are never kept: each is made anew.
		await ask(`${app.url}/search?q=${encodeURIComponent(`相談 ${at % 50}`)}`, agent);
		times.push(performance.now() - begin);
		await wait(pauseOfReader);
	}
	agent.destroy();
	return times;
}

/** Milliseconds of reports, each about another place, until `end`. */
async function save(app: App, end: Promise<boolean>): Promise<number[]> {
	let isOver = false;
	void end.then((over) => (isOver = over));
	const times: number[] = [];
	for (let at = 1; !isOver; at++) {
		const id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
		const begin = performance.now();
		const answer = await client(app).send(`/resources/${id}/report`, [
			['section', 'other'],
			['message', '電話番号が変わりました。']
		]);
		if (answer.status !== 303 && answer.status !== 429) {
			throw new Error(`A report was answered with ${answer.status}`);
		}
		times.push(performance.now() - begin);
		await wait(pauseOfWriter);
	}
	return times;
}

async function importFile(database: string, file: string, year: number): Promise<void> {
	const child = spawn(
		process.execPath,
		[
			...flags('directory'),
			path.join(root, 'src/cli/run.js'),
			...['directory', 'import', file, '--year', String(year), '--region', region]
		],
		{
			cwd: root,
			env: { PATH: process.env.PATH, SAMPLE: 'no', DATABASE_FILE: database },
			stdio: ['ignore', 'ignore', 'pipe']
		}
	);
	let said = '';
	child.stderr.on('data', (words) => (said += words));
	const code = await new Promise((resolve) => child.on('close', resolve));
	if (code !== 0) throw new Error(`import ${file}: ${said}`);
}

const quantile = (times: number[], share: number): number => {
	const sorted = times.toSorted((a, b) => a - b);
	const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
	return Math.round(sorted[at]! * 10) / 10;
};

export const line = (what: string, times: number[]) => ({
	what,
	count: times.length,
	'p50 ms': quantile(times, 0.5),
	'p95 ms': quantile(times, 0.95),
	'p99 ms': quantile(times, 0.99),
	'most ms': quantile(times, 1)
});

function ask(address: string, agent: Agent): Promise<void> {
	return new Promise((resolve, reject) => {
		get(address, { agent, headers: { accept: 'text/html' } }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`));
			response.on('end', resolve).on('error', reject).resume();
		}).on('error', reject);
	});
}
