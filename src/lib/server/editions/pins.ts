import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { isInEditionStillMade } from '#lib/server/contents/still-made.ts';
import type { Database } from '#lib/server/database/client.ts';
import { entries, waivers } from '#lib/server/database/schema/index.ts';
import { movePins } from './entries.ts';
import { handOverPictures } from './pictures.ts';

/** Changes of entries that leave numbers and order alone; `arrange` follows where those change. */

/** Copies what a statement selects, in the order of these columns, into an edition. */
export const fill = (db: Database, selection: SQL): void =>
	void db.run(sql`
		INSERT INTO entries (edition_id, resource_id, revision_id, verification_id, number, chapter, position, state)
		${selection}`);

/** Takes one resource out of one edition. */
export function unpin(db: Database, editionId: number, resourceId: string): void {
	db.delete(entries)
		.where(and(eq(entries.edition_id, editionId), eq(entries.resource_id, resourceId)))
		.run();
}

/** Takes resources out of all editions that are still made. */
export function unpinEverywhere(db: Database, resourceIds: string[]): void {
	db.delete(entries)
		.where(and(inArray(entries.resource_id, resourceIds), isInEditionStillMade))
		.run();
}

/** null: the entry is not verified any more. */
export function setVerification(
	db: Database,
	entryId: number,
	verificationId: number | null
): void {
	db.update(entries).set({ verification_id: verificationId }).where(eq(entries.id, entryId)).run();
}

/** In the editions that are still made, no entry has this check any more. */
export function dropVerification(db: Database, verificationId: number): void {
	db.update(entries)
		.set({ verification_id: null })
		.where(and(eq(entries.verification_id, verificationId), isInEditionStillMade))
		.run();
}

/** Moves the entry, and those at its place and after it by one. */
export function putBack(
	db: Database,
	editionId: number,
	entryId: number,
	to: { position: number; number?: number }
): void {
	db.run(sql`UPDATE entries SET position = position + 1
		WHERE edition_id = ${editionId} AND position >= ${to.position}`);
	db.update(entries).set(to).where(eq(entries.id, entryId)).run();
}

/**
 * In the editions that are made and have only the first, the second takes its place, number, progress
 * and photo. Nobody has verified it there.
 */
export function handOver(db: Database, from: string, to: { id: string; revision: number }): void {
	const region = sql`(SELECT region_id FROM resources WHERE id = ${to.id})`;
	const made = sql`${isInEditionStillMade}
		AND edition_id IN (SELECT id FROM editions WHERE region_id = ${region})
		AND NOT edition_id IN (SELECT edition_id FROM entries WHERE resource_id = ${to.id})`;
	db.delete(waivers)
		.where(and(inArray(waivers.resource_id, [from, to.id]), made))
		.run();
	db.update(entries)
		.set({ resource_id: to.id, revision_id: to.revision, verification_id: null })
		.where(and(eq(entries.resource_id, from), made))
		.run();
	handOverPictures(db, from, to.id);
	movePins(db, to.id, to.revision);
}
