import { and, asc, eq } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar.ts';
import type { Content } from '#lib/domain/content.ts';
import type { EntryState } from '#lib/domain/edition.ts';
import { missingFrom, type Check, type Missing } from '#lib/domain/readiness.ts';
import * as audit from '#lib/server/audit.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write, type Database } from '#lib/server/database.ts';
import * as outlines from '#lib/server/outlines.ts';
import { editions, entries, waivers } from '#lib/server/schema.ts';
import { isStillMade } from './arrangement.ts';
import { lock } from './round.ts';

type Act = { by: string; at: Date };
export type Waiver = { reason: string; by: string; at: string };

/** An entry that lacks something, waived or not. */
export type Lacking = {
	resourceId: string;
	number: number;
	name: string;
	/** Code. */
	municipality: string | null;
	state: EntryState;
	missing: (Missing & { waiver: Waiver | null })[];
};

export type Readiness = {
	entries: number;
	lacking: Lacking[];
	/** Lacks that nobody has waived; 0 lets the edition be locked. */
	open: number;
	/** What the edition itself lacks: it cannot be waived. */
	words: ('imprint' | 'entries')[];
};

/** What stands between an edition and 校了, in the order of its numbers. */
export function readiness(db: Database, editionId: number, { at }: { at: Date }): Readiness {
	const pinned = db
		.select({
			resourceId: entries.resource_id,
			revision: entries.revision_id,
			verification: entries.verification_id,
			number: entries.number,
			state: entries.state
		})
		.from(entries)
		.where(eq(entries.edition_id, editionId))
		.orderBy(asc(entries.number))
		.all();
	const read = contents(
		db,
		pinned.map(({ revision }) => revision)
	);
	const waived = waiversOf(db, editionId);
	const on = japanDate(at);
	const lacking = pinned.flatMap(({ resourceId, revision, verification, number, state }) => {
		const content = read.get(revision)!;
		const missing = missingFrom(content, {
			isVerified: verification !== null,
			on,
			ground: { isOutside: liesOutside(db, content) }
		}).map((one) => ({ ...one, waiver: waived.get(`${resourceId} ${one.check}`) ?? null }));
		const { name, location } = content;
		if (missing.length === 0) return [];
		return { resourceId, number, name, municipality: location.municipality, state, missing };
	});
	const open = lacking.flatMap(({ missing }) => missing).filter(({ waiver }) => !waiver).length;
	return { entries: pinned.length, lacking, open, words: wordsOf(db, editionId, pinned.length) };
}

function wordsOf(db: Database, editionId: number, count: number): Readiness['words'] {
	const edition = db
		.select({ imprint: editions.imprint })
		.from(editions)
		.where(eq(editions.id, editionId))
		.get();
	return [
		...(count === 0 ? (['entries'] as const) : []),
		...(edition?.imprint ? [] : (['imprint'] as const))
	];
}

function liesOutside(db: Database, { location }: Content): boolean {
	const { municipality, latitude, longitude } = location;
	if (municipality === null || latitude === null || longitude === null) return false;
	return outlines.isOutside(db, municipality, { latitude, longitude });
}

const waiversOf = (db: Database, editionId: number) =>
	new Map<string, Waiver>(
		db
			.select()
			.from(waivers)
			.where(eq(waivers.edition_id, editionId))
			.all()
			.map(({ resource_id, check, reason, waived_at, waived_by }) => [
				`${resource_id} ${check}`,
				{ reason, by: waived_by, at: waived_at }
			])
	);

const waiverOf = (editionId: number, { resourceId, check }: { resourceId: string; check: Check }) =>
	and(
		eq(waivers.edition_id, editionId),
		eq(waivers.resource_id, resourceId),
		eq(waivers.check, check)
	);

const isEntry = (db: Database, editionId: number, resourceId: string): boolean =>
	db
		.select({ id: entries.id })
		.from(entries)
		.where(
			and(
				eq(entries.edition_id, editionId),
				eq(entries.resource_id, resourceId),
				isStillMade(editionId)
			)
		)
		.get() !== undefined;

/**
 * Lets one lack of one entry pass, for a reason that stays written. false: the edition does not have
 * the entry, or is no longer made.
 */
export function waive(
	db: Database,
	editionId: number,
	{ resourceId, check, reason, by, at }: Act & { resourceId: string; check: Check; reason: string }
): boolean {
	const waived = { reason, waived_at: at.toISOString(), waived_by: by };
	return write(db, () => {
		if (!isEntry(db, editionId, resourceId)) return false;
		const before = db
			.select()
			.from(waivers)
			.where(waiverOf(editionId, { resourceId, check }))
			.get();
		db.insert(waivers)
			.values({ edition_id: editionId, resource_id: resourceId, check, ...waived })
			.onConflictDoUpdate({
				target: [waivers.edition_id, waivers.resource_id, waivers.check],
				set: waived
			})
			.run();
		recordWaiver(db, editionId, before ? 'entry.rewaive' : 'entry.waive', {
			...{ resourceId, check, reason, by, at }
		});
		return true;
	});
}

/** false as above, or there is none. */
export function unwaive(
	db: Database,
	editionId: number,
	{ resourceId, check, by, at }: Act & { resourceId: string; check: Check }
): boolean {
	return write(db, () => {
		if (!isEntry(db, editionId, resourceId)) return false;
		const { changes } = db.delete(waivers).where(waiverOf(editionId, { resourceId, check })).run();
		if (changes === 0) return false;
		recordWaiver(db, editionId, 'entry.unwaive', { resourceId, check, reason: null, by, at });
		return true;
	});
}

/** 校了, unless something is missing that nobody has waived: then nothing changes. */
export function lockWhenReady(db: Database, editionId: number, act: Act): 'locked' | Readiness {
	return write(db, () => {
		const found = readiness(db, editionId, act);
		if (found.open > 0 || found.words.length > 0) return found;
		lock(db, editionId, act);
		return 'locked';
	});
}

function recordWaiver(
	db: Database,
	editionId: number,
	action: string,
	{
		resourceId,
		check,
		reason,
		by,
		at
	}: Act & { resourceId: string; check: Check; reason: string | null }
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'resource',
		subjectId: resourceId,
		reason,
		details: { edition: editionId, check }
	});
}
