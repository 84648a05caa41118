import { and, eq, sql } from 'drizzle-orm';
import type { Content } from '#lib/domain/content.ts';
import { nextDue, type Verified } from '#lib/domain/round.ts';
import type { ReadingOf } from '#lib/domain/search/made-reading.ts';
import * as audit from '#lib/server/audit.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write, type Database } from '#lib/server/database.ts';
import * as resources from '#lib/server/resources.ts';
import { save } from '#lib/server/resources/saving.ts';
import { entries, resources as table } from '#lib/server/schema.ts';
import { newestCheck } from '#lib/server/shown.ts';
import { change } from './board.ts';

type Entry = {
	entryId: number;
	number: number;
	revisionId: number;
	/** Of this round. */
	verificationId: number | null;
	content: Content;
};

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
 * says so from now on; whom nobody reached stays unverified.
 */
export function verifyEntry(
	db: Database,
	{ editionId, resourceId }: { editionId: number; resourceId: string },
	verified: Verified,
	{ by, at, readingOf }: { by: string; at: Date; readingOf?: ReadingOf }
): void {
	write(db, () => {
		const entry = entryOf(db, editionId, resourceId)!;
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
		if (result === 'unreachable') {
			change(db, editionId, [entry.entryId], { stage: 'unreachable', by, at });
		} else {
			db.update(entries)
				.set({ verification_id: verificationId })
				.where(eq(entries.id, entry.entryId))
				.run();
		}
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: 'resource.verify',
			subject: 'resource',
			subjectId: resourceId,
			details: {
				...{ edition: editionId, entry: entry.entryId, result },
				...{ verification: verificationId, pinned: entry.verificationId, ...revised }
			}
		});
	});
}

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
