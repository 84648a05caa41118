import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';

/** Of an edition under this name in a statement: it is still being made, so that its entries may change. */
export const isStillMade = (edition: 'd' | 'editions'): SQL =>
	sql.raw(`(${edition}.locked_at IS NULL AND ${edition}.withdrawn_at IS NULL)`);

/** Of an entry, or of what else has an `edition_id`: its edition is still being made. */
export const isInEditionStillMade = sql`edition_id IN (
	SELECT editions.id FROM editions WHERE ${isStillMade('editions')})`;

/** Whether this edition is still being made. */
export const isMade = (db: Database, editionId: number): boolean =>
	db.get(sql`SELECT 1 FROM editions WHERE id = ${editionId} AND ${isStillMade('editions')}`) !==
	undefined;
