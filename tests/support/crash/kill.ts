import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { contents } from '#lib/server/contents/read.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { write } from '#lib/server/database/transaction.ts';
import { inspect } from '#lib/server/start/check.ts';
import * as staff from '#lib/server/staff/staff.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { content, now, world } from '../world.ts';

/** What a process imports first that loads the product. */
export const quickly = pathToFileURL(path.join(import.meta.dirname, 'quickly.ts')).href;

export const works = ['save', 'lock', 'publish', 'import'] as const;
export type Work = (typeof works)[number];

type Line = { ready?: true; begin?: Work; done?: Work; mark?: string; edition?: number };

/** What a worker had said when it was killed. */
export type Killed = { work: Work; done: Line[]; amid: boolean };

/** A database with some more places, for workers to work on. */
export function plant(file: string, places = 60): void {
	const { db, region } = world(file);
	write(db, () => {
		for (let i = 0; i < places; i++) {
			const input = { regionId: region.id, by: 'editor', at: now };
			resources.create(db, { ...input, content: content({ name: `見本の場所 ${i}` }) });
		}
	});
	staff.create(db, { mail: 'worker@example.jp', name: 'w', role: 'admin', by: 'plant', at: now });
	close(db);
}

/** Milliseconds within which a piece of work is most likely still going on. */
const within: Record<Work, number> = { save: 4, lock: 4, publish: 4, import: 120 };

/** `random`: from 0 to 1, decides when. */
export async function kill(file: string, work: Work, random: () => number): Promise<Killed> {
	const script = path.join(import.meta.dirname, 'worker.ts');
	const child = spawn(process.execPath, ['--import', quickly, script, file, work], {
		env: { PATH: process.env['PATH'] },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let [said, problem] = ['', ''];
	const turn = 1 + Math.floor(random() * (work === 'import' ? 3 : 12));
	const reached = new Promise<void>((resolve) => {
		child.stdout.on('data', (text) => {
			said += text;
			if (said.split('"begin"').length > turn) resolve();
		});
		child.on('close', () => resolve());
	});
	child.stderr.on('data', (text) => (problem += text));
	const ended = once(child, 'close');
	await reached;
	await wait(random() * within[work]);
	child.kill('SIGKILL');
	await ended;
	if (problem) throw new Error(problem);
	const lines = said
		.split('\n')
		.slice(0, -1)
		.map((line) => JSON.parse(line) as Line);
	return { work, done: lines.filter(({ done }) => done), amid: Boolean(lines.at(-1)?.begin) };
}

/** Sentences of what is wrong after it; none when all that was said is there and nothing is half done. */
export function examine(file: string, { done }: Killed): string[] {
	const db = openDatabase(file);
	try {
		return [
			...inspect(db)
				.filter(({ ok }) => !ok)
				.map(({ name, detail }) => `${name}: ${detail}`),
			...counted(db),
			...done.filter((line) => !isThere(db, line)).map((line) => `lost: ${JSON.stringify(line)}`)
		];
	} finally {
		close(db);
	}
}

/** Each query finds what no finished transaction leaves. */
const halves = {
	'a current revision that is not the newest': `SELECT 1 FROM resources r WHERE current_revision_id
		<> (SELECT max(id) FROM revisions WHERE resource_id = r.id)`,
	'a saved revision without its one record': `SELECT 1 FROM revisions v WHERE created_by = 'worker'
		AND (SELECT count(*) FROM audit WHERE action = 'resource.revise'
			AND json_extract(details, '$.revision') = v.id) <> 1`,
	'a record without its revision': `SELECT 1 FROM audit WHERE action = 'resource.revise'
		AND json_extract(details, '$.revision') NOT IN (SELECT id FROM revisions)`,
	'a revision that is not in the index': `SELECT 1 FROM revisions v
		WHERE EXISTS (SELECT 1 FROM revision_consents WHERE revision_id = v.id AND channel = 'web')
		AND v.id NOT IN (SELECT revision_id FROM search_documents)`,
	'a lock without hash or record': `SELECT 1 FROM editions d WHERE (locked_at IS NOT NULL)
		<> (content_hash IS NOT NULL) OR (locked_at IS NOT NULL) <> (SELECT count(*) FROM audit
			WHERE action = 'edition.lock' AND subject_id = d.id)`,
	'a publication without head or record': `SELECT 1 FROM editions d WHERE (published_at IS NOT NULL)
		<> (audit_head IS NOT NULL) OR (published_at IS NOT NULL) <> (SELECT count(*) FROM audit
			WHERE action = 'edition.publish' AND subject_id = d.id)`,
	'two editions that count as published': `SELECT 1 FROM editions WHERE published_at IS NOT NULL
		AND superseded_at IS NULL GROUP BY region_id HAVING count(*) > 1`,
	'a locked entry without a chapter': `SELECT 1 FROM entries e JOIN editions d ON d.id = e.edition_id
		WHERE d.locked_at IS NOT NULL AND e.chapter = ''`,
	'an import of which only some is there': `SELECT 1 FROM imports i WHERE json_extract(counts, '$.changed')
		<> (SELECT count(*) FROM revisions WHERE import_id = i.id)`,
	'an import without its one record': `SELECT 1 FROM imports i WHERE (SELECT count(*) FROM audit
		WHERE action = 'import.apply' AND subject_id = i.id) <> 1`,
	'a preview that is written without an import, or the other way round': `SELECT 1 FROM import_previews
		WHERE (state = 'written') <> (import_id IS NOT NULL)`,
	'numbers with a gap': `SELECT 1 FROM entries e JOIN editions d ON d.id = e.edition_id
		WHERE d.locked_at IS NOT NULL GROUP BY d.id HAVING min(number) <> 1 OR max(number) <> count(*)`
};

const counted = (db: Database): string[] =>
	Object.entries(halves)
		.filter(([, query]) => db.$client.prepare(query).get() !== undefined)
		.map(([what]) => what);

function isThere(db: Database, { done, mark, edition }: Line): boolean {
	if (done === 'import') {
		const find = db.$client.prepare(
			`SELECT 1 FROM resources r WHERE NOT EXISTS (
				SELECT 1 FROM revisions WHERE resource_id = r.id AND fee_note = ?)`
		);
		return find.get(mark!) === undefined;
	}
	if (done === 'save') {
		const find = db.$client.prepare<[string], number>(
			'SELECT id FROM revisions WHERE fee_note = ?'
		);
		const id = find.pluck().get(mark!);
		return id !== undefined && contents(db, [id]).get(id)?.feeNote === mark;
	}
	const column = done === 'lock' ? 'locked_at' : 'published_at';
	const found = db.$client.prepare(`SELECT ${column} FROM editions WHERE id = ?`).pluck();
	return typeof found.get(edition) === 'string';
}
