import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { finals } from '#lib/server/booklet/made/find.ts';
import { ensureBuild } from '../src/cli/build.ts';
import { startApp } from '../tests/support/app.ts';
import { dice, generate, region, year } from './generate.ts';

const help = `npm run bench -- memory [--reads 60000] [--places 3400] [--steps 12]
Reads the pages of all places, of the live pages and of an edition, and says what the process holds.`;

const at = 10;
/** Milliseconds. */
const mostWaited = 300_000;

/** Megabytes of a process that are in memory (proc(5): VmRSS). */
const residentOf = (pid: number): number =>
	Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			reads: { type: 'string', default: '60000' },
			places: { type: 'string', default: '3400' },
			steps: { type: 'string', default: '12' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const [reads, places, steps] = [values.reads, values.places, values.steps].map(Number) as [
		number,
		number,
		number
	];
	await ensureBuild((sentence) => console.error(sentence));
	const folder = mkdtempSync(path.join(tmpdir(), 'memory-'));
	const database = path.join(folder, 'bookmark.db');
	generate(database, places);
	const pages = Array.from({ length: places }, (_, index) => {
		const id = `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
		return [`/resources/${id}`, `/resources/${id}?edition=${region}-${year}`];
	}).flat();
	const lists = Array.from({ length: 100 }, (_, page) => `/regions/${region}?page=${page + 1}`);
	const all = [...pages, ...lists];
	await withBooklets(database);
	const app = await startApp({ database });
	const random = dice(7);
	const rows = [{ reads: 0, 'resident MB': Math.round(residentOf(app.pid)) }];
	const agent = new Agent({ keepAlive: true, maxSockets: at });
	for (let step = 1; step <= steps; step++) {
		const count = Math.round(reads / steps);
		let left = count;
		const reader = async () => {
			while (left-- > 0) await ask(app.url + all[Math.floor(random() * all.length)]!, agent);
		};
		await Promise.all(Array.from({ length: at }, reader));
		rows.push({ reads: step * count, 'resident MB': Math.round(residentOf(app.pid)) });
		console.error(`${step * count} reads: ${rows.at(-1)!['resident MB']} MB`);
	}
	agent.destroy();
	await app.stop();
	rmSync(folder, { recursive: true });
	console.log(`${all.length} pages`);
	console.table(rows);
	return 0;
}

/** Has the booklets made that are kept when an edition is published, long before most of its readers come. */
async function withBooklets(database: string): Promise<void> {
	const app = await startApp({ database });
	const db = new Database(database, { readonly: true });
	const kept = db.prepare(`SELECT count(*) FROM booklets WHERE kind = 'final'`).pluck();
	const begun = performance.now();
	while (kept.get() !== finals.length && performance.now() - begun < mostWaited) await wait(500);
	const [made, spent] = [kept.get() as number, Math.round((performance.now() - begun) / 1000)];
	console.error(
		`${made} of ${finals.length} booklets after ${spent} s: ${Math.round(residentOf(app.pid))} MB`
	);
	db.close();
	await app.stop();
}

function ask(address: string, agent: Agent): Promise<void> {
	return new Promise((resolve, reject) => {
		const headers = { accept: 'text/html', 'accept-encoding': 'gzip' };
		get(address, { agent, headers }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`));
			response.on('end', resolve).on('error', reject).resume();
		}).on('error', reject);
	});
}
