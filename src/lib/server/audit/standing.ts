import { eq, inArray, sql } from 'drizzle-orm';
import type { ChapterOrder } from '#lib/domain/edition/edition.ts';
import { rangesOf } from '#lib/domain/input/ranges.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions, regions } from '#lib/server/database/schema/index.ts';
import type { Standing, Volume } from './claim.ts';

/** Where resources and editions belong, as the log writes it down. */

/** By region the first revisions of its resources, as ranges; of all resources, or of those. */
export function placesOf(
	{ $client }: Database,
	ids?: readonly string[]
): [region: number, revisions: string][] {
	const within = ids ? 'WHERE r.id IN (SELECT value FROM json_each(?))' : '';
	const rows = $client
		.prepare<unknown[], { region: number; revision: number | null }>(
			`SELECT r.region_id AS region,
				(SELECT min(id) FROM revisions WHERE resource_id = r.id) AS revision
			FROM resources r ${within}`
		)
		.all(...(ids ? [JSON.stringify(ids)] : []));
	const byRegion = Map.groupBy(rows, ({ region }) => region);
	return [...byRegion].map(([region, list]) => [
		region,
		rangesOf(list.flatMap(({ revision }) => revision ?? []))
	]);
}

/** All editions, or those. */
export const volumesOf = (db: Database, ids?: readonly number[]): Volume[] =>
	db
		.select({ id: editions.id, region: editions.region_id, year: editions.year, order })
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.where(ids && inArray(editions.id, [...ids]))
		.orderBy(editions.id)
		.all()
		.map(({ id, region, year, order }) => [id, region, year, order]);

export function standingOf(db: Database, editionId: number): Standing {
	const [, region, year, order] = volumesOf(db, [editionId])[0]!;
	return { region, year, order };
}

const order = sql<ChapterOrder>`coalesce(${editions.chapter_order}, ${regions.chapter_order})`;
