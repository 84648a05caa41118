import { and, asc, eq, sql } from 'drizzle-orm';
import { editionState, type EditionState } from '#lib/domain/edition/edition.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions, regions } from '#lib/server/database/schema/index.ts';

/** An edition as those who make it know it, whether readers may see it or not. */
export type StaffEdition = {
	id: number;
	region: string;
	regionName: string;
	year: number;
	state: EditionState;
	previewed: boolean;
	entries: number;
};

/** By the parts of its address, `[slug]/[year]`. */
export function find(
	db: Database,
	{ slug, year }: { slug: string; year: string }
): StaffEdition | undefined {
	return /^\d{4}$/.test(year) ? all(db, { region: slug, year: Number(year) })[0] : undefined;
}

/** By year, the newest first, then by region; of a year the one that stands before those withdrawn. */
export function all(
	db: Database,
	{ region, year }: { region?: string | undefined; year?: number | undefined } = {}
): StaffEdition[] {
	return db
		.select({
			edition: editions,
			slug: regions.slug,
			name: regions.name,
			entries: sql<number>`(SELECT count(*) FROM entries e WHERE e.edition_id = editions.id)`
		})
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.where(
			and(
				region === undefined ? undefined : eq(regions.slug, region),
				year === undefined ? undefined : eq(editions.year, year)
			)
		)
		.orderBy(
			sql`${editions.year} DESC`,
			asc(regions.id),
			sql`${editions.withdrawn_at} IS NOT NULL`,
			sql`${editions.id} DESC`
		)
		.all()
		.map(({ edition, slug, name, entries }) => ({
			id: edition.id,
			region: slug,
			regionName: name,
			year: edition.year,
			state: editionState(edition),
			previewed: edition.previewed_at !== null && edition.published_at === null,
			entries
		}));
}

/** Lets readers look at an edition that is not published yet, or no longer. */
export function preview(
	db: Database,
	editionId: number,
	{ shown, by, at }: { shown: boolean; by: string; at: Date }
): void {
	write(db, () => {
		db.update(editions)
			.set({
				previewed_at: shown ? at.toISOString() : null,
				previewed_by: shown ? by : null
			})
			.where(eq(editions.id, editionId))
			.run();
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: shown ? 'edition.preview' : 'edition.hide',
			subject: 'edition',
			subjectId: editionId
		});
	});
}

/** What a report says of an edition beside its entries. */
export type EditionFacts = {
	funding: string | null;
	imprint: string | null;
	/** ISO instants. */
	lockedAt: string | null;
	publishedAt: string | null;
	hash: string | null;
};

export const facts = (db: Database, editionId: number): EditionFacts =>
	db
		.select({
			funding: editions.funding,
			imprint: editions.imprint,
			lockedAt: editions.locked_at,
			publishedAt: editions.published_at,
			hash: editions.content_hash
		})
		.from(editions)
		.where(eq(editions.id, editionId))
		.get()!;
