import { and, eq, sql } from 'drizzle-orm';
import type { Stage } from '#lib/domain/edition/round.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { entries, waivers } from '#lib/server/database/schema/index.ts';
import { arrange, pin } from './entries.ts';
import { isMade } from '#lib/server/contents/still-made.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

type Act = { by: string; at: Date };
/** What an entry had that its resource does not have. */
type TakenOut = {
	name: string;
	number: number;
	position: number;
	verification: number | null;
	stage: Stage | null;
	assignee: string | null;
};
type Absent = { id: string; name: string; revision: number };

/** The region's resources that the edition does not have, by kana. */
export const absent = (db: Database, editionId: number): Absent[] =>
	db.all<Absent>(sql`
		SELECT r.id, v.name, v.id AS revision FROM resources r
		JOIN revisions v ON v.id = r.current_revision_id
		JOIN editions d ON d.region_id = r.region_id AND d.id = ${editionId}
		WHERE r.withdrawn_at IS NULL AND v.operation <> 'closed'
			AND NOT EXISTS (SELECT 1 FROM entries WHERE edition_id = d.id AND resource_id = r.id)
		ORDER BY coalesce(v.kana, v.name)`);

/**
 * Its name; null where it is not one of the region's, or stands there already, or the edition is no
 * longer made. What was waived when it stood there before is to be looked at anew.
 */
export function add(
	db: Database,
	editionId: number,
	resourceId: string,
	{ by, at }: Act
): string | null {
	return write(db, () => {
		const found = isMade(db, editionId)
			? absent(db, editionId).find(({ id }) => id === resourceId)
			: undefined;
		if (!found) return null;
		db.delete(waivers)
			.where(and(eq(waivers.edition_id, editionId), eq(waivers.resource_id, resourceId)))
			.run();
		pin(db, editionId, { resourceId, revisionId: found.revision });
		arrange(db, editionId);
		record(db, 'entry.add', editionId, { resourceId, by, at, reason: null });
		return found.name;
	});
}

export function takeOut(
	db: Database,
	editionId: number,
	resourceId: string,
	{ by, at, reason }: Act & { reason: string }
): string | null {
	return write(db, () => {
		const own = and(eq(entries.edition_id, editionId), eq(entries.resource_id, resourceId));
		const found = db.get<TakenOut | undefined>(sql`
			SELECT v.name, e.number, e.position, e.verification_id AS verification, p.stage, p.assigned_to AS assignee
			FROM entries e JOIN revisions v ON v.id = e.revision_id
			LEFT JOIN entry_progress p ON p.entry_id = e.id
			WHERE e.edition_id = ${editionId} AND e.resource_id = ${resourceId}`);
		if (!found || !isMade(db, editionId)) return null;
		db.delete(entries).where(own).run();
		arrange(db, editionId);
		const { name, ...had } = found;
		record(db, 'entry.remove', editionId, { resourceId, by, at, reason }, had);
		return name;
	});
}

function record(
	db: Database,
	action: acts.Act,
	editionId: number,
	{ resourceId, by, at, reason }: Act & { resourceId: string; reason: string | null },
	had: Partial<TakenOut> = {}
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'resource',
		subjectId: resourceId,
		reason,
		details: { edition: editionId, ...had }
	});
}
