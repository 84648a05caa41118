import { eq } from 'drizzle-orm';
import { chosenOf, type Divergence } from '#lib/domain/reconcile.ts';
import { formOf } from '#lib/domain/resource-form.ts';
import type { ReadingOf } from '#lib/domain/search/made-reading.ts';
import * as audit from '#lib/server/audit.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write, type Database } from '#lib/server/database.ts';
import * as drafts from '#lib/server/drafts.ts';
import { movePins } from '#lib/server/editions/arrangement.ts';
import * as resources from '#lib/server/resources.ts';
import { divergencesOf } from '#lib/server/resources/editor.ts';
import { save } from '#lib/server/resources/saving.ts';
import { resources as table, revisions } from '#lib/server/schema.ts';
import * as search from '#lib/server/search.ts';

type Act = { by: string; at: Date };

export type Waiting = {
	revision: number;
	resourceId: string;
	regionId: number;
	/** The revision readers see; null of a new place. */
	current: number | null;
	createdBy: string;
	proposedAt: string;
	reason: string | null;
};

/** undefined when it is no proposal, or not a waiting one any more. */
export function find(db: Database, revision: number): Waiting | undefined {
	const found = db
		.select({ revision: revisions, resource: table })
		.from(revisions)
		.innerJoin(table, eq(table.id, revisions.resource_id))
		.where(eq(revisions.id, revision))
		.get();
	if (!found?.revision.proposed_at) return undefined;
	if (found.revision.approved_at || found.revision.rejected_at) return undefined;
	return {
		revision,
		resourceId: found.resource.id,
		regionId: found.resource.region_id,
		current: found.resource.current_revision_id,
		createdBy: found.revision.created_by,
		proposedAt: found.revision.proposed_at,
		reason: found.revision.reason
	};
}

/** Field by field, what is proposed (`mine`) and what readers see (`theirs`); all new of a new place. */
export function differences(db: Database, { revision, current }: Waiting): Divergence[] {
	if (current === null) return [];
	return divergencesOf(db, contents(db, [revision]).get(revision)!, { base: null, current });
}

/** Publishes all of a proposal, or the fields that are named: the others are answered for in a sentence. */
export function accept(
	db: Database,
	waiting: Waiting,
	fields: 'all' | readonly string[],
	{ by, at, readingOf }: Act & { readingOf?: ReadingOf }
): void {
	const { revision, resourceId, current, regionId } = waiting;
	write(db, () => {
		const open = differences(db, waiting);
		const taken = open.filter(({ field }) => fields === 'all' || fields.includes(field));
		const proposed = contents(db, [revision]).get(revision)!;
		if (current === null || taken.length === open.length) {
			decide(db, revision, { approved_at: at.toISOString(), approved_by: by });
			search.add(db, revision, proposed, readingOf);
			resources.makeCurrent(db, resourceId, revision);
			movePins(db, resourceId, revision);
		} else {
			const seen = contents(db, [current]).get(current)!;
			const content = chosenOf(
				seen,
				proposed,
				taken.map(({ field }) => field)
			);
			save(db, {
				...{ resourceId, regionId, content, base: current, by, at, readingOf },
				reason: '提案の一部を取り入れた'
			});
			const titles = taken.map(({ title }) => title).join('・');
			decide(db, revision, {
				rejected_at: at.toISOString(),
				rejected_by: by,
				rejected_reason: `一部（${titles}）を取り入れました。`
			});
		}
		record(db, 'proposal.accept', waiting, { by, at, reason: null });
	});
}

/**
 * Puts those fields of a proposal into the draft of whoever wants to go on writing, unless they have
 * one; the proposal waits on.
 */
export function takeUp(
	db: Database,
	waiting: Waiting,
	fields: readonly string[],
	{ by, at }: Act
): 'taken' | 'has-draft' {
	const { revision, resourceId, regionId, current } = waiting;
	const key = { by, subject: drafts.subjectOf({ resourceId, regionId }) };
	if (drafts.find(db, key)) return 'has-draft';
	const proposed = contents(db, [revision]).get(revision)!;
	const taken = differences(db, waiting).flatMap(({ field }) =>
		fields.includes(field) ? [field] : []
	);
	const content =
		current === null ? proposed : chosenOf(contents(db, [current]).get(current)!, proposed, taken);
	drafts.keep(db, key, { fields: formOf(content), base: current, at });
	return 'taken';
}

export function reject(
	db: Database,
	waiting: Waiting,
	{ by, at, reason }: Act & { reason: string }
): void {
	write(db, () => {
		decide(db, waiting.revision, {
			rejected_at: at.toISOString(),
			rejected_by: by,
			rejected_reason: reason
		});
		record(db, 'proposal.reject', waiting, { by, at, reason });
	});
}

const decide = (
	db: Database,
	revision: number,
	decision: Partial<typeof revisions.$inferInsert>
): void => void db.update(revisions).set(decision).where(eq(revisions.id, revision)).run();

function record(
	db: Database,
	action: string,
	{ resourceId, revision }: Waiting,
	{ by, at, reason }: Act & { reason: string | null }
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'resource',
		subjectId: resourceId,
		reason,
		details: { revision }
	});
}
