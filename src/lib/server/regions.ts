import { asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Region } from '#lib/domain/region.ts';
import type { Database } from './database.ts';
import { keptByGeneration } from './generation.ts';
import { region_municipalities, regions } from './schema.ts';
import { isOnTheWeb } from './shown.ts';

const count = sql<number>`(
	SELECT count(*) FROM resources r JOIN revisions v ON v.id = r.current_revision_id
	WHERE r.region_id = regions.id AND r.withdrawn_at IS NULL AND ${isOnTheWeb}
)`;

const columns = {
	id: regions.id,
	slug: regions.slug,
	name: regions.name,
	kana: regions.kana,
	introduction: regions.introduction,
	fictional: regions.fictional,
	generalWindowId: regions.general_window_id,
	chapterOrder: regions.chapter_order,
	count
};

/** Fictional ones first, then the prefectures from north to south. */
export const list = keptByGeneration((db): Region[] =>
	db.select(columns).from(regions).orderBy(desc(regions.fictional), asc(regions.id)).all()
);

export function find(db: Database, slug: string): Region | undefined {
	return list(db).find((region) => region.slug === slug);
}

export function findById(db: Database, id: number): Region {
	return list(db).find((region) => region.id === id)!;
}

/** The region that lists a municipality; of several the one with the fewest, so the nearest. */
export function forMunicipality(
	db: Database,
	code: string
): { id: number; slug: string } | undefined {
	const size: SQL<number> = sql`(SELECT count(*) FROM region_municipalities m WHERE m.region_id = regions.id)`;
	return db
		.select({ id: regions.id, slug: regions.slug })
		.from(regions)
		.innerJoin(region_municipalities, eq(region_municipalities.region_id, regions.id))
		.where(eq(region_municipalities.municipality_code, code))
		.orderBy(asc(size), asc(regions.id))
		.get();
}
