import { and, eq, isNotNull } from 'drizzle-orm';
import { setImmediate } from 'node:timers/promises';
import type { Decision } from '#lib/domain/formats/preview/decision.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_rows } from '#lib/server/database/schema/index.ts';
import { withoutSync } from '#lib/server/database/transaction.ts';
import { eventually } from '#lib/server/database/waiting/patience.ts';
import { changed, set } from './keeping.ts';
import type { Looked, NewRow } from './stored.ts';

/** A millisecond of whoever stores it. */
const sliceSize = 200;
const deletedAtOnce = 1000;

/** A row as SQLite keeps it: made by the process that reads the file, so that the app has only to store it. */
export type PackedRow = [
	place: number,
	line: number | null,
	status: NewRow['status'],
	resource: string | null,
	fingerprint: string,
	/** JSON. */
	details: string
];

const packed = (row: NewRow): PackedRow => [
	...([row.place, row.line ?? null, row.status, row.resource_id ?? null] as const),
	...([row.fingerprint, JSON.stringify(row.details)] as const)
];

export function* slicesOf(rows: Iterable<NewRow>): Generator<PackedRow[]> {
	let slice: PackedRow[] = [];
	for (const row of rows) {
		if (slice.push(packed(row)) < sliceSize) continue;
		yield slice;
		slice = [];
	}
	if (slice.length > 0) yield slice;
}

const insertion = cachedByDatabase(({ $client }) =>
	$client.prepare(`INSERT INTO import_rows
		(preview_id, place, line, status, resource_id, fingerprint, details, decision)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
);

/**
 * In slices, so that readers are answered and others may write in between; the state says when it is whole. Until
 * then a preview is read again after a crash, and no slice waits for the disk: the last change does, for all.
 */
export async function store(db: Database, id: string, at: Date) {
	const before = decisionsBefore(db, id);
	await emptied(db, id);
	return {
		add: (rows: PackedRow[]): Promise<void> =>
			lightly(db, () => {
				for (const row of rows) {
					const decision = before.get(keyOf(row[1] ?? row[3], row[4])) ?? null;
					insertion(db).run(id, ...row, decision && JSON.stringify(decision));
				}
			}),
		finish: (looked: Omit<Looked, 'rows'>): Promise<void> =>
			eventually(() => changed(db, () => set(db, id, { ...looked, changed_at: at.toISOString() })))
	};
}

/** Drops the rows of a preview. A hundred thousand at once would stop readers for a quarter of a second. */
export async function emptied(db: Database, id: string): Promise<void> {
	const { changes } = await lightly(db, () =>
		db.$client
			.prepare(
				`DELETE FROM import_rows WHERE rowid IN
					(SELECT rowid FROM import_rows WHERE preview_id = ? LIMIT ${deletedAtOnce})`
			)
			.run(id)
	);
	if (changes < deletedAtOnce) return;
	await setImmediate();
	return emptied(db, id);
}

const lightly = <T>(db: Database, change: () => T): Promise<T> =>
	eventually(() => withoutSync(db, () => changed(db, change)));

function decisionsBefore(db: Database, id: string): Map<string, Decision | null> {
	const { line, resource_id, fingerprint, decision } = import_rows;
	const rows = db
		.select({ line, resource_id, fingerprint, decision })
		.from(import_rows)
		.where(and(eq(import_rows.preview_id, id), isNotNull(decision)))
		.all();
	return new Map(
		rows.map((row) => [keyOf(row.line ?? row.resource_id, row.fingerprint), row.decision])
	);
}

/** What a decision is about: the row of that line, or the resource that is gone, as long as it would do the same. */
const keyOf = (subject: number | string | null, fingerprint: string): string =>
	`${subject} ${fingerprint}`;
