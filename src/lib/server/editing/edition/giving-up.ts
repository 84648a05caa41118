import type { Database } from '#lib/server/database/client.ts';
import { write } from '#lib/server/database/transaction.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as ending from '#lib/server/editions/ending.ts';

/**
 * Removes an edition that was opened by mistake, with the drafts of its words, so that its year is free
 * again. false: it was locked, published or withdrawn.
 */
export function giveUp(
	db: Database,
	editionId: number,
	act: { by: string; at: Date; reason: string }
): boolean {
	return write(db, () => {
		if (!ending.remove(db, editionId, act)) return false;
		// The next edition may have its id.
		drafts.discardOf(db, drafts.subjectOfWords(editionId));
		return true;
	});
}
