import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { isAbout, ownWords } from '#lib/domain/editing/erasure.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import { audit, entries, resources, revisions } from '#lib/server/database/schema/index.ts';
import { namedElsewhere, notesWith, type Mention } from './notes.ts';

export type Target = { resourceId: string } | { revisionId: number };

/** Of a resource with those that were made one with it, or the one revision. */
export function revisionsOf(db: Database, what: Target) {
	const condition =
		'resourceId' in what
			? inArray(revisions.resource_id, placesOf(db, what.resourceId))
			: eq(revisions.id, what.revisionId);
	return db
		.select({
			id: revisions.id,
			resourceId: revisions.resource_id,
			organizationId: revisions.organization_id
		})
		.from(revisions)
		.where(condition)
		.orderBy(asc(revisions.id))
		.all();
}

/** A resource, and those that were made one with it. */
export const placesOf = (db: Database, resourceId: string): string[] =>
	db
		.select({ id: resources.id })
		.from(resources)
		.where(or(eq(resources.id, resourceId), eq(resources.merged_into_id, resourceId)))
		.orderBy(sql`id <> ${resourceId}`, asc(resources.created_at))
		.all()
		.map(({ id }) => id);

/** The editions that were locked with one of them. */
export const frozenWith = (db: Database, ids: number[]): number[] =>
	db
		.selectDistinct({ id: entries.edition_id })
		.from(entries)
		.where(
			and(
				inArray(entries.revision_id, ids),
				sql`edition_id IN (SELECT id FROM editions WHERE locked_at IS NOT NULL)`
			)
		)
		.all()
		.map(({ id }) => id);

/** The editions with one of them, whether they may still change or not. */
export const printedIn = (db: Database, ids: number[]): number[] =>
	db
		.selectDistinct({ id: entries.edition_id })
		.from(entries)
		.where(inArray(entries.revision_id, ids))
		.all()
		.map(({ id }) => id);

/** Those that nobody has erased yet, with their whole resource or alone. */
export function tellingIn(db: Database, known: Map<number, Content>): Content[] {
	const gone = db
		.select({ id: revisions.id })
		.from(revisions)
		.innerJoin(resources, eq(resources.id, revisions.resource_id))
		.where(
			and(
				inArray(revisions.id, [...known.keys()]),
				or(eq(resources.withdrawn_cause, 'erasure'), wasErasedAlone)
			)
		)
		.all();
	const ids = new Set(gone.map(({ id }) => id));
	return [...known].flatMap(([id, content]) => (ids.has(id) ? [] : content));
}

const wasErasedAlone = sql`EXISTS (SELECT 1 FROM ${audit}
	WHERE ${audit.action} = 'revision.erase' AND ${audit.subject_id} = CAST(${revisions.id} AS TEXT))`;

/** What somebody is writing of the places, or of a new one that is the same as one of them. */
export function draftsAbout(db: Database, places: string[], telling: Content[]) {
	const about = telling.map(isAbout);
	return drafts.about(db, places, (typed) => about.some((is) => is(typed)));
}

/** What would be erased, in numbers; undefined where there is none of that id. */
export function outlook(db: Database, resourceId: string) {
	const rows = revisionsOf(db, { resourceId });
	const newest = rows.findLast((row) => row.resourceId === resourceId);
	if (!newest) return undefined;
	const ids = rows.map(({ id }) => id);
	const known = contents(db, ids);
	const telling = tellingIn(db, known);
	const places = placesOf(db, resourceId);
	const words = telling.flatMap(ownWords);
	const gone = draftsAbout(db, places, telling);
	const written = drafts
		.telling(db, words)
		.filter(({ by, subject }) => !gone.some((one) => one.by === by && one.subject === subject));
	const inDrafts = written.map(({ name, subject }): Mention => {
		const resourceId = /^(new|words)-/.test(subject) ? null : subject;
		return { where: '書きかけ', resourceId, name };
	});
	const mentions = [...notesWith(db, { places, words }), ...inDrafts];
	return {
		name: known.get(newest.id)!.name,
		revisions: ids.length,
		editions: frozenWith(db, ids).length,
		merged: places.length - 1,
		drafts: gone.length,
		notes: mentions.length,
		mentions,
		/** What an erasure leaves as it is. */
		elsewhere: namedElsewhere(db, { places, words })
	};
}
