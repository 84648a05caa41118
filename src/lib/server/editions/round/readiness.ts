import { and, eq, sql, type SQL } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { EntryState } from '#lib/domain/edition/edition.ts';
import { missingFrom, type Check, type Missing } from '#lib/domain/edition/readiness.ts';
import * as audit from '#lib/server/audit/index.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import { editions, waivers } from '#lib/server/database/schema/index.ts';
import { isMade } from '#lib/server/contents/still-made.ts';
import { isOwed } from './board.ts';
import { lock } from '#lib/server/editions/lifecycle.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

type Act = { by: string; at: Date };
export type Waiver = { reason: string; by: string; at: string };
type Given = Waiver & { found: string[] };

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
	const pinned = pinsOf(db, editionId);
	const lacking = lackingOf(db, editionId, pinned, at);
	const open = lacking.flatMap(({ missing }) => missing).filter(({ waiver }) => !waiver).length;
	return { entries: pinned.length, lacking, open, words: wordsOf(db, editionId, pinned.length) };
}

type Pin = {
	resourceId: string;
	revision: number;
	verification: number | null;
	isOwed: number;
	number: number;
	state: EntryState;
};

const pinsOf = (db: Database, editionId: number, resourceId?: string): Pin[] =>
	db.all(sql`
		SELECT e.resource_id AS resourceId, e.revision_id AS revision, e.number, e.state,
			e.verification_id AS verification, ${isOwed} AS isOwed
		FROM entries e JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId}
			${resourceId === undefined ? sql`` : sql`AND e.resource_id = ${resourceId}`}
		ORDER BY e.number`);

function lackingOf(db: Database, editionId: number, pinned: readonly Pin[], at: Date): Lacking[] {
	const read = contents(
		db,
		pinned.map(({ revision }) => revision)
	);
	const waived = waiversOf(db, editionId);
	const on = japanDate(at);
	return pinned.flatMap(({ resourceId, revision, verification, isOwed, number, state }) => {
		const content = read.get(revision)!;
		const missing = missingFrom(content, {
			...{ isVerified: verification !== null, isOwed: isOwed === 1, on },
			ground: { isOutside: liesOutside(db, content) }
		}).map((one) => ({ ...one, waiver: waiverFor(waived.get(`${resourceId} ${one.check}`), one) }));
		const { name, location } = content;
		if (missing.length === 0) return [];
		return [{ resourceId, number, name, municipality: location.municipality, state, missing }];
	});
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

const foundIn = (missing: readonly Missing[], check: Check): string[] =>
	missing.flatMap((one) => (one.check === check && one.found !== null ? [one.found] : []));

/** null where it was given for something else than what is found now. */
const waiverFor = (given: Given | undefined, { found }: Missing): Waiver | null =>
	given && (found === null || given.found.includes(found))
		? { reason: given.reason, by: given.by, at: given.at }
		: null;

const waiversOf = (db: Database, editionId: number) =>
	new Map<string, Given>(
		db
			.select()
			.from(waivers)
			.where(eq(waivers.edition_id, editionId))
			.all()
			.map(({ resource_id, check, found, reason, waived_at, waived_by }) => [
				`${resource_id} ${check}`,
				{ found, reason, by: waived_by, at: waived_at }
			])
	);

const waiverOf = (editionId: number, { resourceId, check }: { resourceId: string; check: Check }) =>
	and(
		eq(waivers.edition_id, editionId),
		eq(waivers.resource_id, resourceId),
		eq(waivers.check, check)
	);

/**
 * Lets one lack of one entry pass, for a reason that stays written. false: the entry does not lack that,
 * or the edition is no longer made.
 */
export function waive(
	db: Database,
	editionId: number,
	{ resourceId, check, reason, by, at }: Act & { resourceId: string; check: Check; reason: string }
): boolean {
	return write(db, () => {
		if (!isMade(db, editionId)) return false;
		const [lacking] = lackingOf(db, editionId, pinsOf(db, editionId, resourceId), at);
		if (!lacking?.missing.some((one) => one.check === check)) return false;
		const found = foundIn(lacking.missing, check);
		const waived = { found, reason, waived_at: at.toISOString(), waived_by: by };
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

/** Of the waivers that meet a condition; the log has been told already. */
export const dropWaivers = (db: Database, condition: SQL | undefined): void =>
	void db.delete(waivers).where(condition).run();

/** false as above, or there is none. */
export function unwaive(
	db: Database,
	editionId: number,
	{ resourceId, check, by, at }: Act & { resourceId: string; check: Check }
): boolean {
	return write(db, () => {
		if (!isMade(db, editionId)) return false;
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
	action: acts.Act,
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
