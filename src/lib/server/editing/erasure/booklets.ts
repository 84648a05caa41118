import { asc, eq, sql, type SQL } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import type { Database } from '#lib/server/database/client.ts';
import { booklets } from '#lib/server/database/schema/index.ts';

/** Booklets that hold what is erased. */
export type Dropped = {
	/** To be made anew, without it. */
	finals: number;
	/** Proofs, and those of readers. */
	others: number;
};

/**
 * Takes away every booklet of those editions, every one that `tells` of its contents, and all cached ones. The
 * caller has lifted the triggers.
 */
export function dropHolding(
	db: Database,
	{ editions, tells }: { editions: number[]; tells: SQL },
	{ by, at }: { by: string; at: Date }
): Dropped {
	const holding = sql`(${booklets.kind} = 'cached' OR ${tells}
		OR ${booklets.edition_id} IN (SELECT value FROM json_each(${JSON.stringify(editions)})))`;
	const found = db
		.select({
			...{ id: booklets.id, kind: booklets.kind, edition: booklets.edition_id },
			...{ form: booklets.form, channel: booklets.channel, sha256: booklets.sha256 }
		})
		.from(booklets)
		.where(holding)
		.orderBy(asc(booklets.id))
		.all();
	const finals = found.filter(({ kind }) => kind === 'final');
	for (const { id } of found) db.delete(booklets).where(eq(booklets.id, id)).run();
	for (const { edition, form, channel, sha256 } of finals) {
		audit.record(db, {
			...{ at: at.toISOString(), actor: by, action: 'booklet.drop' },
			...{ subject: 'edition', subjectId: edition, details: { form, channel, sha256 } }
		});
	}
	return { finals: finals.length, others: found.length - finals.length };
}
