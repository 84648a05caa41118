import { asc, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import { regions } from '#lib/server/database/schema/index.ts';

export type SampleOutlook = {
	id: number;
	slug: string;
	name: string;
	resources: number;
	revisions: number;
	editions: number;
	entries: number;
	/** Those of them that somebody made by hand, by name: they may be real. */
	typed: string[];
	/** What staff have typed and not saved about any of it. */
	drafts: number;
	/** Accounts of this region and no other. */
	editors: number;
	/** Places of other regions that rest on one of the sample: while there are any, it stays. */
	tied: string[];
};

/** What hangs on a region, as conditions. */
export const partsOf = (regionId: number) => {
	const places = sql`(SELECT id FROM resources WHERE region_id = ${regionId})`;
	return {
		places,
		versions: sql`(SELECT id FROM revisions WHERE resource_id IN ${places})`,
		volumes: sql`(SELECT id FROM editions WHERE region_id = ${regionId})`
	};
};

export const draftsOf = (regionId: number): SQL => {
	const { places, volumes } = partsOf(regionId);
	return sql`(subject IN ${places} OR subject = ${`new-${regionId}`}
		OR subject IN (SELECT 'words-' || id FROM editions WHERE id IN ${volumes}))`;
};

/** What would go with the sample region, in numbers; undefined where there is none. */
export function outlook(db: Database): SampleOutlook | undefined {
	const region = db
		.select({ id: regions.id, slug: regions.slug, name: regions.name })
		.from(regions)
		.where(eq(regions.fictional, true))
		.orderBy(asc(regions.id))
		.get();
	if (!region) return undefined;
	const { places, versions, volumes } = partsOf(region.id);
	const count = (from: SQL) => db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${from}`).n;
	const names = (from: SQL) =>
		db
			.all<{ name: string }>(
				sql`SELECT v.name FROM resources r JOIN revisions v ON v.id = coalesce(r.current_revision_id,
					(SELECT max(id) FROM revisions WHERE resource_id = r.id)) WHERE ${from} ORDER BY r.created_at, r.id`
			)
			.map(({ name }) => name);
	return {
		...region,
		resources: count(sql`resources WHERE id IN ${places}`),
		revisions: count(sql`revisions WHERE id IN ${versions}`),
		editions: count(sql`editions WHERE id IN ${volumes}`),
		entries: count(sql`entries WHERE edition_id IN ${volumes}`),
		typed: names(sql`r.id IN ${places} AND r.created_by <> 'sample'`),
		drafts: count(sql`drafts WHERE ${draftsOf(region.id)}`),
		editors: count(sql`staff_regions s WHERE s.region_id = ${region.id} AND NOT EXISTS (
			SELECT 1 FROM staff_regions o WHERE o.staff_id = s.staff_id AND o.region_id <> s.region_id)`),
		tied: names(sql`r.region_id <> ${region.id} AND (r.merged_into_id IN ${places}
			OR r.id IN (SELECT resource_id FROM entries WHERE edition_id IN ${volumes}))
			OR r.id IN (SELECT resource_id FROM entries WHERE resource_id IN ${places} AND edition_id NOT IN ${volumes})`)
	};
}
