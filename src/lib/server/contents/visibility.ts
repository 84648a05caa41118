import { sql, type SQL } from 'drizzle-orm';
import type { Audience } from '#lib/domain/resource/publication.ts';
import type { Method } from '#lib/domain/resource/verification.ts';
import type { Database } from '#lib/server/database/client.ts';

/** A resource as a list shows it: one revision, with one check. */
export type Shown = {
	resource: string;
	revision: number;
	/** Slug. */
	region: string;
	method: Method | null;
	verified_on: string | null;
	role: string | null;
	/** In its edition; null on the live pages. */
	number: number | null;
	/**
	 * Revisions (a JSON list) beside which the revision tells no more than they do: those of today, of what
	 * an edition printed. null: it is one of today, or looked at by staff.
	 */
	beside: string | null;
};

/** Of a revision `v`: its place agreed to be on the web. */
export const hasWebConsent = consentOf(sql`v.id`, 'web');

/** And it has not closed, so that lists show it. */
export const isOnTheWeb = sql`v.operation <> 'closed' AND ${hasWebConsent}`;

/** The newest check of a resource `r` in which somebody was reached. */
export const newestCheck = sql`(
	SELECT id FROM verifications
	WHERE resource_id = r.id AND result <> 'unreachable' AND revoked_at IS NULL
	ORDER BY verified_on DESC, id DESC LIMIT 1
)`;

/** What the live lists show of the resources `r` that meet a condition, with the newest check. */
export const currentIn = (db: Database, condition: SQL): Shown[] =>
	current(db, sql`${isOnTheWeb} AND ${condition}`);

/** The same with those that have closed, which have a page of their own. */
export const currentPagesIn = (db: Database, condition: SQL): Shown[] =>
	current(db, sql`${hasWebConsent} AND ${condition}`);

const current = (db: Database, condition: SQL): Shown[] =>
	db.all<Shown>(sql`
		SELECT r.id AS resource, v.id AS revision, g.slug AS region,
			c.method, c.verified_on, c.role, NULL AS number, NULL AS beside
		FROM resources r
		JOIN revisions v ON v.id = r.current_revision_id
		JOIN regions g ON g.id = r.region_id
		LEFT JOIN verifications c ON c.id = ${newestCheck}
		WHERE r.withdrawn_at IS NULL AND ${condition}
		ORDER BY v.id`);

/** What an edition prints of the revisions `v` that meet a condition, with the check that was pinned. */
export function printedIn(db: Database, editionId: number, condition: SQL): Shown[] {
	return db.all<Shown>(sql`
		SELECT e.resource_id AS resource, v.id AS revision, g.slug AS region,
			c.method, c.verified_on, c.role, e.number, ${besideToday} AS beside
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN resources r ON r.id = e.resource_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} AND ${isOnTheWeb} AND ${isStillOnTheWeb} AND ${condition}
		ORDER BY e.number`);
}

/** That a revision, named by its id in the statement, may be shown to these readers. */
export function consentOf(revisionId: SQL, audience: Audience): SQL {
	return sql`EXISTS (
		SELECT 1 FROM revision_consents c WHERE c.revision_id = ${revisionId} AND c.channel = ${audience}
	)`;
}

export const webConsentOf = (revisionId: SQL): SQL => consentOf(revisionId, 'web');

/**
 * That readers saw a revision when it was current. A proposal was never shown itself: what was taken of it is a
 * revision of its own.
 */
export function wasShown(revision: 'v' | 'o'): SQL {
	const column = (name: string) => sql.raw(`${revision}.${name}`);
	return sql`${column('approved_at')} IS NOT NULL AND ${column('proposed_at')} IS NULL
		AND ${webConsentOf(column('id'))}`;
}

const mergedInto = sql`(SELECT t.current_revision_id FROM resources t WHERE t.id = r.merged_into_id)`;

/** Of the resource `r` of an entry: what it is today, and what it was made one with. */
export const besideToday = sql`json_array(r.current_revision_id, ${mergedInto})`;

/** Nobody took it back: that public data no longer names it hides nothing, nor does a sentence in place of words. */
const isNotWithdrawn = sql`(r.withdrawn_at IS NULL OR r.merged_into_id IS NOT NULL
	OR r.withdrawn_cause IN ('absence', 'erasure'))`;

/** The same of the place with which it was made one. */
const isTargetTold = (audience: Audience) => sql`(r.merged_into_id IS NULL OR EXISTS (
	SELECT 1 FROM resources t WHERE t.id = r.merged_into_id
		AND ${consentOf(sql`t.current_revision_id`, audience)}
		AND (t.withdrawn_at IS NULL OR t.withdrawn_cause = 'absence')))`;

/** Of the resource `r` of an entry: these readers may see today what was printed of it. */
export const isStillTold = (audience: Audience) =>
	sql`(${isNotWithdrawn} AND ${isTargetTold(audience)}
	AND ${consentOf(sql`r.current_revision_id`, audience)})`;

export const isStillOnTheWeb = isStillTold('web');
