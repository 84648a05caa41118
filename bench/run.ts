import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild, root } from '../src/cli/build.ts';
import { startApp } from '../tests/support/app.ts';
import { filtered } from './addresses.ts';
import { generate, region, year } from './generate.ts';
import { measureImport, type Importing } from './importing.ts';
import { load, type Load } from './load.ts';
import { startEmpty, startFloor } from './servers.ts';
import { weigh, type Weight } from './weight.ts';

/** `share`: of the empty page's answers per second, measured just before. */
type Row = { what: string; entries: number | null; share: number } & Load;

const emptyPage = 'empty page of the framework';

const help = `npm run bench -- [--entries 3418,12000] [--seconds 5] [--import FILE --year YYYY]

Bare Node, an empty page of the same framework and this app's pages, one after the other.

npm run bench -- search        the search beside others (--help)
npm run bench -- sentences     what people type as they talk, beside others (--help)
npm run bench -- editions      the year's work over a large region (--help)
npm run bench -- bookmarks     a thousand bookmarks, opened in Chromium
npm run bench -- guessing      1,000 wrong passwords in a minute (--help)
npm run bench -- contention    readers while a file is imported (--help)
npm run bench -- memory        what 60,000 reads leave in memory (--help)
npm run bench -- exporting     12,000 places written in every form of file (--help)
npm run bench -- booklet       readers while a booklet is typeset (--help)
npm run bench -- crash         killing whoever saves, locks or publishes (--help)
npm run bench -- previewing    readers while a file of 97,000 rows is looked at (--help)
npm run bench -- reading       large files and damaged ones (--help)
npm run bench -- map           what the map answers (--help)
npm run bench -- map --check   outlines on real places, and the tiles (--help)
npm run bench -- map --frames  frames of the map in Chromium, with 12,000 places`;

export async function run([first, ...others]: string[]): Promise<number> {
	if (first === 'bookmarks') return (await import('./bookmarks.ts')).run();
	if (first === 'search') return (await import('./search.ts')).run(others);
	if (first === 'sentences') return (await import('./sentences.ts')).run(others);
	if (first === 'editions') return (await import('./editions.ts')).run(others);
	if (first === 'exporting') return (await import('./exporting.ts')).run(others);
	if (first === 'guessing') return (await import('./guessing.ts')).run(others);
	if (first === 'contention') return (await import('./contention.ts')).run(others);
	if (first === 'memory') return (await import('./memory.ts')).run(others);
	if (first === 'booklet') return (await import('./booklet/typesetting.ts')).run(others);
	if (first === 'crash') return (await import('./crash.ts')).run(others);
	if (first === 'previewing') return (await import('./previewing.ts')).run(others);
	if (first === 'reading') return (await import('./reading.ts')).run(others);
	if (first === 'map') {
		if (others.includes('--frames')) return (await import('./map-frames.ts')).run();
		if (others.includes('--check')) return (await import('./map-check.ts')).run(others);
		return (await import('./map.ts')).run(others);
	}
	const args = first === undefined ? [] : [first, ...others];
	const { values } = parseArgs({
		args,
		options: {
			entries: { type: 'string', default: '3418,12000' },
			seconds: { type: 'string', default: '5' },
			import: { type: 'string' },
			year: { type: 'string', default: '2025' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const seconds = Number(values.seconds);
	const rows: Row[] = [];
	const weights: Record<string, Weight> = {};
	let least = NaN;
	const measure = async (what: string, entries: number | null, measured: Promise<Load>) => {
		const figures = await measured;
		if (what === emptyPage) least = figures.rps;
		const row = { what, entries, share: figures.rps / least, ...figures };
		rows.push(row);
		console.error(`${what}: ${row.rps}/s`);
	};

	await ensureBuild((sentence) => console.error(sentence));
	const floor = await startFloor();
	await measure('bare Node http', null, load(floor, ['/'], { seconds }));
	await floor.stop();
	const empty = await startEmpty();

	for (const entries of values.entries.split(',').map(Number)) {
		const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
		const database = path.join(folder, 'bookmark.db');
		generate(database, entries);
		await measure(emptyPage, null, load(empty, ['/'], { seconds }));
		const live = `/regions/${region}`;
		const edition = `${live}/${year}`;

		const app = await startApp({ database });
		await measure('region, the same list', entries, load(app, [live], { seconds }));
		await measure('published edition', entries, load(app, [edition], { seconds }));
		await measure(
			'published edition, gzip',
			entries,
			load(app, [edition], { seconds, gzip: true })
		);
		weights[`${entries}`] = await weigh(app.url + live);
		await app.stop();

		// Every answer made anew: 500 addresses, and no memory to keep one in.
		const forgetful = await startApp({ database, env: { ANSWERS_MB: '0' } });
		for (const gzip of [false, true]) {
			await measure(
				`region, 500 filters${gzip ? ', gzip' : ''}`,
				entries,
				load(forgetful, filtered(live, 500), { seconds, gzip })
			);
		}
		await measure(
			'search, 500 filters',
			entries,
			load(forgetful, filtered('/search', 500), { seconds })
		);
		await forgetful.stop();
		rmSync(folder, { recursive: true });
	}
	await empty.stop();

	const importing = values.import ? await measureImport(values.import, values.year) : null;
	show(rows, weights, importing);
	save({ rows, weights, importing });
	return 0;
}

function show(rows: Row[], weights: Record<string, Weight>, importing: Importing | null) {
	const ms = (time: number) => time.toFixed(2);
	console.table(
		rows.map((row) => ({
			what: row.what,
			entries: row.entries ?? '',
			'per second': row.rps,
			'of the empty page': Number.isNaN(row.share) ? '' : `${Math.round(row.share * 100)} %`,
			'cpu ms': row.cpu === null ? '' : ms(row.cpu),
			'p50 ms': ms(row.p50),
			'p95 ms': ms(row.p95),
			'p99 ms': ms(row.p99)
		}))
	);
	const kilo = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
	for (const [entries, { html, css, js, total }] of Object.entries(weights)) {
		console.log(
			`A list page of ${entries}, gzip: HTML ${kilo(html)} + CSS ${kilo(css)} + JS ${kilo(js)} = ${kilo(total)}`
		);
	}
	if (importing) {
		const { seconds, megabytes } = importing;
		console.log(`Import: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`);
	}
}

function save(results: object) {
	const folder = path.join(root, 'bench/results');
	mkdirSync(folder, { recursive: true });
	const at = new Date().toISOString();
	const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
	const file = path.join(folder, `${at.replaceAll(':', '')}.json`);
	writeFileSync(file, JSON.stringify({ at, machine, ...results }, null, '\t') + '\n');
	console.log(path.relative(root, file));
}
