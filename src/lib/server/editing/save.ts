import { and, eq } from 'drizzle-orm';
import type { Content } from '#lib/domain/resource/content.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { movePins } from '#lib/server/editions/entries.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { resources as table, revisions } from '#lib/server/database/schema/index.ts';
import { refuseErased } from '#lib/server/resources/erased.ts';
import type { Act } from '#lib/domain/labels/acts.ts';

export type Saving = {
	/** null: a new one. */
	resourceId: string | null;
	regionId: number;
	content: Content;
	/** The revision that was current when the typing began; null: there was none. */
	base: number | null;
	by: string;
	at: Date;
	reason: string | null;
	/** It comes from a file. */
	importId?: number;
	readingOf?: ReadingOf | undefined;
};

export type Saved =
	| { state: 'saved' | 'unchanged'; resourceId: string; revisionId: number; editions: number }
	| { state: 'conflict'; current: number };

/**
 * 保存して公開: a new current revision, and the pins of the editions that are still made. A conflict
 * when somebody saved another one meanwhile: nothing is written then.
 */
export function save(db: Database, saving: Saving): Saved {
	const { resourceId, content, by, at, reason, readingOf } = saving;
	const made = { content, by, at, ...(reason ? { reason } : {}), readingOf };
	return write(db, (): Saved => {
		if (resourceId === null) {
			const created = resources.create(db, { ...made, regionId: saving.regionId });
			record(db, 'resource.create', created, saving, { region: saving.regionId });
			return { state: 'saved', ...created, editions: 0 };
		}
		refuseErased(db, resourceId);
		const current = currentOf(db, resourceId);
		if (current !== null && current.id !== saving.base) {
			return { state: 'conflict', current: current.id };
		}
		if (current?.hash === contentHash(content)) {
			return { state: 'unchanged', resourceId, revisionId: current.id, editions: 0 };
		}
		const revisionId = resources.revise(db, resourceId, made);
		const editions = movePins(db, resourceId, revisionId);
		record(db, 'resource.revise', { resourceId, revisionId }, saving);
		return { state: 'saved', resourceId, revisionId, editions };
	});
}

/** The current revision, or the newest one of a resource that was never published. */
export function currentOf(db: Database, resourceId: string): { id: number; hash: string } | null {
	const found = db
		.select({ id: revisions.id, hash: revisions.content_hash })
		.from(table)
		.innerJoin(revisions, eq(revisions.id, table.current_revision_id))
		.where(eq(table.id, resourceId))
		.get();
	return found ?? null;
}

/** The id that a form names, if it is one of this very resource: others are nobody's to read here. */
export function ownRevision(db: Database, resourceId: string | null, id: string): number | null {
	if (resourceId === null || !/^\d{1,15}$/.test(id)) return null;
	const found = db
		.select({ id: revisions.id })
		.from(revisions)
		.where(and(eq(revisions.id, Number(id)), eq(revisions.resource_id, resourceId)))
		.get();
	return found?.id ?? null;
}

function record(
	db: Database,
	action: Act,
	{ resourceId, revisionId }: { resourceId: string; revisionId: number },
	{ by, at, reason, base }: Saving,
	more: Record<string, number> = {}
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'resource',
		subjectId: resourceId,
		reason,
		details: { revision: revisionId, before: base, ...more }
	});
}

/** In how many editions a resource is printed, and in how many that are still made it stands. */
export function editionsOf(db: Database, resourceId: string): { printed: number; open: number } {
	const [printed, open] = ['NOT NULL', 'NULL'].map((locked) =>
		Number(
			db.$client
				.prepare(
					`SELECT count(*) FROM entries e JOIN editions d ON d.id = e.edition_id
					WHERE e.resource_id = ? AND d.locked_at IS ${locked}`
				)
				.pluck()
				.get(resourceId)
		)
	);
	return { printed: printed!, open: open! };
}
