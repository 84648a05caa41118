import { and, eq, or, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Content } from '#lib/domain/resource/content.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import type { Method } from '#lib/domain/resource/verification.ts';
import { columnsOf } from '#lib/server/contents/columns.ts';
import { insertLists } from '#lib/server/contents/insert.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { cachedByDatabase as kept } from '#lib/server/database/cache.ts';
import * as organizations from './organizations.ts';
import { refuseErased } from './erased.ts';
import { addSource, type Source } from './sources.ts';
import * as search from '#lib/server/search/index.ts';
import { resources, revisions, verifications } from '#lib/server/database/schema/index.ts';
import type { WithdrawalCause } from '#lib/domain/resource/withdrawal.ts';

export type NewRevision = {
	content: Content;
	by: string;
	at: Date;
	reason?: string;
	importId?: number;
	/** Says names that have no kana, for the search alone. */
	readingOf?: ReadingOf | undefined;
};

/** A resource whose first revision is approved and current. */
export function create(
	db: Database,
	input: NewRevision & { id?: string; regionId: number; sources?: Source[] }
): { resourceId: string; revisionId: number } {
	return write(db, () => {
		const resourceId = input.id ?? randomUUID();
		addEmpty(db, { id: resourceId, regionId: input.regionId, by: input.by, at: input.at });
		for (const source of input.sources ?? []) addSource(db, resourceId, source);
		return { resourceId, revisionId: revise(db, resourceId, input) };
	});
}

/** A resource that has no revision yet. */
export function addEmpty(
	db: Database,
	{ id, regionId, by, at }: { id: string; regionId: number; by: string; at: Date }
): void {
	insertInto(db, resources, {
		...{ id, region_id: regionId },
		...{ created_at: at.toISOString(), created_by: by }
	});
}

/** A revision that waits for an editor: the public sees nothing of it, nor does the search. */
export function propose(
	db: Database,
	resourceId: string,
	input: NewRevision & { base: number | null }
): number {
	return write(db, () => insert(db, resourceId, input, 'proposed'));
}

/** A new approved revision; it becomes current unless `current` is false. */
export function revise(
	db: Database,
	resourceId: string,
	input: NewRevision & { current?: boolean }
): number {
	return write(db, () => {
		const id = insert(db, resourceId, input, 'approved');
		search.add(db, id, input.content, input.readingOf);
		if (input.current !== false) makeCurrent(db, resourceId, id);
		return id;
	});
}

function insert(
	db: Database,
	resourceId: string,
	{ content, by, at, reason, importId, base }: NewRevision & { base?: number | null },
	state: 'approved' | 'proposed'
): number {
	refuseErased(db, resourceId);
	const now = at.toISOString();
	const id = insertInto(db, revisions, {
		...columnsOf(content),
		resource_id: resourceId,
		number: lastNumber(db, resourceId) + 1,
		content_hash: contentHash(content),
		organization_id: content.organization
			? organizations.identify(db, content.organization, at)
			: null,
		reason: reason ?? null,
		import_id: importId ?? null,
		created_at: now,
		created_by: by,
		...(state === 'approved'
			? { approved_at: now, approved_by: by }
			: { proposed_at: now, proposed_by: by, base_revision_id: base ?? null })
	});
	insertLists(db, id, content);
	return id;
}

const lastNumber = (db: Database, resourceId: string): number =>
	lastNumberOf(db).get({ resourceId })!.number;

const lastNumberOf = kept((db) =>
	db
		.select({ number: sql<number>`coalesce(max(${revisions.number}), 0)` })
		.from(revisions)
		.where(eq(revisions.resource_id, sql.placeholder('resourceId')))
		.prepare()
);

const pointTo = kept((db) =>
	db
		.update(resources)
		.set({ current_revision_id: sql`${sql.placeholder('revisionId')}` })
		.where(eq(resources.id, sql.placeholder('resourceId')))
		.prepare()
);

export function makeCurrent(db: Database, resourceId: string, revisionId: number): void {
	pointTo(db).run({ resourceId, revisionId });
}

/**
 * Takes a resource off the live pages; its history and the editions that print it stay. Of one that public
 * data only no longer names, a person's reason counts from now on.
 */
export function withdraw(
	db: Database,
	resourceId: string,
	{
		by,
		at,
		reason,
		cause = 'decision',
		absentYear = null
	}: {
		by: string;
		at: Date;
		reason: string;
		cause?: WithdrawalCause;
		/** Of an absence: the year whose public data no longer had it. */
		absentYear?: number | null;
	}
): void {
	db.update(resources)
		.set({
			withdrawn_at: at.toISOString(),
			withdrawn_by: by,
			withdrawn_reason: reason,
			withdrawn_cause: cause,
			absent_year: absentYear
		})
		.where(and(eq(resources.id, resourceId), isOffered))
		.run();
}

/** Nobody has withdrawn it by hand. */
export const isOffered = sql`(withdrawn_at IS NULL OR merged_into_id IS NULL AND withdrawn_cause = 'absence')`;

export function reinstate(db: Database, resourceId: string): void {
	db.update(resources)
		.set({
			withdrawn_at: null,
			withdrawn_by: null,
			withdrawn_reason: null,
			withdrawn_cause: null,
			absent_year: null,
			merged_into_id: null
		})
		.where(eq(resources.id, resourceId))
		.run();
}

/** Whoever comes to the first is led to the second, as are those that were led to the first. */
export function mergeInto(db: Database, resourceId: string, into: string): void {
	db.update(resources)
		.set({ merged_into_id: into })
		.where(or(eq(resources.id, resourceId), eq(resources.merged_into_id, resourceId)))
		.run();
}

export const moveToRegion = (db: Database, resourceId: string, regionId: number): void =>
	void db.update(resources).set({ region_id: regionId }).where(eq(resources.id, resourceId)).run();

/** What an editor decided about a proposed revision. */
export const decide = (
	db: Database,
	revisionId: number,
	decision: Partial<typeof revisions.$inferInsert>
): void => void db.update(revisions).set(decision).where(eq(revisions.id, revisionId)).run();

/** A check that was mistyped counts no longer. */
export const revokeVerification = (db: Database, id: number, at: Date): void =>
	void db
		.update(verifications)
		.set({ revoked_at: at.toISOString() })
		.where(eq(verifications.id, id))
		.run();

export type NewVerification = {
	resourceId: string;
	revisionId: number;
	method: Method;
	/** Calendar date in Japan. */
	on: string;
	role?: string | null;
	sections?: string[];
	result?: (typeof verifications.$inferInsert)['result'];
	note?: string | null;
	/** Calendar date in Japan. */
	nextDueOn?: string | null;
	by: string;
	at: Date;
};

export function verify(db: Database, input: NewVerification): number {
	if (input.note ?? input.role) refuseErased(db, input.resourceId);
	return insertInto(db, verifications, {
		resource_id: input.resourceId,
		revision_id: input.revisionId,
		method: input.method,
		verified_on: input.on,
		role: input.role ?? null,
		sections: input.sections ?? [],
		result: input.result ?? 'confirmed',
		note: input.note ?? null,
		next_due_on: input.nextDueOn ?? null,
		created_at: input.at.toISOString(),
		created_by: input.by
	});
}
