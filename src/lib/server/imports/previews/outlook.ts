import { eq, sql } from 'drizzle-orm';
import type { Decision } from '#lib/domain/formats/preview/decision.ts';
import type { Standing } from '#lib/domain/formats/preview/outlook.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_rows } from '#lib/server/database/schema/index.ts';

/** How many rows of each status were decided how. */
export function outlook(db: Database, id: string): Standing {
	// Public data that no longer has a place takes it from the live pages, and nobody has to say so.
	const is = sql<Decision['is'] | null>`CASE
		WHEN ${import_rows.decision} IS NOT NULL THEN json_extract(${import_rows.decision}, '$.is')
		WHEN ${import_rows.status} = 'gone' AND ${import_rows.fingerprint} NOT LIKE '% stay ' THEN 'take'
		END`;
	return db
		.select({ status: import_rows.status, is, rows: sql<number>`count(*)` })
		.from(import_rows)
		.where(eq(import_rows.preview_id, id))
		.groupBy(import_rows.status, is)
		.all();
}
