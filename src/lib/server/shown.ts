import { sql, type SQL } from 'drizzle-orm';
import type { Method } from '#lib/domain/verification.ts';
import type { Database } from './database.ts';

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
};

/** Of a revision `v`: its place agreed to be on the web. */
export const hasWebConsent = webConsentOf(sql`v.id`);

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
			c.method, c.verified_on, c.role, NULL AS number
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
			c.method, c.verified_on, c.role, e.number
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} AND ${isOnTheWeb} AND ${condition}
		ORDER BY e.number`);
}

/** That a revision, named by its id in the statement, may be shown on the web. */
export function webConsentOf(revisionId: SQL): SQL {
	return sql`EXISTS (
		SELECT 1 FROM revision_consents c WHERE c.revision_id = ${revisionId} AND c.channel = 'web'
	)`;
}
