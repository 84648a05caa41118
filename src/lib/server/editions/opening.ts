import { and, eq, isNull, sql } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { standingOf } from '#lib/server/audit/standing.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions } from '#lib/server/database/schema/index.ts';
import { arrange, editionBefore } from './entries.ts';
import { open } from './lifecycle.ts';
import { carryPictures } from './pictures.ts';
import * as pins from './pins.ts';

/** What an edition before leaves to the next one, in numbers. */
export type Outlook = {
	from: { id: number; year: number } | null;
	/** Carried over. */
	carried: number;
	/** Closed or withdrawn since: not carried over. */
	left: number;
};

export function outlook(
	db: Database,
	{ regionId, year }: { regionId: number; year: number }
): Outlook {
	const from = editionBefore(db, { region_id: regionId, year });
	if (!from) return { from: null, carried: 0, left: 0 };
	const counts = db.get<{ carried: number; total: number }>(sql`
		SELECT count(DISTINCT r.id) FILTER (WHERE ${isCarried}) AS carried, count(DISTINCT r.id) AS total
		FROM entries e ${asNow}
		WHERE e.edition_id = ${from.id}`);
	return {
		from: { id: from.id, year: from.year },
		carried: counts.carried,
		left: counts.total - counts.carried
	};
}

/** What an entry `e` is by now: of two that were made one, the other. */
const asNow = sql`
	JOIN resources m ON m.id = e.resource_id
	JOIN resources r ON r.id = coalesce(m.merged_into_id, m.id)
	LEFT JOIN revisions v ON v.id = r.current_revision_id`;

const isCarried = sql`e.state <> 'closed' AND r.withdrawn_at IS NULL AND v.operation <> 'closed'`;

/**
 * Opens the round of a year: every entry of the edition before that is still there, with what is
 * known of it now, and nobody has verified it yet. Returns its id.
 */
export function openFrom(
	db: Database,
	{ regionId, year, by, at }: { regionId: number; year: number; by: string; at: Date }
): number | 'exists' {
	const now = at.toISOString();
	return write(db, () => {
		const taken = db
			.select({ id: editions.id })
			.from(editions)
			.where(
				and(
					eq(editions.region_id, regionId),
					eq(editions.year, year),
					isNull(editions.withdrawn_at)
				)
			)
			.get();
		if (taken) return 'exists';
		const from = editionBefore(db, { region_id: regionId, year });
		const { imprint = null, licence = null, funding = null, colour = null } = from ?? {};
		const id = open(db, { regionId, year, by, at, imprint, licence, funding, colour });
		db.update(editions)
			.set({ verifying_at: now, verifying_by: by, chapter_order: from?.chapter_order ?? null })
			.where(eq(editions.id, id))
			.run();
		if (from) {
			pins.fill(
				db,
				sql`
				SELECT ${id}, r.id, r.current_revision_id, NULL, min(e.number), e.chapter, e.position, 'continued'
				FROM entries e ${asNow}
				WHERE e.edition_id = ${from.id} AND ${isCarried} GROUP BY r.id`
			);
			arrange(db, id);
			carryPictures(db, from.id, id);
		}
		audit.record(db, {
			at: now,
			actor: by,
			action: 'edition.open',
			subject: 'edition',
			subjectId: id,
			details: { ...standingOf(db, id), from: from?.year ?? null }
		});
		return id;
	});
}
