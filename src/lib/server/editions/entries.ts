import { and, asc, desc, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import { entryState, type ChapterOrder } from '#lib/domain/edition/edition.ts';
import {
	municipalityChapter,
	municipalityOrder
} from '#lib/domain/edition/municipality-chapter.ts';
import { lineage } from '#lib/domain/labels/vocabulary.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { codesOf } from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import {
	editions,
	entries,
	regions,
	revision_terms,
	revisions
} from '#lib/server/database/schema/index.ts';
import { isStillMade } from '#lib/server/contents/still-made.ts';

export class LockedError extends Error {
	override name = 'LockedError';
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

/** Of an edition, or of when it was locked last. */
const lastNumber = sql`(
	SELECT max(coalesce(last_number, 0), coalesce((
		SELECT max(number) FROM entries WHERE edition_id = ${placeholder('editionId')}), 0))
	FROM editions WHERE id = ${placeholder('editionId')})`;

const statements = cachedByDatabase((db) => ({
	pin: db
		.insert(entries)
		.values({
			edition_id: placeholder('editionId'),
			resource_id: placeholder('resourceId'),
			revision_id: placeholder('revisionId'),
			verification_id: placeholder('verificationId'),
			number: sql`${lastNumber} + 1`,
			chapter: '',
			// As `arrange` leaves it: the last one is found by the index of the numbers.
			position: lastNumber,
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

/**
 * Chapters, order, numbers and states of all entries, from their pins and the edition before. Numbers
 * that were locked once stay: somebody may have them on paper.
 */
export function arrange(db: Database, editionId: number): void {
	write(db, () => {
		const edition = stored(db, editionId);
		if (edition.locked_at) throw new LockedError('The edition is locked');
		const before = pinsBefore(db, edition);
		const { category } = names(db).vocabularies;
		const chapterOf = (code: string) => lineage(category, code).at(-1)!;
		const pinned = pinsOf(db, editionId).map((entry) => ({
			...entry,
			chapter: chapterOf(entry.category),
			town: municipalityChapter(entry),
			state: entryState(entry, before.get(entry.resourceId))
		}));
		const towns = municipalityOrder(
			codesOf(db, edition.region_id),
			pinned.map(({ town }) => town)
		);
		pinned.sort(inOrder(edition.chapterOrder, [...category.keys()], towns));
		if (edition.numbered_at) {
			for (const { id, chapter, state, number } of pinned) {
				statements(db).place.run({ id, chapter, state, number });
			}
			return;
		}
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

type Arranged = { id: number; chapter: string; position: number; sortKey: string; town: string };

function inOrder(order: ChapterOrder, categories: string[], towns: string[]) {
	const byCategory = (a: Arranged, b: Arranged) =>
		categories.indexOf(a.chapter) - categories.indexOf(b.chapter);
	return (a: Arranged, b: Arranged): number =>
		(order === 'municipality' ? towns.indexOf(a.town) - towns.indexOf(b.town) : 0) ||
		(order === 'kana' ? 0 : byCategory(a, b)) ||
		(order === 'hand' ? a.position - b.position : 0) ||
		collator.compare(a.sortKey, b.sortKey) ||
		a.id - b.id;
}

/**
 * Lets the editions that are still made print a resource's newer revision, with the check they have;
 * their order follows at the next `arrange`. How many there were.
 */
export function movePins(db: Database, resourceId: string, revisionId: number): number {
	const open = db
		.select({ id: entries.id, edition: entries.edition_id })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.edition_id))
		.where(and(eq(entries.resource_id, resourceId), isStillMade('editions')))
		.all();
	for (const { id, edition } of open) {
		db.update(entries).set({ revision_id: revisionId }).where(eq(entries.id, id)).run();
		const [pinned] = pinsOf(db, edition, id);
		const { category } = names(db).vocabularies;
		const before = pinsBefore(db, stored(db, edition), resourceId).get(resourceId);
		db.update(entries)
			.set({
				chapter: lineage(category, pinned!.category).at(-1)!,
				state: entryState(pinned!, before)
			})
			.where(eq(entries.id, id))
			.run();
	}
	return open.length;
}

export function stored(db: Database, editionId: number) {
	return db
		.select({
			region_id: editions.region_id,
			year: editions.year,
			locked_at: editions.locked_at,
			numbered_at: editions.numbered_at,
			published_at: editions.published_at,
			content_hash: editions.content_hash,
			chapterOrder: sql<ChapterOrder>`coalesce(${editions.chapter_order}, ${regions.chapter_order})`
		})
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.where(eq(editions.id, editionId))
		.get()!;
}

function pinsOf(db: Database, editionId: number, entryId?: number) {
	return db
		.select({
			id: entries.id,
			number: entries.number,
			position: entries.position,
			resourceId: entries.resource_id,
			contentHash: revisions.content_hash,
			operation: revisions.operation,
			sortKey: sql<string>`coalesce(${revisions.kana}, ${revisions.name})`,
			category: revision_terms.code,
			precision: revisions.precision,
			municipality: revisions.municipality_code
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
		.where(
			and(
				eq(entries.edition_id, editionId),
				entryId === undefined ? undefined : eq(entries.id, entryId)
			)
		)
		.orderBy(asc(entries.id))
		.all();
}

/** The newest of an earlier year that was not withdrawn, as its makers know it. */
export const editionBefore = (
	db: Database,
	{ region_id, year }: { region_id: number; year: number }
) =>
	db
		.select()
		.from(editions)
		.where(
			and(eq(editions.region_id, region_id), lt(editions.year, year), isNull(editions.withdrawn_at))
		)
		.orderBy(desc(editions.year))
		.get();

function pinsBefore(
	db: Database,
	edition: { region_id: number; year: number },
	resourceId?: string
): Map<string, { contentHash: string }> {
	const before = editionBefore(db, edition);
	if (!before) return new Map();
	return new Map(
		db
			.select({ resourceId: entries.resource_id, contentHash: revisions.content_hash })
			.from(entries)
			.innerJoin(revisions, eq(revisions.id, entries.revision_id))
			.where(
				and(
					eq(entries.edition_id, before.id),
					ne(entries.state, 'closed'),
					resourceId === undefined ? undefined : eq(entries.resource_id, resourceId)
				)
			)
			.all()
			.map(({ resourceId, contentHash }) => [resourceId, { contentHash }])
	);
}
