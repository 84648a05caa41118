import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { boardOf, parseBoardFilter } from '#lib/domain/edition/board.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { contents } from '#lib/server/contents/read.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { save } from '#lib/server/editing/save.ts';
import { generate, region, year } from './generate.ts';
import { timed } from './search/extra.ts';
import { percentile } from './search/figures.ts';

const help = `npm run bench -- editions [--entries 3418]

The year's work over a large region: opening an edition from the last, its board, saves, comparing two editions, what
is missing before one is locked, the coverage sheet.`;

const at = new Date('2026-06-01T00:00:00Z');
const by = 'bench';

export function run(args: string[]): number {
	const { values } = parseArgs({
		args,
		options: { entries: { type: 'string', default: '3418' }, help: { type: 'boolean' } }
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-editions-'));
	const file = path.join(folder, 'bookmark.db');
	generate(file, Number(values.entries));
	const db = openDatabase(file);
	next(db);
	// As the app finds them after a change: what was prepared before is not at hand.
	close(db);
	const rows = [...measure(file), ...measureWork(file)];
	rmSync(folder, { recursive: true });
	console.log(`${values.entries} entries, ${cpus()[0]?.model}`);
	console.table(rows);
	return 0;
}

/** The edition of the year after: a third of its entries changed. */
function next(db: Database): void {
	const regionId = regions.find(db, region)!.id;
	const editionId = editions.open(db, { regionId, year: year + 1, by, at });
	const current = db.$client
		.prepare('SELECT id, current_revision_id AS revision FROM resources WHERE region_id = ?')
		.all(regionId) as { id: string; revision: number }[];
	const read = contents(
		db,
		current.map(({ revision }) => revision)
	);
	current.forEach(({ id, revision }, index) => {
		const content = { ...read.get(revision)!, feeNote: `${index}円` };
		const revisionId = index % 3 === 0 ? resources.revise(db, id, { content, by, at }) : revision;
		editions.pin(db, editionId, { resourceId: id, revisionId });
	});
	editions.arrange(db, editionId);
}

function measure(file: string) {
	const find = (db: Database, of: number) =>
		staffView.find(db, { slug: region, year: String(of) })!;
	const works: [string, string, (db: Database) => unknown][] = [
		[
			'two editions compared',
			'≤ 300 ms',
			(db) => editions.comparison(db, [find(db, year), find(db, year + 1)])
		],
		['what is missing', '', (db) => editions.readiness(db, find(db, year + 1).id, { at })],
		[
			'coverage sheet',
			'',
			(db) =>
				editions.coverage(db, {
					editionId: find(db, year + 1).id,
					regionId: regions.find(db, region)!.id
				})
		]
	];
	return works.map(([what, asked, work]) => {
		const db = openDatabase(file);
		const first = timed(() => work(db));
		const again = [1, 2, 3, 4, 5].map(() => timed(() => work(db)));
		close(db);
		const words = (ms: number) => `${ms.toFixed(0)} ms`;
		return { what, first: words(first), again: words(Math.max(...again)), asked };
	});
}

/** What changes the database: an edition opened from the last, its board looked at, entries saved. */
function measureWork(file: string) {
	const db = openDatabase(file);
	const regionId = regions.find(db, region)!.id;
	let opened = 0;
	const opening = timed(() => {
		opened = editions.openFrom(db, { regionId, year: year + 2, by, at }) as number;
	});
	const filter = parseBoardFilter(new URLSearchParams('progress=left'));
	const boards = Array.from({ length: 100 }, () =>
		timed(() => boardOf(editions.board(db, opened), filter))
	);
	const entries = editions.board(db, opened);
	const saves = entries.slice(0, 300).map(({ resourceId }, index) => {
		const { id, content } = current(db, resourceId);
		return timed(() =>
			save(db, {
				...{ resourceId, regionId, base: id, by, at, reason: 'bench' },
				content: { ...content, feeNote: `${index}円に変わった` }
			})
		);
	});
	close(db);
	const words = (ms: number) => `${ms.toFixed(1)} ms`;
	return [
		{ what: 'an edition opened from the last', first: words(opening), again: '', asked: '≤ 1 s' },
		{
			what: 'the board, 100 times (p95)',
			first: words(boards[0]!),
			again: words(percentile(boards, 0.95)),
			asked: '≤ 100 ms'
		},
		{
			what: 'a save: revision, index, audit, pins (p95 of 300)',
			first: words(saves[0]!),
			again: words(percentile(saves, 0.95)),
			asked: '≤ 30 ms'
		}
	];
}

function current(db: Database, resourceId: string) {
	const id = db.$client
		.prepare('SELECT current_revision_id FROM resources WHERE id = ?')
		.pluck()
		.get(resourceId) as number;
	return { id, content: contents(db, [id]).get(id)! };
}
