import { eq } from 'drizzle-orm';
import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import { contradictions } from '#lib/domain/resource/rules.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import { proposedChanges, rebased, type Versions } from '#lib/domain/editing/proposal.ts';
import { chosenOf, type Divergence } from '#lib/domain/editing/reconcile.ts';
import { formOf, titleOf, titles } from '#lib/domain/editing/form.ts';
import { compareRevisions } from '#lib/domain/editing/revision-comparison.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import { openAgain, tellingTexts } from '#lib/domain/resource/staff-only.ts';
import * as audit from '#lib/server/audit/index.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import { names } from '#lib/server/regions/names.ts';
import { ownRevision, save } from '#lib/server/editing/save.ts';
import { resources as table, revisions } from '#lib/server/database/schema/index.ts';
import * as resources from '#lib/server/resources/resources.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

type Act = { by: string; at: Date };

export type Waiting = {
	revision: number;
	resourceId: string;
	regionId: number;
	/** The revision readers see; null of a new place. */
	current: number | null;
	/** The revision it was written from; null where that was not kept. */
	base: number | null;
	/** Off the live pages, where it stays whatever is answered. */
	isWithdrawn: boolean;
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
		base: found.revision.base_revision_id,
		isWithdrawn: found.resource.withdrawn_at !== null,
		createdBy: found.revision.created_by,
		proposedAt: found.revision.proposed_at,
		reason: found.revision.reason
	};
}

/** null of a new place; where the base was not kept, what readers see stands for it. */
function versionsOf(db: Database, { revision, base, current }: Waiting): Versions | null {
	if (current === null) return null;
	const read = contents(db, [revision, current, base ?? current]);
	return {
		proposed: read.get(revision)!,
		base: read.get(base ?? current)!,
		current: read.get(current)!
	};
}

/** As of `proposedChanges`; none of a new place. */
export function differences(db: Database, waiting: Waiting): Divergence[] {
	const versions = versionsOf(db, waiting);
	return versions ? proposedChanges(versions, names(db)) : [];
}

/** What of a proposal stays for staff whatever is taken, and fields whose words tell such a way. */
export function withheldIn(db: Database, waiting: Waiting): { ways: string[]; telling: string[] } {
	const versions = versionsOf(db, waiting);
	if (!versions) return { ways: [], telling: [] };
	const { proposed, current } = versions;
	const before = tellingTexts(current, current);
	return {
		ways: openAgain(proposed, current),
		telling: tellingTexts(proposed, current)
			.filter((field) => !before.includes(field))
			.map((field) => titles[field] ?? field)
	};
}

/** Those fields of the proposal in what readers see; all of a new place. */
function contentWith(db: Database, waiting: Waiting, taken: readonly Divergence[]): Content {
	const versions = versionsOf(db, waiting);
	if (!versions) return contents(db, [waiting.revision]).get(waiting.revision)!;
	const fields = taken.map(({ field }) => field);
	return chosenOf(versions.current, rebased(versions), fields);
}

/** What readers see of the resource now and did not in that revision of it, field by field. */
export function changesSince(
	db: Database,
	{ resourceId, current }: Waiting,
	seen: string
): FieldChange[] {
	const before = ownRevision(db, resourceId, seen);
	if (before === null || current === null) return [];
	const read = contents(db, [before, current]);
	return compareRevisions(read.get(before)!, read.get(current)!, names(db));
}

const cannotBe = (issues: Issue[]): string =>
	`取り入れると、成り立たないところができます（${issues.map(({ path, message }) => `${titleOf(path)}：${message}`).join('、')}）。手を入れてから公開してください。`;

export type Answer = 'accepted' | 'answered' | 'stale' | { impossible: string };

/**
 * Publishes all of a proposal, or the fields that are named (the others are answered for in a sentence),
 * as a new revision: document numbers of the search only grow. Writes nothing when somebody has answered
 * meanwhile, or changed what readers see (`'stale'`), or where the parts contradict each other.
 */
export function accept(
	db: Database,
	waiting: Waiting,
	fields: 'all' | readonly string[],
	{ by, at, readingOf }: Act & { readingOf?: ReadingOf }
): Answer {
	const { revision, resourceId, current, regionId } = waiting;
	return write(db, () => {
		const now = find(db, revision);
		if (!now) return 'answered';
		if (now.current !== current) return 'stale';
		const open = differences(db, waiting);
		const taken = open.filter(({ field }) => fields === 'all' || fields.includes(field));
		const content = contentWith(db, waiting, taken);
		const issues = contradictions(content);
		if (issues.length > 0) return { impossible: cannotBe(issues) };
		const isWhole = taken.length === open.length;
		const saved = save(db, {
			...{ resourceId, regionId, content, base: current, by, at, readingOf },
			reason: isWhole ? '提案を取り入れた' : '提案の一部を取り入れた'
		});
		if (saved.state === 'conflict') return 'stale';
		const titles = taken.map(({ title }) => title).join('・');
		decide(
			db,
			revision,
			isWhole
				? { approved_at: at.toISOString(), approved_by: by }
				: {
						rejected_at: at.toISOString(),
						rejected_by: by,
						rejected_reason: `一部（${titles}）を取り入れました。`
					}
		);
		record(db, 'proposal.accept', waiting, { by, at, reason: null });
		return 'accepted';
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
	const { resourceId, regionId, current } = waiting;
	const key = { by, subject: drafts.subjectOf({ resourceId, regionId }) };
	if (drafts.find(db, key)) return 'has-draft';
	const taken = differences(db, waiting).filter(({ field }) => fields.includes(field));
	const content = contentWith(db, waiting, taken);
	drafts.keep(db, key, { fields: formOf(content), base: current, at });
	return 'taken';
}

/** false: somebody has answered it meanwhile. */
export function reject(
	db: Database,
	waiting: Waiting,
	{ by, at, reason }: Act & { reason: string }
): boolean {
	return write(db, () => {
		if (!find(db, waiting.revision)) return false;
		decide(db, waiting.revision, {
			rejected_at: at.toISOString(),
			rejected_by: by,
			rejected_reason: reason
		});
		record(db, 'proposal.reject', waiting, { by, at, reason });
		return true;
	});
}

/** By whom it is from; false when it is not theirs, or somebody has answered it meanwhile. */
export function takeBack(db: Database, revision: number, { by, at }: Act): boolean {
	return write(db, () => {
		const waiting = find(db, revision);
		if (waiting?.createdBy !== by) return false;
		decide(db, revision, {
			rejected_at: at.toISOString(),
			rejected_by: by,
			rejected_reason: '自分で取り下げました。'
		});
		record(db, 'proposal.take-back', waiting, { by, at, reason: null });
		return true;
	});
}

const decide = (
	db: Database,
	revision: number,
	decision: Partial<typeof revisions.$inferInsert>
): void => resources.decide(db, revision, decision);

function record(
	db: Database,
	action: acts.Act,
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
