import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import { isStillMade } from '#lib/server/contents/still-made.ts';

export type PastRevision = {
	id: number;
	number: number;
	at: string;
	/** Name of the person, or what else did it. */
	by: string;
	reason: string | null;
	/** `accepted`: a proposal, which another revision took in. */
	state: 'approved' | 'accepted' | 'proposed' | 'rejected';
	isCurrent: number;
};

/** All revisions of a resource, the newest first. */
export const history = (db: Database, resourceId: string): PastRevision[] =>
	db.all<PastRevision>(sql`
		SELECT v.id, v.number, v.created_at AS at, coalesce(s.name, v.created_by) AS "by", v.reason,
			CASE WHEN v.approved_at IS NOT NULL AND v.proposed_at IS NOT NULL
					AND v.id IS NOT r.current_revision_id THEN 'accepted'
				WHEN v.approved_at IS NOT NULL THEN 'approved'
				WHEN v.rejected_at IS NOT NULL THEN 'rejected' ELSE 'proposed' END AS state,
			v.id = r.current_revision_id AS isCurrent
		FROM revisions v JOIN resources r ON r.id = v.resource_id
		LEFT JOIN staff s ON s.id = v.created_by
		WHERE v.resource_id = ${resourceId} ORDER BY v.number DESC`);

export type PastCheck = {
	id: number;
	on: string;
	method: string;
	result: string;
	role: string | null;
	note: string | null;
	by: string;
};

/** The checks of a resource that nobody took back, the newest first. */
export const checks = (db: Database, resourceId: string): PastCheck[] =>
	db.all<PastCheck>(sql`
		SELECT c.id, c.verified_on AS "on", c.method, c.result, c.role, c.note,
			coalesce(s.name, c.created_by) AS "by"
		FROM verifications c LEFT JOIN staff s ON s.id = c.created_by
		WHERE c.resource_id = ${resourceId} AND c.revoked_at IS NULL ORDER BY c.verified_on DESC, c.id DESC LIMIT 50`);

export const nameOf = (db: Database, staffId: string): string =>
	db.get<{ name: string } | undefined>(sql`SELECT name FROM staff WHERE id = ${staffId}`)?.name ??
	staffId;

/** The editions that are still made and hold the resource: where its check belongs. */
export const openEditions = (
	db: Database,
	resourceId: string
): { slug: string; year: number; name: string }[] =>
	db.all(sql`
		SELECT g.slug, d.year, g.name FROM entries e
		JOIN editions d ON d.id = e.edition_id JOIN regions g ON g.id = d.region_id
		WHERE e.resource_id = ${resourceId} AND ${isStillMade('d')}
		ORDER BY d.year DESC`);
