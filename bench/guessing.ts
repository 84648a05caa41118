import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as staff from '#lib/server/staff/staff.ts';
import { hash } from '#lib/server/staff/passwords.ts';
import { ensureBuild } from '../src/cli/build.ts';
import { startApp, type App } from '../tests/support/app.ts';
import { filtered } from './addresses.ts';
import { generate, region, year } from './generate.ts';
import { percentile } from './search/figures.ts';

const help = `npm run bench -- guessing [--entries 3418] [--seconds 60] [--check]

1,000 wrong passwords in a minute, and what readers notice of them. --check: 1 when more than 30 were verified.`;

const guesses = 1000;
const mail = 'staff@example.jp';
const by = 'bench';

type Row = { what: string; verified: number; waved: number; 'p50 ms': string; 'p95 ms': string };
/** Who guesses, and whose password, for each guess. */
type Attack = { what: string; address: (i: number) => string; mail: (i: number) => string };

const attacks: Attack[] = [
	{ what: 'from one address, one account', address: () => '192.0.2.1', mail: () => mail },
	{
		what: 'from one line of IPv6, one account',
		address: (i) => `2001:db8::${i}`,
		mail: () => mail
	},
	{ what: 'from many addresses, one account', address: (i) => four(i), mail: () => mail }
];
/** Beyond what buckets can stop: as many addresses as guesses, each for another account. */
const flood: Attack = { what: 'from many addresses, many accounts', address: four, mail: other };

function four(i: number): string {
	return `198.51.${i >> 8}.${i & 255}`;
}
function other(i: number): string {
	return `somebody${i}@example.jp`;
}

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			entries: { type: 'string', default: '3418' },
			seconds: { type: 'string', default: '60' },
			check: { type: 'boolean' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	await ensureBuild((sentence) => console.error(sentence));
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-guessing-'));
	const database = path.join(folder, 'bookmark.db');
	generate(database, Number(values.entries));
	await account(database);
	const rows: Row[] = [];
	for (const attack of [null, ...attacks, flood, null]) {
		// Each attack finds the buckets full, and readers the pages unmade.
		const env = { ADDRESS_HEADER: 'X-Forwarded-For', ANSWERS_MB: '0' };
		const app = await startApp({ database, env });
		await read(app, 3);
		rows.push(await measure(app, attack, Number(values.seconds)));
		await app.stop();
	}
	rmSync(folder, { recursive: true });
	console.log(
		`${guesses} guesses in ${values.seconds} s, ${values.entries} entries, ${cpus()[0]?.model}`
	);
	console.table(rows);
	const most = Math.max(
		...rows.filter(({ what }) => what !== flood.what).map(({ verified }) => verified)
	);
	return values.check && most > 30 ? 1 : 0;
}

async function account(database: string): Promise<void> {
	const passwordHash = await hash('tadaima-okaeri-kumo');
	const db = openDatabase(database);
	const id = staff.create(db, { mail, name: 'x', role: 'admin', by, at: new Date() });
	db.$client.prepare('UPDATE staff SET password_hash = ? WHERE id = ?').run(passwordHash, id);
	close(db);
}

async function measure(app: App, attack: Attack | null, seconds: number): Promise<Row> {
	const [times, answers] = await Promise.all([
		read(app, seconds),
		attack ? guess(app, attack, seconds) : []
	]);
	const count = (status: number) => answers.filter((answer) => answer === status).length;
	return {
		what: attack?.what ?? 'nobody guesses',
		verified: count(422),
		waved: count(429),
		'p50 ms': percentile(times, 0.5).toFixed(2),
		'p95 ms': percentile(times, 0.95).toFixed(2)
	};
}

/** Twenty pages a second, made anew each time. Milliseconds of each. */
async function read(app: App, seconds: number): Promise<number[]> {
	const live = `/regions/${region}`;
	const pages = [`${live}/${year}`, ...filtered(live, 100), ...filtered('/search', 100)];
	const agent = new Agent({ keepAlive: true });
	const times: number[] = [];
	await evenly(seconds * 20, seconds, async (i) => {
		const begin = performance.now();
		await new Promise<void>((resolve, reject) => {
			get(`${app.url}${pages[i % pages.length]}`, { agent }, (response) => {
				response.resume().on('end', resolve).on('error', reject);
			}).on('error', reject);
		});
		times.push(performance.now() - begin);
	});
	agent.destroy();
	return times.sort((a, b) => a - b);
}

/** The status of each answer. */
async function guess(app: App, attack: Attack, seconds: number): Promise<number[]> {
	const answers: number[] = [];
	await evenly(guesses, seconds, async (i) => {
		const password = `not-the-password-${i}`;
		const response = await fetch(`${app.url}/staff/login`, {
			method: 'POST',
			headers: {
				origin: app.url,
				accept: 'text/html',
				'x-forwarded-for': attack.address(i)
			},
			body: new URLSearchParams({ mail: attack.mail(i), password, code: '000000' })
		});
		await response.arrayBuffer();
		answers.push(response.status);
	});
	return answers;
}

/** Starts each at its moment, whether the ones before are answered or not. */
async function evenly(
	count: number,
	seconds: number,
	action: (i: number) => Promise<void>
): Promise<void> {
	const begin = performance.now();
	const running: Promise<void>[] = [];
	for (let i = 0; i < count; i++) {
		await wait(Math.max(0, begin + (i * seconds * 1000) / count - performance.now()));
		running.push(action(i));
	}
	await Promise.all(running);
}
