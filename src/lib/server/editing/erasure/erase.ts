import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Content } from '#lib/domain/resource/content.ts';
import { erased, erasedWords, ownWords, tellingWords } from '#lib/domain/editing/erasure.ts';
import { tellerOf } from '#lib/domain/input/spelling.ts';
import * as audit from '#lib/server/audit/index.ts';
import { columnsOf } from '#lib/server/contents/columns.ts';
import { insertLists } from '#lib/server/contents/insert.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as editions from '#lib/server/editions/index.ts';
import { unpinEverywhere } from '#lib/server/editions/pins.ts';
import { dropHolding, type Dropped } from './booklets.ts';
import { forgetFiles } from './files.ts';
import { forgetNotesWith, holds } from './notes.ts';
import {
	draftsAbout,
	frozenWith,
	printedIn,
	placesOf,
	revisionsOf,
	tellingIn,
	type Target
} from './outlook.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import {
	organizations,
	reports,
	resources,
	revisions,
	waivers
} from '#lib/server/database/schema/index.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { scrub } from '#lib/server/database/scrubbing.ts';
import * as search from '#lib/server/search/index.ts';
import * as triggers from '#lib/server/database/triggers.ts';

export { outlook } from './outlook.ts';
export { scrub } from '#lib/server/database/scrubbing.ts';

type Act = { by: string; at: Date; reason: string };

export type Erased = {
	revisions: number;
	/** Frozen ones that now say the sentence in its place. */
	editions: number;
	booklets: Dropped;
	/** false: somebody else is using the file, and old bytes may stand in it until `scrub`. */
	scrubbed: boolean;
};

/**
 * Takes the words of a whole resource with those that were made one with it, or of one revision that is no longer current, out of the
 * tables, the index and the file. What stays: that there was something, when, and in which editions.
 */
export function erase(
	db: Database,
	what: Target,
	{ by, at, reason }: Act
): Erased | 'not-found' | 'current' | 'reason-tells' {
	const found = write(db, () => {
		const rows = revisionsOf(db, what);
		if (rows.length === 0) return 'not-found';
		const whole = 'resourceId' in what;
		const { resourceId } = whole ? what : rows[0]!;
		const places = whole ? placesOf(db, resourceId) : [];
		if (!whole && isCurrent(db, rows[0]!.id)) return 'current';
		const ids = rows.map(({ id }) => id);
		const known = contents(db, ids);
		const telling = tellingIn(db, known);
		const words = telling.flatMap(tellingWords);
		if (tellerOf(words)(reason)) return 'reason-tells';

		triggers.lift(db);
		const holding = { editions: printedIn(db, ids), tells: tellsOf(db, whole ? telling : []) };
		const booklets = dropHolding(db, holding, { by, at });
		const parties = new Set(rows.flatMap(({ organizationId }) => organizationId ?? []));
		for (const id of ids) blank(db, id, known.get(id)!);
		forgetNotes(db, ids);
		forgetFiles(db, { places: whole ? places : [], ids, words });
		if (whole) forgetNotesWith(db, { places, words: telling.flatMap(ownWords) }, { by, at });
		drafts.discardAll(db, draftsAbout(db, whole ? places : [resourceId], whole ? telling : []));
		if (whole) drafts.forget(db, telling.flatMap(ownWords));
		takeAway(db, places, { by, at });
		forgetOrganizations(db, [...parties]);
		const frozen = frozenWith(db, ids);
		for (const id of frozen) editions.rehash(db, id, { by, at });
		const silenced = reasonsAbout(db, { places, ids, words });
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
		// Each by itself: a backup of before they were one has to be told of each.
		for (const subjectId of places.filter((id) => id !== resourceId)) {
			audit.record(db, {
				...{ at: at.toISOString(), actor: by, action: 'resource.erase', reason },
				...{ subject: 'resource', subjectId, details: { with: resourceId } }
			});
		}
		return { revisions: ids.length, editions: frozen.length, booklets };
	});
	if (typeof found === 'string') return found;
	return { ...found, scrubbed: !db.$client.inTransaction && scrub(db) };
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

/**
 * Off the live pages and out of every edition that may still change; what somebody proposed waits no
 * longer.
 */
function takeAway(db: Database, places: string[], { by, at }: Omit<Act, 'reason'>): void {
	const now = at.toISOString();
	const isWaiting = and(
		isNotNull(revisions.proposed_at),
		isNull(revisions.approved_at),
		isNull(revisions.rejected_at)
	);
	db.update(revisions)
		.set({ rejected_at: now, rejected_by: by, rejected_reason: erasedWords })
		.where(and(inArray(revisions.resource_id, places), isWaiting))
		.run();
	db.update(resources)
		.set({
			withdrawn_at: sql`coalesce(withdrawn_at, ${now})`,
			withdrawn_by: sql`coalesce(withdrawn_by, ${by})`,
			withdrawn_reason: erasedWords,
			withdrawn_cause: 'erasure'
		})
		.where(inArray(resources.id, places))
		.run();
	db.update(reports)
		.set({
			message: erasedWords,
			settled_at: sql`coalesce(settled_at, ${now})`,
			settled_by: sql`coalesce(settled_by, ${by})`
		})
		.where(inArray(reports.resource_id, places))
		.run();
	db.update(waivers)
		.set({ reason: erasedWords, found: [] })
		.where(inArray(waivers.resource_id, places))
		.run();
	unpinEverywhere(db, places);
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

const { audit: log } = schema;

/** A booklet says as much about others as their entries and its own words do. */
const tellsOf = (db: Database, telling: Content[]) =>
	holds(db, schema.booklets.contents, telling.flatMap(ownWords));

/**
 * Records whose reasons are about the resources, about those revisions, or hold words of them. What an
 * erasure gave as its own stays, and what is sealed with the reason itself has to.
 */
function reasonsAbout(
	db: Database,
	{ places, ids, words }: { places: string[]; ids: number[]; words: string[] }
): number[] {
	const conditions = [
		sql`(${log.subject} = 'resource' AND ${log.subject_id} IN ${places})`,
		sql`(${log.subject} = 'revision' AND CAST(${log.subject_id} AS INTEGER) IN ${ids})`,
		sql`json_extract(${log.details}, '$.revision') IN ${ids}`,
		holds(db, log.reason, words)
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
