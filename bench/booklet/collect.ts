import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { bookletChannels } from '#lib/domain/booklet/booklet.ts';
import { collect } from '#lib/server/booklet/collecting/collect.ts';
import { withReadings } from '#lib/server/booklet/collecting/readings.ts';
import { close } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { generate, region, year } from '../generate.ts';

const help = `node bench/booklet/collect.ts [--entries 300,3000]

What an edition prints, read from the database: it runs in the process that serves pages (≤ 300 ms for 300 entries).
And the same with kana over it, which runs in another one.`;

const origin = 'https://bookmark.example.jp';
const rounds = 5;

export function run(args: string[]): number {
	const { values } = parseArgs({
		args,
		options: {
			entries: { type: 'string', default: '300,3000' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const rows = values.entries.split(',').flatMap((count) => measure(Number(count)));
	console.log(cpus()[0]?.model);
	console.table(rows);
	return 0;
}

function measure(entries: number) {
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-booklet-'));
	const file = path.join(folder, 'bookmark.db');
	generate(file, entries);
	const rows = bookletChannels.map((channel) => {
		// As the app finds it after a start: nothing is at hand.
		const db = openDatabase(file);
		const { id } = editions.find(db, { region, year })!;
		const times = Array.from({ length: rounds }, () =>
			timed(() => collect(db, id, { channel, origin }))
		);
		const { booklet, warnings } = collect(db, id, { channel, origin });
		close(db);
		const [first, ...later] = times;
		return {
			...{ what: `collected for ${channel}`, entries, 'first, ms': first },
			'then, ms': later.sort((a, b) => a - b)[Math.floor(later.length / 2)],
			'JSON, KB': Math.round(JSON.stringify(booklet).length / 1024),
			warnings: warnings.length,
			booklet
		};
	});
	rmSync(folder, { recursive: true });
	const read = timed(() => withReadings(rows[0]!.booklet));
	return [
		...rows.map(({ booklet: _, ...row }) => row),
		{ what: 'kana over it', entries, 'first, ms': read }
	];
}

function timed(work: () => unknown): number {
	const start = performance.now();
	work();
	return Math.round(performance.now() - start);
}

if (import.meta.main) process.exitCode = run(process.argv.slice(2));
