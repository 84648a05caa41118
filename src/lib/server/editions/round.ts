import { and, asc, desc, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import { entryState, type EntryState } from '#lib/domain/edition.ts';
import { lineage } from '#lib/domain/vocabulary.ts';
import * as audit from '../audit.ts';
import { write, type Database } from '../database.ts';
import { sha256 } from '../hash.ts';
import { keptByDatabase } from '../kept.ts';
import { names } from '../names.ts';
import { editions, entries, regions, revision_terms, revisions } from '../schema.ts';

/** The year's work on an edition, from opening to publication. */

type Act = { by: string; at: Date };

export class LockedError extends Error {
	override name = 'LockedError';
}

export type NewEdition = Act & {
	regionId: number;
	year: number;
	/** Readers may look at it, marked as 編集中, before it is published. */
	previewed?: boolean;
	foreword?: string | null;
	imprint?: string | null;
	funding?: string | null;
	colour?: string | null;
};

export function open(db: Database, edition: NewEdition): number {
	const at = edition.at.toISOString();
	return write(db, () => {
		const { id } = db
			.insert(editions)
			.values({
				region_id: edition.regionId,
				year: edition.year,
				foreword: edition.foreword ?? null,
				imprint: edition.imprint ?? null,
				funding: edition.funding ?? null,
				colour: edition.colour ?? null,
				created_at: at,
				created_by: edition.by,
				previewed_at: edition.previewed ? at : null,
				previewed_by: edition.previewed ? edition.by : null
			})
			.returning({ id: editions.id })
			.get();
		return id;
	});
}

/** Puts a resource into the edition, or moves its pin; `arrange` then numbers it. */
export function pin(
	db: Database,
	editionId: number,
	entry: { resourceId: string; revisionId: number; verificationId?: number | null }
): void {
	statements(db).pin.run({
		editionId,
		resourceId: entry.resourceId,
		revisionId: entry.revisionId,
		verificationId: entry.verificationId ?? null
	});
}

const { placeholder } = sql;

const statements = keptByDatabase((db) => ({
	pin: db
		.insert(entries)
		.values({
			edition_id: placeholder('editionId'),
			resource_id: placeholder('resourceId'),
			revision_id: placeholder('revisionId'),
			verification_id: placeholder('verificationId'),
			number: sql`(SELECT coalesce(max(number), 0) + 1 FROM entries WHERE edition_id = ${placeholder('editionId')})`,
			chapter: '',
			position: 0,
			state: 'new'
		})
		.onConflictDoUpdate({
			target: [entries.edition_id, entries.resource_id],
			set: {
				revision_id: sql`excluded.revision_id`,
				verification_id: sql`excluded.verification_id`
			}
		})
		.prepare(),
	place: db
		.update(entries)
		.set({
			chapter: sql`${placeholder('chapter')}`,
			state: sql`${placeholder('state')}`,
			number: sql`${placeholder('number')}`,
			position: sql`${placeholder('number')} - 1`
		})
		.where(eq(entries.id, placeholder('id')))
		.prepare()
}));

const collator = new Intl.Collator('ja');

/** Chapters, order, numbers and states of all entries, from their pins and the edition before. */
export function arrange(db: Database, editionId: number): void {
	write(db, () => {
		const edition = stored(db, editionId);
		if (edition.locked_at) throw new LockedError('The edition is locked');
		const before = pinsBefore(db, edition);
		const { category } = names(db).vocabularies;
		const chapters = [...category.keys()];
		const chapterOf = (code: string) => lineage(category, code).at(-1)!;
		const byKana = edition.chapterOrder === 'kana';
		const pinned = pinsOf(db, editionId).map((entry) => ({
			...entry,
			chapter: chapterOf(entry.category),
			state: entryState(entry, before.get(entry.resourceId))
		}));
		pinned.sort(
			(a, b) =>
				(byKana ? 0 : chapters.indexOf(a.chapter) - chapters.indexOf(b.chapter)) ||
				collator.compare(a.sortKey, b.sortKey) ||
				a.id - b.id
		);
		// Two steps, since numbers are unique within the edition.
		db.update(entries)
			.set({ number: sql`-${entries.id}` })
			.where(eq(entries.edition_id, editionId))
			.run();
		pinned.forEach(({ id, chapter, state }, index) =>
			statements(db).place.run({ id, chapter, state, number: index + 1 })
		);
	});
}

/** 校了: from here on nothing in the edition changes. */
export function lock(db: Database, editionId: number, { by, at }: Act): void {
	write(db, () => {
		arrange(db, editionId);
		db.update(editions)
			.set({ locked_at: at.toISOString(), locked_by: by, content_hash: hashOf(db, editionId) })
			.where(eq(editions.id, editionId))
			.run();
		record(db, editionId, 'edition.lock', { by, at });
	});
}

/** 公開: the region's editions of earlier years become 旧版. Locks first when nobody has. */
export function publish(db: Database, editionId: number, { by, at }: Act): void {
	write(db, () => {
		const edition = stored(db, editionId);
		if (edition.published_at) return;
		if (!edition.locked_at) lock(db, editionId, { by, at });
		record(db, editionId, 'edition.publish', { by, at });
		const published = { published_at: at.toISOString(), published_by: by };
		db.update(editions)
			.set({ ...published, audit_head: audit.head(db) })
			.where(eq(editions.id, editionId))
			.run();
		const superseded = { superseded_at: at.toISOString(), superseded_by: by };
		const older = and(
			eq(editions.region_id, edition.region_id),
			lt(editions.year, edition.year),
			isNull(editions.superseded_at),
			sql`published_at IS NOT NULL`
		);
		db.update(editions).set(superseded).where(older).run();
	});
}

export function withdraw(
	db: Database,
	editionId: number,
	{ by, at, reason }: Act & { reason: string }
): void {
	write(db, () => {
		db.update(editions)
			.set({ withdrawn_at: at.toISOString(), withdrawn_by: by, withdrawn_reason: reason })
			.where(eq(editions.id, editionId))
			.run();
		record(db, editionId, 'edition.withdraw', { by, at, reason });
	});
}

function stored(db: Database, editionId: number) {
	return db
		.select({
			region_id: editions.region_id,
			year: editions.year,
			locked_at: editions.locked_at,
			published_at: editions.published_at,
			chapterOrder: regions.chapter_order
		})
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.where(eq(editions.id, editionId))
		.get()!;
}

function pinsOf(db: Database, editionId: number) {
	return db
		.select({
			id: entries.id,
			resourceId: entries.resource_id,
			contentHash: revisions.content_hash,
			operation: revisions.operation,
			sortKey: sql<string>`coalesce(${revisions.kana}, ${revisions.name})`,
			category: revision_terms.code
		})
		.from(entries)
		.innerJoin(revisions, eq(revisions.id, entries.revision_id))
		.innerJoin(
			revision_terms,
			and(
				eq(revision_terms.revision_id, revisions.id),
				eq(revision_terms.vocabulary, 'category'),
				eq(revision_terms.position, 0)
			)
		)
		.where(eq(entries.edition_id, editionId))
		.orderBy(asc(entries.id))
		.all();
}

function pinsBefore(
	db: Database,
	edition: { region_id: number; year: number }
): Map<string, { contentHash: string }> {
	const before = db
		.select({ id: editions.id })
		.from(editions)
		.where(
			and(
				eq(editions.region_id, edition.region_id),
				lt(editions.year, edition.year),
				isNull(editions.withdrawn_at)
			)
		)
		.orderBy(desc(editions.year))
		.get();
	if (!before) return new Map();
	return new Map(
		db
			.select({ resourceId: entries.resource_id, contentHash: revisions.content_hash })
			.from(entries)
			.innerJoin(revisions, eq(revisions.id, entries.revision_id))
			.where(and(eq(entries.edition_id, before.id), ne(entries.state, 'closed')))
			.all()
			.map(({ resourceId, contentHash }) => [resourceId, { contentHash }])
	);
}

/** Over the edition's own words and, in order, every entry: number, state, content and check. */
function hashOf(db: Database, editionId: number): string {
	const words = db
		.select({
			foreword: editions.foreword,
			imprint: editions.imprint,
			funding: editions.funding,
			colour: editions.colour
		})
		.from(editions)
		.where(eq(editions.id, editionId))
		.get();
	const printed = db.all<{ number: number; state: EntryState }>(sql`
		SELECT e.number, e.chapter, e.state, e.resource_id, v.content_hash, c.method, c.verified_on
		FROM entries e JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} ORDER BY e.number`);
	return sha256(JSON.stringify([words, printed]));
}

function record(
	db: Database,
	editionId: number,
	action: string,
	{ by, at, reason }: Act & { reason?: string }
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'edition',
		subjectId: String(editionId),
		...(reason === undefined ? {} : { reason })
	});
}
