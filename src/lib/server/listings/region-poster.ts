import { regionPosterOf, type Poster } from '#lib/domain/reader/handout/poster.ts';
import type { Region } from '#lib/domain/region/region.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import * as listings from './listings.ts';

/** What hangs on a wall of a region as it is now: the same on its page and in its PDF. */
export function regionPoster(
	db: Database,
	region: Region,
	{ origin, now }: { origin: string; now: Date }
): { poster: Poster; total: number } {
	const everything = parseFilter(new URLSearchParams());
	const { facets, total } = listings.region(db, region, everything, now);
	const { category } = names(db).vocabularies;
	const categories = (facets.find(({ facet }) => facet === 'category')?.choices ?? [])
		.filter(({ code }) => category.get(code)?.parent === null)
		.map(({ name }) => name);
	return { poster: regionPosterOf(region, { origin, categories, count: total }), total };
}
