import { and, eq } from 'drizzle-orm';
import { erasedWords } from '#lib/domain/erasure.ts';
import type { Database } from '#lib/server/database.ts';
import { resources } from '#lib/server/schema.ts';

/** A person asked that the words of this resource be erased: none are written to it again. */
export class ErasedError extends Error {
	override name = 'ErasedError';
}

/** Before words are written, within the same transaction: a form may have been open meanwhile. */
export function refuseErased(db: Database, resourceId: string): void {
	const found = db
		.select({ id: resources.id })
		.from(resources)
		.where(and(eq(resources.id, resourceId), eq(resources.withdrawn_reason, erasedWords)))
		.get();
	if (found) throw new ErasedError('The words of this resource were erased');
}
