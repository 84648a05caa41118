import { and, eq, isNotNull, ne, type SQL } from 'drizzle-orm';
import { openAgain } from '#lib/domain/resource/staff-only.ts';
import * as audit from '#lib/server/audit/index.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { handOver, unpinEverywhere } from '#lib/server/editions/pins.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { resources as table } from '#lib/server/database/schema/index.ts';
import { refuseErased } from '#lib/server/resources/erased.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

type Act = { by: string; at: Date; reason: string };

/**
 * 取り下げ: off the live pages and out of the editions that are still made; the printed ones stay.
 * false: it is already.
 */
export function withdraw(db: Database, resourceId: string, act: Act): boolean {
	return write(db, () => {
		if (!is(db, and(eq(table.id, resourceId), resources.isOffered))) return false;
		resources.withdraw(db, resourceId, act);
		unpinEverywhere(db, [resourceId]);
		record(db, 'resource.withdraw', resourceId, act);
		return true;
	});
}

/**
 * Back on the live pages; the editions that are made do not get it back by themselves. false: it is
 * there, or a person asked that it be erased.
 */
export function reinstate(db: Database, resourceId: string, act: Act): boolean {
	return write(db, () => {
		const gone = and(isNotNull(table.withdrawn_at), ne(table.withdrawn_cause, 'erasure'));
		if (!is(db, and(eq(table.id, resourceId), gone))) return false;
		resources.reinstate(db, resourceId);
		record(db, 'resource.reinstate', resourceId, act);
		return true;
	});
}

const is = (db: Database, condition: SQL | undefined): boolean =>
	db.select({ id: table.id }).from(table).where(condition).get() !== undefined;

/** Two that are the same place: whoever comes to the first is led to the second. */
export function merge(
	db: Database,
	resourceId: string,
	into: string,
	act: Act
): 'merged' | 'not-found' | 'gone' | 'same' | 'opens' {
	return write(db, () => {
		if (resourceId === into) return 'same';
		for (const id of [resourceId, into]) refuseErased(db, id);
		const target = db.select().from(table).where(eq(table.id, into)).get();
		if (!target?.current_revision_id) return 'not-found';
		// Who asked to be left out stays so, whatever it turns out to be.
		const isOffered = is(db, and(eq(table.id, resourceId), resources.isOffered));
		if (target.withdrawn_at || !isOffered) return 'gone';
		if (opens(db, resourceId, target.current_revision_id)) return 'opens';
		resources.withdraw(db, resourceId, act);
		handOver(db, resourceId, { id: into, revision: target.current_revision_id });
		unpinEverywhere(db, [resourceId]);
		resources.mergeInto(db, resourceId, into);
		record(db, 'resource.merge', resourceId, act, { into });
		return 'merged';
	});
}

/** Whether the second shows to everybody what the first keeps for staff: an editor decides that before. */
function opens(db: Database, resourceId: string, into: number): boolean {
	const own = db.select().from(table).where(eq(table.id, resourceId)).get()?.current_revision_id;
	if (!own) return false;
	const read = contents(db, [own, into]);
	return openAgain(read.get(into)!, read.get(own)!).length > 0;
}

function record(
	db: Database,
	action: acts.Act,
	resourceId: string,
	{ by, at, reason }: Act,
	details: Record<string, string> = {}
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'resource',
		subjectId: resourceId,
		reason,
		details
	});
}
