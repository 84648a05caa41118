import { and, desc, eq, notLike, sql } from 'drizzle-orm';
import { editsRegion, type User } from '#lib/domain/staff/staff.ts';
import * as audit from '#lib/server/audit/index.ts';
import { exports } from '#lib/server/audit/exporting.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editionTitle } from '#lib/server/audit/edition-title.ts';
import { isWithin } from '#lib/domain/staff/elapsed.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { acts, type UndoableAct } from '#lib/domain/labels/acts.ts';
import { undoRules, type Act, type Row } from './undo-rules.ts';
import { isStillMade } from '#lib/server/contents/still-made.ts';

/** The last thing somebody did, which can be taken back as if it had not been done. */
export type Undoable = {
	/** Of the record in the log. */
	id: number;
	action: string;
	/** ISO instant. */
	at: string;
	/** What it was done to. */
	name: string | null;
};

/** After that one goes and looks instead. */
const within = 60 * 60_000;

const isUndoable = (action: string): action is UndoableAct => action in undoRules;

function last(db: Database, user: User): Row | undefined {
	const found = db
		.select()
		.from(schema.audit)
		.where(and(eq(schema.audit.actor, user.id), notLike(schema.audit.action, exports)))
		.orderBy(desc(schema.audit.id))
		.limit(1)
		.get();
	if (!found || !isUndoable(found.action)) return undefined;
	const editionId =
		found.subject === 'edition' ? Number(found.subject_id) : found.details['edition'];
	const named = db.get<Pick<Row, 'name' | 'regionId' | 'isBeingMade'> | undefined>(
		typeof editionId === 'number'
			? sql`
		SELECT coalesce(v.name, ${editionTitle}) AS name, d.region_id AS regionId,
			${isStillMade('d')} AS isBeingMade
		FROM editions d JOIN regions g ON g.id = d.region_id
		LEFT JOIN resources r ON r.id = ${found.subject_id}
		LEFT JOIN revisions v ON v.id = r.current_revision_id
		WHERE d.id = ${editionId}`
			: sql`
		SELECT v.name, r.region_id AS regionId, 1 AS isBeingMade FROM resources r
		LEFT JOIN revisions v ON v.id = r.current_revision_id WHERE r.id = ${found.subject_id}`
	);
	if (!named) return undefined;
	const { id, at, subject_id: subjectId, details } = found;
	const { action } = found;
	return {
		...{ id, at, action, subjectId, details, ...named },
		editionId: typeof editionId === 'number' ? editionId : null
	};
}

/** null where the last thing is too long ago, too grave, or somebody has gone on from it. */
export function undoable(db: Database, user: User, at: Date): Undoable | null {
	const row = last(db, user);
	if (!row?.isBeingMade || !isWithin(at.getTime() - Date.parse(row.at), within)) return null;
	if (row.regionId === null || !editsRegion(user, row.regionId)) return null;
	if (!undoRules[row.action].isHarmless(db, row)) return null;
	const { id, action, name } = row;
	return { id, action, at: row.at, name };
}

/** Takes the record with that id back, if it is still the last that can be. */
export function undo(
	db: Database,
	user: User,
	{ id, at, readingOf }: { id: number } & Omit<Act, 'by'>
): Undoable | null {
	return write(db, () => {
		const found = undoable(db, user, at);
		if (found?.id !== id) return null;
		const row = last(db, user)!;
		const act = { by: user.id, at, readingOf };
		undoRules[row.action].undo(db, row, act);
		audit.record(db, {
			...{ at: at.toISOString(), actor: user.id, action: 'undo', details: { undone: id } },
			...{ subject: acts[row.action].subject, subjectId: row.subjectId }
		});
		return found;
	});
}
