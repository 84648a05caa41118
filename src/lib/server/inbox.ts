import { sql, type SQL } from 'drizzle-orm';
import type { User } from '#lib/domain/staff.ts';
import type { Database } from './database.ts';

export type Proposal = {
	revision: number;
	resourceId: string;
	name: string;
	region: string;
	/** Who proposed it. */
	by: string;
	/** ISO instant. */
	at: string;
	reason: string | null;
	state: 'waiting' | 'accepted' | 'rejected';
	/** Why it was not taken, or not all of it. */
	answer: string | null;
	isNew: number;
};

export type Reported = {
	id: number;
	resourceId: string;
	name: string;
	section: string;
	message: string;
	at: string;
};

/** Of resources `r`, those that somebody edits. */
const edits = ({ role, regions }: User): SQL =>
	role === 'admin' || regions === 'all'
		? sql`1`
		: sql`r.region_id IN (SELECT value FROM json_each(${JSON.stringify(regions)}))`;

const proposalsWhere = (db: Database, condition: SQL, order: SQL) =>
	db.all<Proposal>(sql`
		SELECT v.id AS revision, v.resource_id AS resourceId, v.name, g.name AS region,
			coalesce(s.name, v.created_by) AS "by", v.proposed_at AS at, v.reason,
			CASE WHEN v.approved_at IS NOT NULL THEN 'accepted'
				WHEN v.rejected_at IS NOT NULL THEN 'rejected' ELSE 'waiting' END AS state,
			v.rejected_reason AS answer, r.current_revision_id IS NULL AS isNew
		FROM revisions v JOIN resources r ON r.id = v.resource_id
		JOIN regions g ON g.id = r.region_id LEFT JOIN staff s ON s.id = v.created_by
		WHERE v.proposed_at IS NOT NULL AND ${condition} ORDER BY ${order} LIMIT 200`);

/** What waits for an editor, the longest first. */
export const waiting = (db: Database, user: User): Proposal[] =>
	user.role === 'partner'
		? []
		: proposalsWhere(
				db,
				sql`v.approved_at IS NULL AND v.rejected_at IS NULL AND ${edits(user)}`,
				sql`v.proposed_at`
			);

/** What somebody has proposed, and what became of it. */
export const own = (db: Database, user: User): Proposal[] =>
	proposalsWhere(db, sql`v.created_by = ${user.id}`, sql`v.proposed_at DESC`);

/** What readers say is wrong and nobody has settled, the oldest first. */
export const reported = (db: Database, user: User): Reported[] =>
	user.role === 'partner'
		? []
		: db.all<Reported>(sql`
			SELECT p.id, p.resource_id AS resourceId, v.name, p.section, p.message, p.created_at AS at
			FROM reports p JOIN resources r ON r.id = p.resource_id
			JOIN revisions v ON v.id = r.current_revision_id
			WHERE p.settled_at IS NULL AND ${edits(user)} ORDER BY p.id LIMIT 200`);

/** Whether a report is about a resource that somebody edits. */
export const reachesReport = (db: Database, user: User, id: number): boolean =>
	reported(db, user).some((report) => report.id === id);
