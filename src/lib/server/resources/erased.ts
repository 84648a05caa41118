import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { resources } from '#lib/server/database/schema/index.ts';

/** A person asked that the words of this resource be erased: none are written to it again. */
export class ErasedError extends Error {
	override name = 'ErasedError';
}

/** Asked of every revision that is written. */
const erased = cachedByDatabase((db) =>
	db
		.select({ id: resources.id })
		.from(resources)
		.where(
			and(eq(resources.id, sql.placeholder('resourceId')), eq(resources.withdrawn_cause, 'erasure'))
		)
		.prepare()
);

/** Before words are written, within the same transaction: a form may have been open meanwhile. */
export function refuseErased(db: Database, resourceId: string): void {
	if (erased(db).get({ resourceId }) !== undefined)
		throw new ErasedError('The words of this resource were erased');
}
