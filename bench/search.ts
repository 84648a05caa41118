import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { golden } from '../tests/domain/search/golden.ts';
import { searched } from './search-data.ts';
import { answered, answeredTargets, type Answered } from './search/answered.ts';
import { documentsOf } from './search/collection.ts';
import { compare, listsOf, note } from './search/comparison.ts';
import { peers } from './search/contender.ts';
import { hasPostgres, postgres } from './search/databases.ts';
import type { Extra } from './search/extra.ts';
import { attacked, filtered, saved, startOf } from './search/extras.ts';
import { classRow, row, type Figures } from './search/figures.ts';
import { onTheDevice } from './search/on-the-device.ts';
import { compareScorers } from './search/scorers.ts';
import { targets } from './search/targets.ts';

const help = `npm run bench -- search [--sizes 10000,100000] [--peers all|none|fuse,fts5] [--budget 40]
npm run bench -- search --scorers | --device

Our search and its peers on the same resources and the same queries, each in a process of its own.
--budget: seconds that an engine may spend on the queries; a slow one is asked a sample of them.
--scorers: instead, who orders the last few best: our closeness or Fuse.js, at the first size.
--device: only a region of 500 in Chromium, as the built app serves it: index, keystrokes, weights.
With REAL_DATA also on the WAM NET files under that folder. PostgreSQL takes part when one answers
at PGHOST, PGPORT, PGUSER, PGDATABASE (docs/search-bench.md).`;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			sizes: { type: 'string', default: '10000,100000' },
			peers: { type: 'string', default: 'all' },
			budget: { type: 'string', default: '40' },
			scorers: { type: 'boolean' },
			device: { type: 'boolean', default: false },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	if (values.device) {
		const { inTheBrowser } = await import('./search/in-the-browser.ts');
		const reached = await inTheBrowser(golden.map(({ query }) => query));
		show({ written: [], generated: [], real: [], sentences: [] }, reached);
		keep({ device: reached });
		return 0;
	}
	const sizes = values.sizes.split(',').map(Number);
	const lists = listsOf(searched(10_000), golden);
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
	if (values.scorers) {
		const scorers = compareScorers(searched(sizes[0]!), lists, folder);
		rmSync(folder, { recursive: true });
		console.table(scorers);
		keep({ scorers });
		return 0;
	}
	const setting = {
		names: await namesOf(values.peers),
		budget: Number(values.budget) * 1000,
		folder
	};
	const written: Figures[] = [];
	const generated: Figures[] = [];
	const extras: Extra[] = [];
	for (const size of sizes) {
		const documents = searched(size);
		const compared = await compare(size, documents, lists, setting);
		written.push(...compared.written);
		generated.push(...compared.generated);
		const { database } = compared;
		if (size === sizes[0]) extras.push(...attacked(database));
		if (size !== sizes.at(-1)) continue;
		extras.push(...(await startOf(database)), ...filtered(database, documents));
		extras.push(...saved(database, documents));
	}
	extras.push(...(await onTheDevice(golden.map(({ query }) => query))));

	const real: Figures[] = [];
	const { REAL_DATA: files } = process.env;
	if (files) {
		const documents = documentsOf({ folder: files });
		const made = listsOf(documents, []);
		real.push(...(await compare({ folder: files }, documents, made, setting)).generated);
	}
	rmSync(folder, { recursive: true });
	const sentences = await answered(setting.names);
	const reached = [...targets(written, generated), ...answeredTargets(sentences), ...extras];
	show({ written, generated, real, sentences }, reached);
	keep({ written, generated, real, sentences, targets: reached });
	return 0;
}

async function namesOf(asked: string): Promise<string[]> {
	const parts = asked.toLowerCase().split(',');
	const answers = await hasPostgres();
	if (!answers) note('No PostgreSQL answers: it is left out.');
	return peers
		.filter((peer) => peer !== postgres || answers)
		.map(({ name }) => name)
		.filter((name) => asked === 'all' || parts.some((part) => name.toLowerCase().includes(part)));
}

type Tables = {
	written: Figures[];
	generated: Figures[];
	real: Figures[];
	sentences: Answered[];
};

function show({ written, generated, real, sentences }: Tables, reached: Extra[]): void {
	const print = (title: string, list: Figures[]) => {
		if (list.length === 0) return;
		const most = Math.max(...list.map(({ asked }) => asked));
		console.log(title);
		console.table(list.map((figures) => row(figures, most)));
		console.log(`${title}: recall@10 by class`);
		console.table(list.map(classRow));
	};
	print('The written list', written);
	print('The list generated with another seed', generated);
	print('The list generated from the real files', real);
	if (sentences.length > 0) {
		console.log('Sentences as people talk, answered in the sample region');
		console.table(sentences);
	}
	console.log('What it must reach');
	console.table(reached.map(({ reached, ...one }) => ({ ...one, '': reached ? 'yes' : 'NO' })));
}

function keep(results: object): void {
	const folder = fileURLToPath(new URL('./results', import.meta.url));
	mkdirSync(folder, { recursive: true });
	const at = new Date().toISOString();
	const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
	const file = path.join(folder, `search-${at.replaceAll(':', '')}.json`);
	writeFileSync(file, JSON.stringify({ at, machine, ...results }, null, '\t') + '\n');
	console.log(path.relative(process.cwd(), file));
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
