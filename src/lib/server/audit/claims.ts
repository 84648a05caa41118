import { asc, inArray, sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import { audit } from '#lib/server/database/schema/index.ts';
import { parts, type Claims, type Part } from './claim.ts';
import { claimRules, type Context } from './claim-rules.ts';

/** Reads the log from its beginning. Whether it is the one that was written, `verify` says. */
export function claims(db: Database): Claims {
	const recorded = recordedParts(db);
	const found: Claims = {
		...{ editions: new Map(), current: new Map(), withdrawn: new Map(), places: new Map() },
		...{ merged: new Map(), checks: new Map(), revoked: new Map(), parts: recorded }
	};
	const owners = new Map(
		db.$client.prepare<[], [number, string]>('SELECT id, resource_id FROM revisions').raw().all()
	);
	const { id, at, action, subject_id, details } = audit;
	const rows = db
		.select({ id, at, action, subject_id, details })
		.from(audit)
		.where(inArray(audit.action, Object.keys(claimRules)))
		.orderBy(asc(audit.id))
		.all();
	const checks = new Map(
		rows
			.filter((row) => row.action === 'resource.verify')
			.map((row) => [row.id, row.details['verification'] as number | undefined])
	);
	const context: Context = {
		ownerOf: (revision) => owners.get(revision),
		checkIn: (record) => checks.get(record)
	};
	for (const row of rows) claimRules[row.action]!(found, row, context);
	// Before its baseline a log did not say all that it says of resources.
	for (const part of parts) {
		if (!recorded.has(part) && part !== 'editions' && part !== 'volumes') found[part].clear();
	}
	return found;
}

/** What of how everything stood the log has said once. */
export const recordedParts = (db: Database): ReadonlySet<Part> =>
	new Set(
		db
			.all<{ part: Part }>(
				sql`SELECT DISTINCT key AS part FROM audit, json_each(details) WHERE action = 'audit.baseline'`
			)
			.map(({ part }) => part)
	);
