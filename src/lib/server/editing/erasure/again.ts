import { asc, eq } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { erase } from './erase.ts';
import { audit as records } from '#lib/server/database/schema/index.ts';

type Act = { by: string; at: Date };
type Erasure = { resourceId: string; at: string; reason: string };

/**
 * Erases in a database of before (`madeAt`, an ISO instant) what was erased in that of now: since then, or
 * at any time without its knowing, as when the copy was begun while an erasure was. Returns how many held
 * words. Throws a `StartError` when the words could not be taken out of the file.
 */
export function eraseAgain(
	db: Database,
	now: Database,
	{ madeAt, ...act }: Act & { madeAt: string }
): number {
	const known = new Set(erasures(db).map(({ resourceId }) => resourceId));
	return erasures(now)
		.filter(({ resourceId, at }) => at >= madeAt || !known.has(resourceId))
		.filter((one) => again(db, one, act)).length;
}

/** Resources that were erased, the first one first. */
export const erasures = (db: Database): Erasure[] =>
	db
		.select({ resourceId: records.subject_id, at: records.at, reason: records.reason })
		.from(records)
		.where(eq(records.action, 'resource.erase'))
		.orderBy(asc(records.id))
		.all()
		.map((one) => ({ ...one, reason: one.reason ?? '' }));

/** Notes it down where there is nothing yet, so that a later backup does not bring it back. */
function again(db: Database, { resourceId, reason }: Erasure, { by, at }: Act): boolean {
	let erased = erase(db, { resourceId }, { by, at, reason });
	// The reason of today says what it was called then: the record of today keeps that reason.
	if (erased === 'reason-tells') erased = erase(db, { resourceId }, { by, at, reason: unsaid });
	if (erased === 'not-found') {
		write(db, () =>
			audit.record(db, {
				...{ at: at.toISOString(), actor: by, action: 'resource.erase', reason },
				...{ subject: 'resource', subjectId: resourceId, details: { revisions: 0, editions: 0 } }
			})
		);
		return false;
	}
	if (typeof erased === 'string' || !erased.scrubbed) {
		throw new StartError(
			'本人の希望で消したものを、バックアップからもう一度消すことができませんでした。'
		);
	}
	return true;
}

/** Too short to tell a word. */
const unsaid = '—';
