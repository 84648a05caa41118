import { isNotNull } from 'drizzle-orm';
import { rangesOf } from '#lib/domain/input/ranges.ts';
import * as audit from '#lib/server/audit/index.ts';
import { maintain } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as prints from '#lib/server/editions/print.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { editions, resources, verifications } from '#lib/server/database/schema.ts';
import { checkOf, hasBaseline } from '#lib/server/audit/claims.ts';

/**
 * Writes into the log, once, how everything stands: what later records are counted from. A database of
 * a version that recorded less is taken as it is on that day.
 */
export function ensureBaseline(db: Database, at: Date): void {
	if (hasBaseline(db)) return;
	maintain(db, () =>
		audit.record(db, {
			at: at.toISOString(),
			actor: 'start',
			action: 'audit.baseline',
			subject: 'database',
			subjectId: 'baseline',
			details: {
				current: rangesOf(currentOf(db)),
				withdrawn: JSON.stringify(withdrawnOf(db)),
				checks: JSON.stringify(checksOf(db)),
				editions: JSON.stringify(editionsOf(db))
			}
		})
	);
}

const currentOf = (db: Database): number[] =>
	db
		.select({ id: resources.current_revision_id })
		.from(resources)
		.where(isNotNull(resources.current_revision_id))
		.all()
		.map(({ id }) => id!);

const withdrawnOf = (db: Database): [string, string][] =>
	db
		.select({ id: resources.id, at: resources.withdrawn_at })
		.from(resources)
		.where(isNotNull(resources.withdrawn_at))
		.all()
		.map(({ id, at }) => [id, at!]);

function checksOf(db: Database): [string, string][] {
	const rows = db
		.select({ id: verifications.id, on: verifications.verified_on, method: verifications.method })
		.from(verifications)
		.all();
	const byCheck = Map.groupBy(rows, ({ on, method }) => checkOf(on, method));
	return [...byCheck].map(([check, ids]) => [check, rangesOf(ids.map(({ id }) => id))]);
}

/** With a record of those that are what their hash says: only then a later difference has a name. */
function editionsOf(db: Database): [string, string][] {
	const rows = db
		.select({ id: editions.id, hash: editions.content_hash })
		.from(editions)
		.where(isNotNull(editions.content_hash))
		.all();
	for (const { id, hash } of rows) {
		if (sha256(prints.textOf(db, id)) === hash) prints.keep(db, id);
	}
	return rows.map(({ id, hash }) => [String(id), hash!]);
}
