import { isNotNull } from 'drizzle-orm';
import { rangesOf } from '#lib/domain/input/ranges.ts';
import * as audit from '#lib/server/audit/index.ts';
import { maintain } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as prints from '#lib/server/editions/print.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { editions, resources, verifications } from '#lib/server/database/schema/index.ts';
import { checkOf, parts, type Part } from '#lib/server/audit/claim.ts';
import { recordedParts } from '#lib/server/audit/claims.ts';
import { placesOf, volumesOf } from '#lib/server/audit/standing.ts';

/**
 * Writes into the log, once, how everything stands: what later records are counted from. A database of
 * a version that recorded less is taken as it is on that day, in what that version did not record.
 */
export function ensureBaseline(db: Database, at: Date): void {
	const recorded = recordedParts(db);
	const lacking = parts.filter((part) => !recorded.has(part));
	if (lacking.length === 0) return;
	maintain(db, () =>
		audit.record(db, {
			at: at.toISOString(),
			actor: 'start',
			action: 'audit.baseline',
			subject: 'database',
			subjectId: 'baseline',
			details: Object.assign({}, ...lacking.map((part) => states[part](db))) as Details
		})
	);
}

type Details = Record<string, string>;

const states: Record<Part, (db: Database) => Details> = {
	current: (db) => ({ current: rangesOf(currentOf(db)) }),
	withdrawn: (db) => ({ withdrawn: JSON.stringify(withdrawnOf(db)) }),
	checks: (db) => ({ checks: JSON.stringify(checksOf(db)) }),
	editions: (db) => ({ editions: JSON.stringify(editionsOf(db)) }),
	places: (db) => ({ places: JSON.stringify(placesOf(db)) }),
	merged: (db) => ({ merged: JSON.stringify(mergedOf(db)) }),
	revoked: (db) => ({ revoked: JSON.stringify(revokedOf(db)) }),
	volumes: (db) => ({
		volumes: JSON.stringify(volumesOf(db)),
		superseded: JSON.stringify(supersededOf(db))
	})
};

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

const mergedOf = (db: Database): [string, string][] =>
	db
		.select({ id: resources.id, into: resources.merged_into_id })
		.from(resources)
		.where(isNotNull(resources.merged_into_id))
		.all()
		.map(({ id, into }) => [id, into!]);

const revokedOf = (db: Database): [number, string][] =>
	db
		.select({ id: verifications.id, at: verifications.revoked_at })
		.from(verifications)
		.where(isNotNull(verifications.revoked_at))
		.all()
		.map(({ id, at }) => [id, at!]);

const supersededOf = (db: Database): [number, string][] =>
	db
		.select({ id: editions.id, at: editions.superseded_at })
		.from(editions)
		.where(isNotNull(editions.superseded_at))
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
