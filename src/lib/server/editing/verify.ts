import { and, eq, sql } from 'drizzle-orm';
import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { compareRevisions } from '#lib/domain/editing/revision-comparison.ts';
import { nextDue, type Seen, type Stage, type Verified } from '#lib/domain/edition/round.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import * as audit from '#lib/server/audit/index.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { checks, type PastCheck } from '#lib/server/resources/history.ts';
import { ownRevision, save } from './save.ts';
import { entries, entry_progress, resources as table } from '#lib/server/database/schema/index.ts';
import { newestCheck } from '#lib/server/contents/visibility.ts';
import { isMade } from '#lib/server/contents/still-made.ts';
import * as pins from '#lib/server/editions/pins.ts';
import { change } from '#lib/server/editions/round/board.ts';

type Entry = {
	entryId: number;
	number: number;
	revisionId: number;
	/** Of this round. */
	verificationId: number | null;
	content: Content;
};

/** What somebody else did to an entry since it was seen; nothing where it is gone. */
export function newsOf(
	db: Database,
	{ editionId, resourceId }: { editionId: number; resourceId: string },
	seen: Seen
): { fields: FieldChange[]; check: PastCheck | null } {
	const entry = entryOf(db, editionId, resourceId);
	if (!entry) return { fields: [], check: null };
	const before = ownRevision(db, resourceId, String(seen.revision));
	const content = before === null ? undefined : contents(db, [before]).get(before);
	const isNew = entry.verificationId !== null && entry.verificationId !== seen.verification;
	return {
		fields: content ? compareRevisions(content, entry.content, names(db)) : [],
		check: (isNew && checks(db, resourceId).find(({ id }) => id === entry.verificationId)) || null
	};
}

/** undefined where the edition does not have the resource. */
export function entryOf(db: Database, editionId: number, resourceId: string): Entry | undefined {
	const found = db
		.select({
			entryId: entries.id,
			number: entries.number,
			revisionId: entries.revision_id,
			verificationId: entries.verification_id
		})
		.from(entries)
		.where(and(eq(entries.edition_id, editionId), eq(entries.resource_id, resourceId)))
		.get();
	if (!found) return undefined;
	return { ...found, content: contents(db, [found.revisionId]).get(found.revisionId)! };
}

/**
 * Writes a verification down and with the entry. Where the place pauses or has closed, its content
 * says so from now on; whom nobody reached stays unverified. Nothing is written where the edition is no
 * longer made or does not have the entry (`'gone'`), or where the entry is not what was seen
 * (`'stale'`).
 */
export function verifyEntry(
	db: Database,
	{ editionId, resourceId }: { editionId: number; resourceId: string },
	verified: Verified,
	{ by, at, readingOf, seen }: { by: string; at: Date; readingOf?: ReadingOf; seen?: Seen }
): 'written' | 'gone' | 'stale' {
	return write(db, () => {
		const entry = isMade(db, editionId) && entryOf(db, editionId, resourceId);
		if (!entry) return 'gone';
		const isAsSeen =
			seen?.revision === entry.revisionId && seen.verification === entry.verificationId;
		if (seen && !isAsSeen) return 'stale';
		const { result, on } = verified;
		const operation = result === 'paused' || result === 'closed' ? result : null;
		let revised: { before: number; revision: number } | null = null;
		if (operation && entry.content.operation !== operation) {
			const { id: base, content } = currentOf(db, resourceId);
			const saved = save(db, {
				resourceId,
				regionId: 0,
				// The note is for staff; what readers are told of it is written where the content is.
				content: { ...content, operation, operationOn: on, operationNote: null },
				...{ base, by, at, readingOf },
				reason: operation === 'paused' ? '確認で、休止と分かった' : '確認で、終了と分かった'
			});
			if (saved.state === 'saved') revised = { before: base, revision: saved.revisionId };
		}
		const pinned = entryOf(db, editionId, resourceId)!;
		const verificationId = resources.verify(db, {
			resourceId,
			revisionId: pinned.revisionId,
			...verified,
			nextDueOn: verified.nextDueOn ?? nextDue(on, lastCheck(db, resourceId)),
			by,
			at
		});
		let before: Stage | null | undefined;
		if (result === 'unreachable') {
			const stage = stageOf(db, entry.entryId);
			const ids = [entry.entryId];
			if (change(db, editionId, ids, { stage: 'unreachable', by, at }).changed > 0) before = stage;
		} else {
			pins.setVerification(db, entry.entryId, verificationId);
		}
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: 'resource.verify',
			subject: 'resource',
			subjectId: resourceId,
			details: {
				...{ edition: editionId, entry: entry.entryId, result, on, method: verified.method },
				...{ verification: verificationId, pinned: entry.verificationId, ...revised },
				...(before === undefined ? {} : { stage: before })
			}
		});
		return 'written';
	});
}

/**
 * Takes back the check of an entry, so that it is open again; the content stays. For a check that was
 * mistyped and found later than it can be undone. The answers as of `verifyEntry`.
 */
export function revoke(
	db: Database,
	{ editionId, resourceId }: { editionId: number; resourceId: string },
	verificationId: number | null,
	{ by, at }: { by: string; at: Date }
): 'written' | 'gone' | 'stale' {
	return write(db, () => {
		const entry = isMade(db, editionId) && entryOf(db, editionId, resourceId);
		if (!entry) return 'gone';
		if (verificationId === null || entry.verificationId !== verificationId) return 'stale';
		resources.revokeVerification(db, verificationId, at);
		pins.dropVerification(db, verificationId);
		audit.record(db, {
			...{ at: at.toISOString(), actor: by, action: 'resource.unverify' },
			...{ subject: 'resource', subjectId: resourceId },
			details: { edition: editionId, verification: verificationId }
		});
		return 'written';
	});
}

const stageOf = (db: Database, entryId: number): Stage | null =>
	db.select().from(entry_progress).where(eq(entry_progress.entry_id, entryId)).get()?.stage ?? null;

/** The newest check in which somebody was reached. */
export const lastCheck = (
	db: Database,
	resourceId: string
): { on: string; nextDueOn: string | null } | null =>
	db.get<{ on: string; nextDueOn: string | null } | undefined>(sql`
		SELECT c.verified_on AS "on", c.next_due_on AS nextDueOn FROM resources r
		JOIN verifications c ON c.id = ${newestCheck} WHERE r.id = ${resourceId}`) ?? null;

function currentOf(db: Database, resourceId: string): { id: number; content: Content } {
	const { id } = db
		.select({ id: table.current_revision_id })
		.from(table)
		.where(eq(table.id, resourceId))
		.get()!;
	return { id: id!, content: contents(db, [id!]).get(id!)! };
}
