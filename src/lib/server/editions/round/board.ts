import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BoardEntry } from '#lib/domain/edition/board.ts';
import { isDone, progressOf, type Result, type Stage } from '#lib/domain/edition/round.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { entries, entry_progress } from '#lib/server/database/schema/index.ts';
import { isInEditionStillMade } from '#lib/server/contents/still-made.ts';

type Row = Omit<BoardEntry, 'progress' | 'isOwed' | 'isDone'> & {
	stage: Stage | null;
	result: Result | null;
	isOwed: number;
};

/**
 * The check `c` of an entry found a change, and the revision `v` that the entry prints says the same as
 * the one that was checked.
 */
export const isOwed = sql`(coalesce(c.result, '') = 'changed' AND v.content_hash = (
	SELECT content_hash FROM revisions WHERE id = c.revision_id))`;

/** Every entry of an edition, by its number. */
export const board = (db: Database, editionId: number): BoardEntry[] =>
	db
		.all<Row>(
			sql`
		SELECT e.id AS entryId, e.resource_id AS resourceId, e.number, v.name, v.kana, e.chapter,
			v.municipality_code AS municipality, p.stage, p.assigned_to AS assignee, c.result, ${isOwed} AS isOwed,
			coalesce(c.verified_on, (SELECT max(verified_on) FROM verifications
				WHERE resource_id = e.resource_id AND result <> 'unreachable' AND revoked_at IS NULL)) AS checkedOn
		FROM entries e
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN entry_progress p ON p.entry_id = e.id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} ORDER BY e.number`
		)
		.map(({ stage, result, isOwed, ...entry }) => {
			const [progress, owed] = [progressOf(stage, result), { isOwed: isOwed === 1 }];
			return { ...entry, ...owed, progress, isDone: isDone(progress, owed) };
		});

export type Change = { stage?: Stage | null; assignee?: string | null };

/**
 * Of entries of this edition alone, while it is made. `found`: how many of them there are; `changed`: how
 * many were not so before. A verification says how far an entry is, whatever stage it had.
 */
export function change(
	db: Database,
	editionId: number,
	entryIds: readonly number[],
	{ stage, assignee, by, at }: Change & { by: string; at: Date }
): { found: number; changed: number } {
	const now = at.toISOString();
	return write(db, () => {
		const found = db
			.select({
				id: entries.id,
				stage: entry_progress.stage,
				assignee: entry_progress.assigned_to,
				verification: entries.verification_id
			})
			.from(entries)
			.leftJoin(entry_progress, eq(entry_progress.entry_id, entries.id))
			.where(
				and(
					eq(entries.edition_id, editionId),
					inArray(entries.id, [...entryIds]),
					isInEditionStillMade
				)
			)
			.all();
		const own = found.filter(
			(entry) =>
				(stage !== undefined && entry.verification === null && entry.stage !== stage) ||
				(assignee !== undefined && entry.assignee !== assignee)
		);
		const counts = { found: found.length, changed: own.length };
		if (own.length === 0) return counts;
		const changed = {
			...(stage === undefined ? {} : { stage }),
			...(assignee === undefined ? {} : { assigned_to: assignee }),
			updated_at: now,
			updated_by: by
		};
		for (const { id } of own) {
			putProgress(db, id, changed);
		}
		audit.record(db, {
			at: now,
			actor: by,
			action: 'round.progress',
			subject: 'edition',
			subjectId: editionId,
			details: {
				entries: own.length,
				stage: stage ?? null,
				assignee: assignee ?? null,
				before: JSON.stringify(own.map((entry) => [entry.id, entry.stage, entry.assignee]))
			}
		});
		return counts;
	});
}

/** Who has an entry and how far it is, as an undo puts it back. */
export const setProgress = (
	db: Database,
	entryId: number,
	{ stage, assignee }: { stage: Stage | null; assignee: string | null },
	{ by, at }: { by: string; at: Date }
): void =>
	putProgress(db, entryId, {
		...{ stage, assigned_to: assignee },
		...{ updated_at: at.toISOString(), updated_by: by }
	});

function putProgress(
	db: Database,
	entryId: number,
	set: Omit<typeof entry_progress.$inferInsert, 'entry_id'>
): void {
	db.insert(entry_progress)
		.values({ entry_id: entryId, ...set })
		.onConflictDoUpdate({ target: entry_progress.entry_id, set })
		.run();
}
