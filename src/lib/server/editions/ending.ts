import { and, eq, isNull, sql } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions, entries } from '#lib/server/database/schema/index.ts';
import { isMade } from '#lib/server/contents/still-made.ts';
import { editionTitle } from '#lib/server/audit/edition-title.ts';
import { dropUnused } from './pictures.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

/** How an edition ends without having been followed: withdrawn after 公開, or given up before. */

type Act = { by: string; at: Date; reason: string };

/** What giving an edition up takes along, in numbers. The checks themselves and the content stay. */
export type Loss = {
	entries: number;
	/** Entries that have a check of the round. */
	verified: number;
	/** Entries that somebody has begun with, or that are somebody's. */
	begun: number;
	waived: number;
};

export const loss = (db: Database, editionId: number): Loss =>
	db.get(sql`
		SELECT count(*) AS entries, count(e.verification_id) AS verified, count(p.entry_id) AS begun,
			(SELECT count(*) FROM waivers WHERE edition_id = ${editionId}) AS waived
		FROM entries e LEFT JOIN entry_progress p ON p.entry_id = e.id
		WHERE e.edition_id = ${editionId}`);

/** Deletes an edition that is still made, with its entries. false: it was locked, published or withdrawn. */
export function remove(db: Database, editionId: number, { by, at, reason }: Act): boolean {
	return write(db, () => {
		if (!isMade(db, editionId)) return false;
		const { name } = db.get<{ name: string }>(sql`
			SELECT ${editionTitle} AS name FROM editions d
			JOIN regions g ON g.id = d.region_id WHERE d.id = ${editionId}`);
		const lost = loss(db, editionId);
		db.delete(entries).where(eq(entries.edition_id, editionId)).run();
		db.delete(editions).where(eq(editions.id, editionId)).run();
		dropUnused(db);
		record(db, editionId, 'edition.give-up', { by, at, reason }, { name, ...lost });
		return true;
	});
}

/** Off the readers' pages; of what is left, the newest is no 旧版 any more. Its year is free again. */
export function withdraw(db: Database, editionId: number, { by, at, reason }: Act): void {
	write(db, () => {
		const { changes } = db
			.update(editions)
			.set({ withdrawn_at: at.toISOString(), withdrawn_by: by, withdrawn_reason: reason })
			.where(and(eq(editions.id, editionId), isNull(editions.withdrawn_at)))
			.run();
		if (changes === 0) return;
		db.update(editions)
			.set({ superseded_at: null, superseded_by: null })
			.where(
				sql`id = (
					SELECT id FROM editions WHERE published_at IS NOT NULL AND withdrawn_at IS NULL
						AND region_id = (SELECT region_id FROM editions WHERE id = ${editionId})
					ORDER BY year DESC LIMIT 1)`
			)
			.run();
		record(db, editionId, 'edition.withdraw', { by, at, reason });
	});
}

function record(
	db: Database,
	editionId: number,
	action: acts.Act,
	{ by, at, reason }: Act,
	details: Record<string, string | number> = {}
): void {
	audit.record(db, {
		...{ at: at.toISOString(), actor: by, action, reason, details },
		...{ subject: 'edition', subjectId: editionId }
	});
}
