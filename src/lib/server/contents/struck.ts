import { sql } from 'drizzle-orm';
import type { Struck } from '#lib/domain/edition/edition.ts';
import type { Database } from '#lib/server/database/client.ts';
import { isOnTheWeb, isStillOnTheWeb } from './visibility.ts';

/**
 * Entries of an edition that readers could see once and may not today, by number: that the number stays is
 * all that is told.
 */
export const struck = (
	db: Database,
	editionId: number,
	resourceId: string | null = null
): Struck[] =>
	db.all<Struck>(sql`
		SELECT e.number, CASE WHEN r.withdrawn_at IS NULL THEN 'off-web' ELSE 'withdrawn' END AS why
		FROM entries e
		JOIN resources r ON r.id = e.resource_id
		JOIN revisions v ON v.id = e.revision_id
		WHERE e.edition_id = ${editionId} AND ${isOnTheWeb} AND NOT ${isStillOnTheWeb}
			AND (${resourceId} IS NULL OR e.resource_id = ${resourceId})
		ORDER BY e.number`);
