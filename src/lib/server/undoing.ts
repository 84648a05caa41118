import { and, desc, eq, sql } from 'drizzle-orm';
import type { Stage } from '#lib/domain/round.ts';
import { editsRegion, type User } from '#lib/domain/staff.ts';
import * as audit from './audit.ts';
import { contents } from './contents/read.ts';
import { write, type Database } from './database.ts';
import * as editions from './editions.ts';
import { absent } from './editions/membership.ts';
import { save } from './resources/saving.ts';
import * as schema from './schema.ts';

/** The last thing somebody did, which can be taken back as if it had not been done. */
export type Undoable = {
	/** Of the record in the log. */
	id: number;
	action: string;
	/** ISO instant. */
	at: string;
	/** What it was done to. */
	name: string | null;
};

type Act = { by: string; at: Date };
type Row = {
	id: number;
	at: string;
	action: string;
	subjectId: string;
	details: Record<string, string | number | null>;
	name: string | null;
	regionId: number | null;
	/** null: not about one edition. */
	editionId: number | null;
	isBeingMade: number;
};

type Step = {
	/** Nobody has built on it since. */
	isHarmless: (db: Database, row: Row) => boolean;
	undo: (db: Database, row: Row, act: Act) => void;
};

/** After that one goes and looks instead. */
const within = 60 * 60_000;

const numberIn = (row: Row, name: string) => row.details[name] as number;
const { entries, entry_progress, resources, verifications, waivers } = schema;

const progressOf = (db: Database, entryId: number) =>
	db.select().from(entry_progress).where(eq(entry_progress.entry_id, entryId)).get();

const entryOf = (db: Database, row: Row) => {
	const own = and(eq(entries.edition_id, row.editionId!), eq(entries.resource_id, row.subjectId));
	return db.select().from(entries).where(own).get();
};

const isCurrent = (db: Database, row: Row) =>
	db
		.select({ current: resources.current_revision_id })
		.from(resources)
		.where(and(eq(resources.id, row.subjectId), sql`withdrawn_at IS NULL`))
		.get()?.current === numberIn(row, 'revision');

/** What the resource said before, as a revision of its own. */
function restore(db: Database, row: Row, act: Act): void {
	const before = numberIn(row, 'before');
	save(db, {
		...{ resourceId: row.subjectId, regionId: row.regionId!, base: numberIn(row, 'revision') },
		...{ content: contents(db, [before]).get(before)!, reason: '元に戻した', ...act }
	});
}

function setProgress(
	db: Database,
	entryId: number,
	{ stage, assignee }: { stage: Stage | null; assignee: string | null },
	{ by, at }: Act
): void {
	const set = { stage, assigned_to: assignee, updated_at: at.toISOString(), updated_by: by };
	db.insert(entry_progress)
		.values({ entry_id: entryId, ...set })
		.onConflictDoUpdate({ target: entry_progress.entry_id, set })
		.run();
}

type Before = [entryId: number, stage: Stage | null, assignee: string | null][];
const progressBefore = (row: Row) => JSON.parse(row.details['before'] as string) as Before;

const isTaken = (db: Database, row: Row) =>
	db
		.select()
		.from(entries)
		.where(and(eq(entries.edition_id, row.editionId!), eq(entries.number, numberIn(row, 'number'))))
		.get() !== undefined;

const steps: Record<string, Step> = {
	'round.progress': {
		isHarmless: (db, row) =>
			progressBefore(row).every(([id]) => progressOf(db, id)?.updated_at === row.at),
		undo: (db, row, act) => {
			for (const [id, stage, assignee] of progressBefore(row)) {
				setProgress(db, id, { stage, assignee }, act);
			}
		}
	},
	'resource.verify': {
		isHarmless: (db, row) => {
			const entry = entryOf(db, row);
			if (!entry || (row.details['revision'] !== undefined && !isCurrent(db, row))) return false;
			return row.details['result'] === 'unreachable'
				? progressOf(db, entry.id)?.updated_at === row.at &&
						entry.verification_id === (row.details['pinned'] ?? null)
				: entry.verification_id === row.details['verification'];
		},
		undo: (db, row, act) => {
			db.update(verifications)
				.set({ revoked_at: act.at.toISOString() })
				.where(eq(verifications.id, numberIn(row, 'verification')))
				.run();
			const entry = entryOf(db, row)!;
			if (row.details['result'] === 'unreachable') {
				const { assigned_to: assignee } = progressOf(db, entry.id)!;
				setProgress(db, entry.id, { stage: null, assignee }, act);
			}
			db.update(entries)
				.set({ verification_id: row.details['pinned'] as number | null })
				.where(eq(entries.id, entry.id))
				.run();
			if (row.details['revision'] !== undefined) restore(db, row, act);
		}
	},
	'resource.revise': {
		isHarmless: (db, row) => typeof row.details['before'] === 'number' && isCurrent(db, row),
		undo: restore
	},
	'entry.add': {
		isHarmless: (db, row) => entryOf(db, row)?.verification_id === null,
		undo: (db, row) => {
			db.delete(entries)
				.where(eq(entries.id, entryOf(db, row)!.id))
				.run();
			editions.arrange(db, row.editionId!);
		}
	},
	'entry.remove': {
		isHarmless: (db, row) =>
			absent(db, row.editionId!).some(({ id }) => id === row.subjectId) &&
			!(editions.ordering(db, row.editionId!).isNumbered && isTaken(db, row)),
		undo: (db, row, act) => {
			const { revision } = absent(db, row.editionId!).find(({ id }) => id === row.subjectId)!;
			const { verification, stage, assignee } = row.details;
			editions.pin(db, row.editionId!, {
				...{ resourceId: row.subjectId, revisionId: revision },
				verificationId: verification as number | null
			});
			// Where numbers stay, so does this one.
			if (editions.ordering(db, row.editionId!).isNumbered) {
				const number = numberIn(row, 'number');
				const own = eq(entries.id, entryOf(db, row)!.id);
				db.update(entries).set({ number }).where(own).run();
			}
			const had = { stage: stage as Stage | null, assignee: assignee as string | null };
			if (had.stage ?? had.assignee) setProgress(db, entryOf(db, row)!.id, had, act);
			editions.arrange(db, row.editionId!);
		}
	},
	'entry.waive': {
		isHarmless: (db, row) => db.select().from(waivers).where(waiverOf(row)).get() !== undefined,
		undo: (db, row) => void db.delete(waivers).where(waiverOf(row)).run()
	}
};

const waiverOf = (row: Row) =>
	and(
		eq(waivers.edition_id, row.editionId!),
		eq(waivers.resource_id, row.subjectId),
		eq(waivers.waived_at, row.at)
	);

function last(db: Database, user: User): Row | undefined {
	const found = db
		.select()
		.from(schema.audit)
		.where(eq(schema.audit.actor, user.id))
		.orderBy(desc(schema.audit.id))
		.limit(1)
		.get();
	if (!found || !(found.action in steps)) return undefined;
	const editionId =
		found.subject === 'edition' ? Number(found.subject_id) : found.details['edition'];
	const named = db.get<Pick<Row, 'name' | 'regionId' | 'isBeingMade'> | undefined>(
		typeof editionId === 'number'
			? sql`
		SELECT coalesce(v.name, g.name || ' ' || d.year || '年度版') AS name, d.region_id AS regionId,
			d.locked_at IS NULL AND d.withdrawn_at IS NULL AS isBeingMade
		FROM editions d JOIN regions g ON g.id = d.region_id
		LEFT JOIN resources r ON r.id = ${found.subject_id}
		LEFT JOIN revisions v ON v.id = r.current_revision_id
		WHERE d.id = ${editionId}`
			: sql`
		SELECT v.name, r.region_id AS regionId, 1 AS isBeingMade FROM resources r
		LEFT JOIN revisions v ON v.id = r.current_revision_id WHERE r.id = ${found.subject_id}`
	);
	if (!named) return undefined;
	const { id, at, action, subject_id: subjectId, details } = found;
	return {
		...{ id, at, action, subjectId, details, ...named },
		editionId: typeof editionId === 'number' ? editionId : null
	};
}

/** null where the last thing is too long ago, too grave, or somebody has gone on from it. */
export function undoable(db: Database, user: User, at: Date): Undoable | null {
	const row = last(db, user);
	if (!row || !row.isBeingMade || at.getTime() - Date.parse(row.at) > within) return null;
	if (row.regionId === null || !editsRegion(user, row.regionId)) return null;
	if (!steps[row.action]!.isHarmless(db, row)) return null;
	const { id, action, name } = row;
	return { id, action, at: row.at, name };
}

/** Takes the record with that id back, if it is still the last that can be. */
export function undo(
	db: Database,
	user: User,
	{ id, at }: { id: number; at: Date }
): Undoable | null {
	return write(db, () => {
		const found = undoable(db, user, at);
		if (found?.id !== id) return null;
		const row = last(db, user)!;
		const act = { by: user.id, at };
		steps[row.action]!.undo(db, row, act);
		audit.record(db, {
			...{ at: at.toISOString(), actor: user.id, action: 'undo', details: { undone: id } },
			...(row.editionId !== null && row.action === 'round.progress'
				? { subject: 'edition', subjectId: row.editionId }
				: { subject: 'resource', subjectId: row.subjectId })
		});
		return found;
	});
}
