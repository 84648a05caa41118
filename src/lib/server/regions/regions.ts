import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Region, RegionIdentity } from '#lib/domain/region/region.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { regions } from '#lib/server/database/schema/index.ts';
import { isOnTheWeb } from '#lib/server/contents/visibility.ts';

const identity = {
	id: regions.id,
	slug: regions.slug,
	name: regions.name,
	kana: regions.kana,
	fictional: regions.fictional
};

/** Fictional ones first, then the prefectures from north to south. */
export const list = cachedByVersion((db): Region[] =>
	db
		.select({
			...identity,
			introduction: regions.introduction,
			generalWindowId: regions.general_window_id
		})
		.from(regions)
		.orderBy(desc(regions.fictional), asc(regions.id))
		.all()
);

/** How many resources each region shows now, by slug; a region that shows none is not in it. */
export const counts = cachedByVersion(
	(db) =>
		new Map(
			db
				.all<{ slug: string; count: number }>(
					sql`SELECT g.slug, count(*) AS count
						FROM resources r
						JOIN regions g ON g.id = r.region_id
						JOIN revisions v ON v.id = r.current_revision_id
						WHERE r.withdrawn_at IS NULL AND ${isOnTheWeb} GROUP BY g.id`
				)
				.map(({ slug, count }) => [slug, count])
		)
);

/**
 * Whether the invented region is kept to its own pages: from the first real place on it would be
 * taken for help.
 */
export const isSampleApart = cachedByVersion((db): boolean => {
	const shown = counts(db);
	return list(db).some(({ slug, fictional }) => !fictional && shown.has(slug));
});

/** Slugs of the invented ones. */
export const samples = cachedByVersion(
	(db) => new Set(list(db).flatMap(({ slug, fictional }) => (fictional ? slug : [])))
);

/** Those of the pages for everybody. */
export const open = (db: Database): Region[] =>
	isSampleApart(db) ? list(db).filter(({ fictional }) => !fictional) : list(db);

export function find(db: Database, slug: string): Region | undefined {
	return list(db).find((region) => region.slug === slug);
}

/** Address of the window that helps when nothing else fits: the one listed, or the offices that every region has. */
export const windowOf = (db: Database, { id, slug }: RegionIdentity): string =>
	listedWindow(db, id) ?? `/regions/${slug}#window`;

/** The address of the window that is listed, as long as it can be read; otherwise null. */
export const listedWindow = (db: Database, regionId: number): string | null =>
	listedWindows(db).get(regionId) ?? null;

const listedWindows = cachedByVersion(
	(db) =>
		new Map(
			db
				.all<{ region: number; address: string }>(
					sql`SELECT g.id AS region, '/resources/' || r.id AS address
						FROM regions g
						JOIN resources r ON r.id = g.general_window_id
						JOIN revisions v ON v.id = r.current_revision_id
						WHERE r.withdrawn_at IS NULL AND ${isOnTheWeb}`
				)
				.map(({ region, address }) => [region, address])
		)
);

export function identify(db: Database, id: number): RegionIdentity {
	return db.select(identity).from(regions).where(eq(regions.id, id)).get()!;
}
