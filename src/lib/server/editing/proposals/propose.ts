import { and, count, eq, gt } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as resources from '#lib/server/resources/resources.ts';
import type { Saving } from '#lib/server/editing/save.ts';
import { revisions } from '#lib/server/database/schema/index.ts';

/** By one account within 24 hours: more than anybody keeps up with by hand. */
const mostInADay = 20;
const day = 86_400_000;

export const isFull = (db: Database, by: string, at: Date): boolean => room(db, by, at) <= 0;

/** How many more an account may propose. */
export function room(db: Database, by: string, at: Date): number {
	const since = new Date(at.getTime() - day).toISOString();
	const own = and(eq(revisions.created_by, by), gt(revisions.proposed_at, since));
	return mostInADay - db.select({ count: count() }).from(revisions).where(own).get()!.count;
}

/** What somebody who may not publish has changed; an editor looks at it before the public does. */
export function propose(
	db: Database,
	proposal: Saving
): { resourceId: string; revisionId: number } {
	const { regionId, content, base, by, at, reason, importId } = proposal;
	return write(db, () => {
		const resourceId = proposal.resourceId ?? randomUUID();
		if (proposal.resourceId === null) {
			resources.addEmpty(db, { id: resourceId, regionId, by, at });
		}
		const of = importId === undefined ? {} : { importId };
		const made = { content, base, by, at, ...of, ...(reason ? { reason } : {}) };
		const revisionId = resources.propose(db, resourceId, made);
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: 'proposal.create',
			subject: 'resource',
			subjectId: resourceId,
			reason,
			details: {
				...{ revision: revisionId, before: base },
				...(proposal.resourceId === null ? { region: regionId } : {})
			}
		});
		return { resourceId, revisionId };
	});
}
