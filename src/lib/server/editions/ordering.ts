import { and, asc, eq } from 'drizzle-orm';
import type { ChapterOrder } from '#lib/domain/edition/edition.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions, entries, revisions } from '#lib/server/database/schema/index.ts';
import { arrange, stored } from './entries.ts';
import { isMade } from '#lib/server/contents/still-made.ts';

type Act = { by: string; at: Date };

export type Ordered = { resourceId: string; number: number; name: string; kana: string | null };

/** How an edition is ordered, and whether that may still change: once locked, numbers stay. */
export function ordering(
	db: Database,
	editionId: number
): { order: ChapterOrder; isNumbered: boolean } {
	const { chapterOrder, numbered_at } = stored(db, editionId);
	return { order: chapterOrder, isNumbered: numbered_at !== null };
}

/** The entries of a chapter as they will be printed. */
export const orderedIn = (db: Database, editionId: number, chapter: string): Ordered[] =>
	db
		.select({
			resourceId: entries.resource_id,
			number: entries.number,
			name: revisions.name,
			kana: revisions.kana
		})
		.from(entries)
		.innerJoin(revisions, eq(revisions.id, entries.revision_id))
		.where(and(eq(entries.edition_id, editionId), eq(entries.chapter, chapter)))
		.orderBy(asc(entries.number))
		.all();

/** By hand begins with the order there is. false: the order is fixed by now. */
export function setOrder(db: Database, editionId: number, order: ChapterOrder, act: Act): boolean {
	return write(db, () => {
		const now = ordering(db, editionId);
		if (now.isNumbered || !isMade(db, editionId)) return false;
		if (now.order === order) return true;
		db.update(editions).set({ chapter_order: order }).where(eq(editions.id, editionId)).run();
		arrange(db, editionId);
		record(db, editionId, act, { order });
		return true;
	});
}

/**
 * Puts an entry at a place of its chapter, from 1; what is beyond the last place is the last.
 * Returns its number; null where the edition is not ordered by hand, or does not have the entry.
 */
export function move(
	db: Database,
	editionId: number,
	{ resourceId, to, ...act }: Act & { resourceId: string; to: number }
): number | null {
	return write(db, () => {
		const { order, isNumbered } = ordering(db, editionId);
		const own = and(eq(entries.edition_id, editionId), eq(entries.resource_id, resourceId));
		const entry = db.select().from(entries).where(own).get();
		if (order !== 'hand' || isNumbered || !entry || !isMade(db, editionId)) return null;
		const chapter = db
			.select({ id: entries.id, position: entries.position })
			.from(entries)
			.where(and(eq(entries.edition_id, editionId), eq(entries.chapter, entry.chapter)))
			.orderBy(asc(entries.position))
			.all();
		const ids = chapter.map(({ id }) => id).filter((id) => id !== entry.id);
		ids.splice(to - 1, 0, entry.id);
		if (ids.every((id, index) => id === chapter[index]!.id)) return entry.number;
		ids.forEach((id, index) => {
			const { position } = chapter[index]!;
			db.update(entries).set({ position }).where(eq(entries.id, id)).run();
		});
		arrange(db, editionId);
		record(db, editionId, act, { resource: resourceId, to });
		return db.select().from(entries).where(own).get()!.number;
	});
}

function record(
	db: Database,
	editionId: number,
	{ by, at }: Act,
	details: Record<string, string | number>
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action: 'edition.order',
		subject: 'edition',
		subjectId: editionId,
		details
	});
}
