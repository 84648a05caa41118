import { regionPosterOf, type Poster } from '#lib/domain/reader/handout/poster.ts';
import type { Region } from '#lib/domain/region/region.ts';
import type { Database } from '#lib/server/database/client.ts';
import { holdings } from './holdings.ts';

/** What hangs on a wall of a region as it is now: the same on its page and in its PDF. */
export function regionPoster(
	db: Database,
	region: Region,
	{ origin }: { origin: string }
): { poster: Poster; total: number } {
	const held = holdings(db, { region: region.id });
	return { poster: regionPosterOf(region, { origin, holdings: held }), total: held.total };
}
