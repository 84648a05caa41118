import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Content } from '#lib/domain/content.ts';
import { erased, erasedWords, tellingWords } from '#lib/domain/erasure.ts';
import * as audit from './audit.ts';
import { columnsOf } from './contents/columns.ts';
import { insertLists } from './contents/insert.ts';
import { contents } from './contents/read.ts';
import { write, type Database } from './database.ts';
import * as drafts from './drafts.ts';
import * as editions from './editions.ts';
import { contentHash } from './hash.ts';
import { entries, organizations, reports, resources, revisions, waivers } from './schema.ts';
import * as schema from './schema.ts';
import { scrub } from './scrubbing.ts';
import * as search from './search.ts';
import * as triggers from './triggers.ts';

export { scrub } from './scrubbing.ts';

type Act = { by: string; at: Date; reason: string };

export type Erased = {
	revisions: number;
	/** Frozen ones that now say the sentence in its place. */
	editions: number;
	/** false: somebody else is using the file, and old bytes may stand in it until `scrub`. */
	scrubbed: boolean;
};

/**
 * Takes the words of a whole resource, or of one revision that is no longer current, out of the
 * tables, the index and the file. What stays: that there was something, when, and in which editions.
 */
export function erase(
	db: Database,
	what: { resourceId: string } | { revisionId: number },
	{ by, at, reason }: Act
): Erased | 'not-found' | 'current' | 'reason-tells' {
	const found = write(db, () => {
		const rows = revisionsOf(db, what);
		if (rows.length === 0) return 'not-found';
		const whole = 'resourceId' in what;
		const [{ resourceId }] = rows as [(typeof rows)[0]];
		if (!whole && isCurrent(db, rows[0]!.id)) return 'current';
		const ids = rows.map(({ id }) => id);
		const known = contents(db, ids);
		const telling = [...known.values()].filter(({ name }) => name !== erasedWords);
		const words = telling.flatMap(tellingWords);
		if (words.some((word) => reason.includes(word))) return 'reason-tells';

		triggers.lift(db);
		const parties = new Set(rows.flatMap(({ organizationId }) => organizationId ?? []));
		for (const id of ids) blank(db, id, known.get(id)!);
		forgetNotes(db, ids);
		drafts.forget(db, resourceId);
		if (whole) takeAway(db, resourceId, { by, at });
		forgetOrganizations(db, [...parties]);
		const frozen = frozenWith(db, ids);
		for (const id of frozen) editions.rehash(db, id);
		const silenced = reasonsAbout(db, { resourceId: whole ? resourceId : null, ids, words });
		audit.silence(db, silenced);
		triggers.ensure(db);
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: whole ? 'resource.erase' : 'revision.erase',
			subject: whole ? 'resource' : 'revision',
			subjectId: whole ? resourceId : ids[0]!,
			reason,
			details: {
				...{ revisions: ids.length, editions: frozen.length },
				...(silenced.length > 0 ? { silenced: audit.idsIn(silenced) } : {})
			}
		});
		return { revisions: ids.length, editions: frozen.length };
	});
	if (typeof found === 'string') return found;
	return { ...found, scrubbed: !db.$client.inTransaction && scrub(db) };
}

function revisionsOf(db: Database, what: { resourceId: string } | { revisionId: number }) {
	const condition =
		'resourceId' in what
			? eq(revisions.resource_id, what.resourceId)
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

const isCurrent = (db: Database, revisionId: number): boolean =>
	db.select().from(resources).where(eq(resources.current_revision_id, revisionId)).all().length > 0;

const lists = [
	schema.revision_terms,
	schema.revision_service_areas,
	schema.revision_schedules,
	schema.revision_phones,
	schema.revision_contacts,
	schema.revision_links,
	schema.revision_sources,
	schema.revision_consents
];

function blank(db: Database, revisionId: number, content: Content): void {
	const left = erased(content);
	db.run(sql`DELETE FROM schedule_exceptions WHERE schedule_id IN (
		SELECT id FROM revision_schedules WHERE revision_id = ${revisionId})`);
	for (const table of lists) db.delete(table).where(eq(table.revision_id, revisionId)).run();
	db.update(revisions)
		.set({
			...columnsOf(left),
			content_hash: contentHash(left),
			organization_id: null,
			reason: null,
			rejected_reason: sql`CASE WHEN rejected_reason IS NULL THEN NULL ELSE ${erasedWords} END`
		})
		.where(eq(revisions.id, revisionId))
		.run();
	insertLists(db, revisionId, left);
	search.replace(db, revisionId, left);
}

function forgetNotes(db: Database, ids: number[]): void {
	const { verifications } = schema;
	db.update(verifications)
		.set({ note: null, role: null })
		.where(inArray(verifications.revision_id, ids))
		.run();
}

/** Off the live pages and out of every edition that may still change. */
function takeAway(db: Database, resourceId: string, { by, at }: Omit<Act, 'reason'>): void {
	const now = at.toISOString();
	db.update(resources)
		.set({
			withdrawn_at: sql`coalesce(withdrawn_at, ${now})`,
			withdrawn_by: sql`coalesce(withdrawn_by, ${by})`,
			withdrawn_reason: erasedWords
		})
		.where(eq(resources.id, resourceId))
		.run();
	db.update(reports)
		.set({
			message: erasedWords,
			settled_at: sql`coalesce(settled_at, ${now})`,
			settled_by: sql`coalesce(settled_by, ${by})`
		})
		.where(eq(reports.resource_id, resourceId))
		.run();
	db.update(waivers).set({ reason: erasedWords }).where(eq(waivers.resource_id, resourceId)).run();
	db.delete(entries)
		.where(
			and(
				eq(entries.resource_id, resourceId),
				sql`edition_id IN (SELECT id FROM editions WHERE locked_at IS NULL)`
			)
		)
		.run();
}

/** Those that nothing else names any more. */
function forgetOrganizations(db: Database, ids: string[]): void {
	for (const id of ids) {
		db.delete(organizations)
			.where(
				and(
					eq(organizations.id, id),
					sql`NOT EXISTS (SELECT 1 FROM revisions WHERE organization_id = ${id})`
				)
			)
			.run();
	}
}

const frozenWith = (db: Database, ids: number[]): number[] =>
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

const { audit: log } = schema;

/**
 * Records whose reasons are about the resource, about those revisions, or hold words of them. What an
 * erasure gave as its own stays, and what is sealed with the reason itself has to.
 */
function reasonsAbout(
	db: Database,
	{ resourceId, ids, words }: { resourceId: string | null; ids: number[]; words: string[] }
): number[] {
	const conditions = [
		sql`(${log.subject} = 'resource' AND ${log.subject_id} = ${resourceId})`,
		sql`(${log.subject} = 'revision' AND CAST(${log.subject_id} AS INTEGER) IN ${ids})`,
		sql`json_extract(${log.details}, '$.revision') IN ${ids}`,
		...words.map((word) => sql`instr(${log.reason}, ${word}) > 0`)
	];
	return db
		.select({ id: log.id })
		.from(log)
		.where(
			sql`${log.reason_digest} IS NOT NULL AND ${log.reason} IS NOT NULL AND ${log.action} NOT LIKE '%.erase'
				AND (${sql.join(conditions, sql` OR `)})`
		)
		.orderBy(asc(log.id))
		.all()
		.map(({ id }) => id);
}

/** What would be erased, in numbers; undefined where there is none of that id. */
export function outlook(db: Database, resourceId: string) {
	const rows = revisionsOf(db, { resourceId });
	const newest = rows.at(-1);
	if (!newest) return undefined;
	const ids = rows.map(({ id }) => id);
	const { name } = contents(db, [newest.id]).get(newest.id)!;
	return { name, revisions: ids.length, editions: frozenWith(db, ids).length };
}

/** Resources that were erased after an instant, with the reasons that were given. */
export const since = (db: Database, at: string): { resourceId: string; reason: string }[] =>
	db
		.select({ resourceId: schema.audit.subject_id, reason: schema.audit.reason })
		.from(schema.audit)
		.where(and(eq(schema.audit.action, 'resource.erase'), sql`${schema.audit.at} >= ${at}`))
		.orderBy(asc(schema.audit.id))
		.all()
		.map(({ resourceId, reason }) => ({ resourceId, reason: reason ?? '' }));
