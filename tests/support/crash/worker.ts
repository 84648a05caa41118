import { writeSync } from 'node:fs';
import { contents } from '#lib/server/contents/read.ts';
import * as audit from '#lib/server/audit/index.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import * as staff from '#lib/server/staff/staff.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';

/** Works without an end, and says before and after each piece of work what it is. */

const [file = '', work = 'save'] = process.argv.slice(2);
const db = openDatabase(file);
const region = regions.find(db, 'gunma')!.id;
const act = () => ({ by: 'worker', at: new Date() });
const tell = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

const current = (db: Database) =>
	db.$client
		.prepare('SELECT id, current_revision_id AS revision FROM resources ORDER BY id')
		.all() as { id: string; revision: number }[];

function save(turn: number): void {
	const all = current(db);
	const { id, revision } = all[turn % all.length]!;
	const mark = `${process.pid}-${turn}`;
	const content = { ...contents(db, [revision]).get(revision)!, feeNote: mark };
	tell({ begin: 'save', mark });
	write(db, () => {
		const { by, at } = act();
		const revisionId = resources.revise(db, id, { content, by, at });
		const subject = { subject: 'resource', subjectId: id } as const;
		const details = { revision: revisionId };
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: 'resource.revise',
			...subject,
			details
		});
	});
	tell({ done: 'save', mark });
}

function openNext(): number {
	return write(db, () => {
		const last = db.$client.prepare('SELECT max(year) FROM editions').pluck().get() as number;
		const id = editions.open(db, { regionId: region, year: last + 1, ...act() });
		for (const { id: resourceId, revision } of current(db)) {
			editions.pin(db, id, { resourceId, revisionId: revision });
		}
		return id;
	});
}

function step(kind: 'lock' | 'publish', edition: number): void {
	tell({ begin: kind, edition });
	editions[kind](db, edition, act());
	tell({ done: kind, edition });
}

async function take(turn: number): Promise<void> {
	const mark = `${process.pid}-${turn}`;
	const rows = db.$client
		.prepare(
			`SELECT r.id, v.name FROM resources r JOIN revisions v ON v.id = r.current_revision_id ORDER BY r.id`
		)
		.all() as { id: string; name: string }[];
	const lines = ['資源ID,名前,費用の補足', ...rows.map(({ id, name }) => `${id},${name},${mark}`)];
	const id = db.$client.prepare('SELECT id FROM staff').pluck().get() as string;
	const user = staff.findUser(db, id)!;
	const options = { region: 'gunma', year: null, category: 'ibasho', asOf: null, choices: {} };
	const file = { name: 'a.csv', bytes: Buffer.from(lines.join('\n')) };
	// Those of workers that were killed.
	for (const { id } of previews.list(db, user)) await previews.cancel(db, user, id, new Date());
	const how = { ...options, way: 'revision' as const };
	const preview = previews.start(db, user, file, how, new Date()) as { id: string };
	await previews.make(db, user, preview.id, { at: new Date() });
	tell({ begin: 'import', mark });
	const { state } = await previews.commit(db, user, preview.id, { at: new Date() });
	if (state !== 'written') throw new Error(state);
	tell({ done: 'import', mark });
}

tell({ ready: true });
for (let turn = 0; ; turn++) {
	if (work === 'save') save(turn);
	else if (work === 'import') await take(turn);
	else {
		const edition = openNext();
		if (work === 'publish') editions.lock(db, edition, act());
		step(work as 'lock' | 'publish', edition);
	}
}
