import { and, eq, sql } from 'drizzle-orm';
import type { UndoableAct } from '#lib/domain/labels/acts.ts';
import type { Stage } from '#lib/domain/edition/round.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as pictures from '#lib/server/editions/pictures.ts';
import * as pins from '#lib/server/editions/pins.ts';
import { setProgress } from '#lib/server/editions/round/board.ts';
import { dropWaivers } from '#lib/server/editions/round/readiness.ts';
import * as resourceRecords from '#lib/server/resources/resources.ts';
import { absent } from '#lib/server/editions/membership.ts';
import { isNewestWords, setWords, wordsAt } from '#lib/server/editions/words.ts';
import { save } from '#lib/server/editing/save.ts';
import {
	entries,
	entry_progress,
	resources,
	verifications,
	waivers
} from '#lib/server/database/schema/index.ts';

export type Act = { by: string; at: Date; readingOf?: ReadingOf | undefined };
/** A record of the log, and what it was about. */
export type Row = {
	id: number;
	at: string;
	action: UndoableAct;
	subjectId: string;
	details: Record<string, string | number | null>;
	name: string | null;
	regionId: number | null;
	/** null: not about one edition. */
	editionId: number | null;
	isBeingMade: number;
};

type UndoRule = {
	/** Nobody has built on it since. */
	isHarmless: (db: Database, row: Row) => boolean;
	undo: (db: Database, row: Row, act: Act) => void;
};

const numberIn = (row: Row, name: string) => row.details[name] as number;

const progressOf = (db: Database, entryId: number) =>
	db.select().from(entry_progress).where(eq(entry_progress.entry_id, entryId)).get();

const entryOf = (db: Database, row: Row) => {
	const own = and(eq(entries.edition_id, row.editionId!), eq(entries.resource_id, row.subjectId));
	return db.select().from(entries).where(own).get();
};

/** The revision is current, nobody else has checked it, and no edition has been locked with it. */
function isUntouched(db: Database, row: Row): boolean {
	const revision = numberIn(row, 'revision');
	return (
		db.get(sql`
			SELECT 1 FROM ${resources} r
			WHERE r.id = ${row.subjectId} AND r.withdrawn_at IS NULL AND r.current_revision_id = ${revision}
				AND NOT EXISTS (SELECT 1 FROM ${verifications} WHERE revision_id = ${revision}
					AND revoked_at IS NULL AND id IS NOT ${row.details['verification'] ?? null})
				AND NOT EXISTS (SELECT 1 FROM ${entries} e JOIN editions d ON d.id = e.edition_id
					WHERE e.revision_id = ${revision} AND d.locked_at IS NOT NULL)`) !== undefined
	);
}

/** What the resource said before, as a revision of its own. */
function restore(db: Database, row: Row, act: Act): void {
	const before = numberIn(row, 'before');
	save(db, {
		...{ resourceId: row.subjectId, regionId: row.regionId!, base: numberIn(row, 'revision') },
		...{ content: contents(db, [before]).get(before)!, reason: '元に戻した', ...act }
	});
}

type Before = [entryId: number, stage: Stage | null, assignee: string | null][];
const progressBefore = (row: Row) => JSON.parse(row.details['before'] as string) as Before;

const isTaken = (db: Database, row: Row) =>
	db
		.select()
		.from(entries)
		.where(and(eq(entries.edition_id, row.editionId!), eq(entries.number, numberIn(row, 'number'))))
		.get() !== undefined;

/** By the action of the log. */
export const undoRules: Record<UndoableAct, UndoRule> = {
	'round.progress': {
		isHarmless: (db, row) =>
			db.get(sql`
				SELECT 1 FROM json_each(${row.details['before']}) b
				LEFT JOIN ${entry_progress} p ON p.entry_id = b.value ->> 0
				WHERE p.updated_at IS NOT ${row.at} LIMIT 1`) === undefined,
		undo: (db, row, act) => {
			for (const [id, stage, assignee] of progressBefore(row)) {
				setProgress(db, id, { stage, assignee }, act);
			}
		}
	},
	'resource.verify': {
		isHarmless: (db, row) => {
			const entry = entryOf(db, row);
			if (!entry || (row.details['revision'] !== undefined && !isUntouched(db, row))) return false;
			if (row.details['result'] !== 'unreachable') {
				return entry.verification_id === row.details['verification'];
			}
			return (
				entry.verification_id === (row.details['pinned'] ?? null) &&
				(row.details['stage'] === undefined || progressOf(db, entry.id)?.updated_at === row.at)
			);
		},
		undo: (db, row, act) => {
			resourceRecords.revokeVerification(db, numberIn(row, 'verification'), act.at);
			const entry = entryOf(db, row)!;
			if (row.details['stage'] !== undefined) {
				const { assigned_to: assignee } = progressOf(db, entry.id)!;
				const stage = row.details['stage'] as Stage | null;
				setProgress(db, entry.id, { stage, assignee }, act);
			}
			pins.setVerification(db, entry.id, row.details['pinned'] as number | null);
			if (row.details['revision'] !== undefined) restore(db, row, act);
		}
	},
	'resource.revise': {
		isHarmless: (db, row) => typeof row.details['before'] === 'number' && isUntouched(db, row),
		undo: restore
	},
	'entry.add': {
		isHarmless: (db, row) => {
			const entry = entryOf(db, row);
			return entry?.verification_id === null && !progressOf(db, entry.id);
		},
		undo: (db, row) => {
			pins.unpin(db, row.editionId!, row.subjectId);
			editions.arrange(db, row.editionId!);
		}
	},
	'entry.remove': {
		isHarmless: (db, row) =>
			typeof row.details['position'] === 'number' &&
			absent(db, row.editionId!).some(({ id }) => id === row.subjectId) &&
			!(editions.ordering(db, row.editionId!).isNumbered && isTaken(db, row)),
		undo: (db, row, act) => {
			const { revision } = absent(db, row.editionId!).find(({ id }) => id === row.subjectId)!;
			const { verification, stage, assignee } = row.details;
			editions.pin(db, row.editionId!, {
				...{ resourceId: row.subjectId, revisionId: revision },
				verificationId: verification as number | null
			});
			// Back to its place by hand; and where numbers stay, so does this one.
			const position = numberIn(row, 'position');
			const { isNumbered } = editions.ordering(db, row.editionId!);
			const back = { position, ...(isNumbered ? { number: numberIn(row, 'number') } : {}) };
			pins.putBack(db, row.editionId!, entryOf(db, row)!.id, back);
			const had = { stage: stage as Stage | null, assignee: assignee as string | null };
			if (had.stage ?? had.assignee) setProgress(db, entryOf(db, row)!.id, had, act);
			editions.arrange(db, row.editionId!);
		}
	},
	'edition.words': {
		isHarmless: (db, row) =>
			typeof row.details['written'] === 'number' &&
			isNewestWords(db, row.editionId!, row.details['written']),
		undo: (db, row, { by, at }) => {
			const before = wordsAt(db, row.editionId!, numberIn(row, 'before'));
			setWords(db, row.editionId!, before, { by, at, base: numberIn(row, 'written') });
		}
	},
	'picture.put': {
		// What it stood in the place of is gone.
		isHarmless: (db, row) =>
			row.details['replaced'] === 0 &&
			pictures.pictureRow(db, pictureSlot(row))?.id === row.details['picture'],
		undo: (db, row) => pictures.dropPicture(db, pictureSlot(row))
	},
	'entry.waive': {
		isHarmless: (db, row) => db.select().from(waivers).where(waiverOf(row)).get() !== undefined,
		undo: (db, row) => dropWaivers(db, waiverOf(row))
	}
};

const pictureSlot = ({ editionId, details }: Row) => ({
	...{ editionId: editionId!, resource: details['resource'] as string | null }
});

const waiverOf = (row: Row) =>
	and(
		eq(waivers.edition_id, row.editionId!),
		eq(waivers.resource_id, row.subjectId),
		eq(waivers.waived_at, row.at)
	);
