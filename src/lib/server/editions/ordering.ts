import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { ChapterOrder } from '#lib/domain/edition/edition.ts';
import { elsewhereOf } from '#lib/domain/edition/municipality-chapter.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions, entries } from '#lib/server/database/schema/index.ts';
import { arrange, stored } from './entries.ts';
import { isMade } from '#lib/server/contents/still-made.ts';
import { names } from '#lib/server/regions/names.ts';

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

/**
 * Code of the chapter that an entry `e` with the revision `v` is printed in, as `municipalityChapter` has it
 * where chapters are municipalities.
 */
export const printedChapter = (db: Database, editionId: number): SQL =>
	stored(db, editionId).chapterOrder === 'municipality'
		? sql`CASE WHEN v.precision IN ('online', 'private') THEN v.precision
			ELSE coalesce(v.municipality_code, 'unknown') END`
		: sql`e.chapter`;

/** The chapters of an edition as they will be printed. */
export function chaptersIn(
	db: Database,
	editionId: number
): { code: string; label: string; entries: number }[] {
	const { vocabularies, municipalities } = names(db);
	const isMunicipality = stored(db, editionId).chapterOrder === 'municipality';
	const labelOf = (code: string) =>
		isMunicipality
			? (elsewhereOf(code)?.words ?? municipalities.get(code) ?? code)
			: label(vocabularies, 'category', code);
	return db
		.all<{ code: string; entries: number }>(
			sql`SELECT ${printedChapter(db, editionId)} AS code, count(*) AS entries
			FROM entries e JOIN revisions v ON v.id = e.revision_id
			WHERE e.edition_id = ${editionId} GROUP BY code ORDER BY min(e.number)`
		)
		.map((one) => ({ ...one, label: labelOf(one.code) }));
}

/** The entries of a chapter as they will be printed. */
export const orderedIn = (db: Database, editionId: number, chapter: string): Ordered[] =>
	db.all<Ordered>(
		sql`SELECT e.resource_id AS resourceId, e.number, v.name, v.kana
		FROM entries e JOIN revisions v ON v.id = e.revision_id
		WHERE e.edition_id = ${editionId} AND ${printedChapter(db, editionId)} = ${chapter}
		ORDER BY e.number`
	);

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
			.orderBy(entries.position)
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
