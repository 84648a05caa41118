import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { japan, type Bounds, type Point } from '#lib/domain/map/bounds.ts';
import { clustersOf } from '#lib/domain/map/clusters.ts';
import { unproject } from '#lib/domain/map/mercator.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { importFile } from '#lib/server/imports/index.ts';
import { marksOf } from '#lib/server/listings/map.ts';
import { prepare } from '#lib/server/start/seed.ts';
import { root } from '../src/cli/build.ts';
import { dice, generate } from './generate.ts';
import { timed } from './search/extra.ts';
import { percentile } from './search/figures.ts';

const help = `npm run bench -- map [--data FOLDER]

How long the map's answers take, over generated places and, with --data, over all CSV files of a folder.`;

type Row = { what: string; places: number; figure: string; asked: string };

/** Pixels of a window on a desk. */
const screen = { width: 900, height: 600 };

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: { data: { type: 'string' }, help: { type: 'boolean' } }
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const rows: Row[] = [];
	for (const count of [12_000, 100_000]) rows.push(...clustering(count));
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-map-'));
	const generated = path.join(folder, 'generated.db');
	generate(generated, 12_000);
	rows.push(...answers(generated, 'generated'));
	if (values.data) {
		const real = path.join(folder, 'real.db');
		await fill(real, values.data);
		rows.push(...answers(real, 'real files'));
	}
	rmSync(folder, { recursive: true });
	console.table(rows);
	save(rows);
	return 0;
}

function clustering(count: number): Row[] {
	const places = scattered(count);
	const asked = count > 12_000 ? '' : '≤ 150 ms';
	let clusters = clustersOf([]);
	const built = Math.min(...[1, 2, 3].map(() => timed(() => (clusters = clustersOf(places)))));
	const times = windows(places, 600).map(({ bounds, zoom }) => timed(() => clusters(bounds, zoom)));
	return [
		{ what: 'building the index', places: count, figure: ms(built), asked },
		{
			what: 'a window: p95',
			places: count,
			figure: ms(percentile(times.slice(100), 0.95)),
			asked: count > 12_000 ? '≤ 25 ms' : '≤ 15 ms'
		}
	];
}

/** As `/api/map` answers, over everything in a database. */
function answers(file: string, what: string): Row[] {
	const db = openDatabase(file);
	const filter = parseFilter(new URLSearchParams());
	const ask = (bounds: Bounds, zoom: number) =>
		JSON.stringify(marksOf(db, 'everything', filter, { bounds, zoom }));
	let first = '';
	const cold = timed(() => (first = ask(japan, 5)));
	const { onMap, total } = JSON.parse(first) as { onMap: number; total: number };
	const { marks } = JSON.parse(ask(japan, 18)) as { marks: Point[] };
	const seen = windows(marks, 700).map(({ bounds, zoom }) => timed(() => ask(bounds, zoom)));
	close(db);
	const kilobytes = gzipSync(first).byteLength / 1024;
	const row = (name: string, figure: string, asked: string) => ({
		what: `${what}: ${name}`,
		places: onMap,
		figure,
		asked
	});
	return [
		row('on the list', String(total), ''),
		row('the first answer, nothing read yet', ms(cold), ''),
		row('the first answer, gzip', `${kilobytes.toFixed(1)} KB`, '≤ 30 KB'),
		row('an answer, warm: p95', ms(percentile(seen.slice(200), 0.95)), '≤ 15 ms')
	];
}

async function fill(file: string, folder: string): Promise<void> {
	const db = openDatabase(file);
	const now = new Date();
	prepare(db, { now, sample: false });
	for (const name of readdirSync(folder).filter((one) => one.endsWith('.csv'))) {
		const bytes = readFileSync(path.join(folder, name));
		await importFile(db, { fileName: name, bytes, year: 2025, by: 'bench', at: now });
	}
	close(db);
}

/** Around forty towns, most of them near the middle of one. */
function scattered(count: number) {
	const { west, south, east, north } = japan;
	const random = dice(11);
	const between = (least: number, most: number) => least + random() * (most - least);
	const towns = Array.from({ length: 40 }, () => [between(south, north), between(west, east)]);
	return Array.from({ length: count }, () => {
		const at = Math.floor(random() * towns.length);
		const town = `第${at + 1}市`;
		const [latitude, longitude] = towns[at]!;
		const near = () => (random() + random() + random() - 1.5) * 0.3;
		return {
			latitude: latitude! + near(),
			longitude: longitude! + near(),
			...{ kind: '居場所', town }
		};
	});
}

/** From all of Japan to a street, around places. */
function windows(places: readonly Point[], count: number) {
	const random = dice(12);
	return Array.from({ length: count }, () => {
		const zoom = 5 + Math.floor(random() * 13);
		const { latitude, longitude } = places[Math.floor(random() * places.length)]!;
		const size = 256 * 2 ** zoom;
		const high =
			unproject({ x: 0, y: 0.4 }).latitude - unproject({ x: 0, y: 0.4 + 1 / size }).latitude;
		const degrees = { x: (360 / size) * screen.width, y: high * screen.height };
		return {
			zoom,
			bounds: {
				west: longitude - degrees.x / 2,
				east: longitude + degrees.x / 2,
				south: latitude - degrees.y / 2,
				north: latitude + degrees.y / 2
			}
		};
	});
}

const ms = (time: number) => `${time.toFixed(2)} ms`;

function save(rows: Row[]): void {
	const folder = path.join(root, 'bench/results');
	mkdirSync(folder, { recursive: true });
	const at = new Date().toISOString();
	const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
	const file = path.join(folder, `map-${at.replaceAll(':', '')}.json`);
	writeFileSync(file, JSON.stringify({ at, machine, rows }, null, '\t') + '\n');
	console.log(path.relative(root, file));
}
