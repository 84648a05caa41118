import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database.ts';
import { audit, entries, resources, revisions } from '#lib/server/schema.ts';

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

/** What would be erased, in numbers; undefined where there is none of that id. */
export function outlook(db: Database, resourceId: string) {
	const rows = revisionsOf(db, { resourceId });
	const newest = rows.findLast((row) => row.resourceId === resourceId);
	if (!newest) return undefined;
	const ids = rows.map(({ id }) => id);
	const { name } = contents(db, [newest.id]).get(newest.id)!;
	const merged = placesOf(db, resourceId).length - 1;
	return { name, revisions: ids.length, editions: frozenWith(db, ids).length, merged };
}

/** Resources that were erased after an instant, with the reasons that were given. */
export const since = (db: Database, at: string): { resourceId: string; reason: string }[] =>
	db
		.select({ resourceId: audit.subject_id, reason: audit.reason })
		.from(audit)
		.where(and(eq(audit.action, 'resource.erase'), sql`${audit.at} >= ${at}`))
		.orderBy(asc(audit.id))
		.all()
		.map(({ resourceId, reason }) => ({ resourceId, reason: reason ?? '' }));
