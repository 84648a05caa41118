import type { Bounds } from '#lib/domain/map/bounds.ts';
import { frameAround, landOf, type Land } from '#lib/domain/map/land.ts';
import type { Band, Outline } from '#lib/domain/map/outline.ts';
import type { Database } from './database.ts';
import * as outlines from './outlines.ts';

/** Degrees from which the outlines of the country do, and to which those of a street. */
const [country, street] = [5, 0.6];

/** What lies under a drawing of some bounds; null without outlines there. */
export function under(db: Database, bounds: Bounds | null): Land | null {
	const basemap = bounds && outlines.list(db);
	if (!bounds || !basemap) return null;
	const frame = frameAround(bounds);
	const wide = Math.max(bounds.east - bounds.west, bounds.north - bounds.south);
	const seen: Outline[] = [];
	const add = (slug: string, band: Band) => {
		seen.push(...(outlines.read(db, slug, band)?.values() ?? []));
	};
	if (wide > country) add(outlines.japanSlug, 'overview');
	else {
		for (const prefecture of basemap.prefectures) {
			const both = [prefecture.bounds, frame];
			if (overlaps(both)) add(prefecture.slug, wide > street ? 'middle' : 'detail');
		}
	}
	const land = landOf(seen, frame, basemap.credit);
	return land.path === '' ? null : land;
}

const overlaps = ([a, b]: Bounds[]) =>
	a!.west < b!.east && a!.east > b!.west && a!.south < b!.north && a!.north > b!.south;
