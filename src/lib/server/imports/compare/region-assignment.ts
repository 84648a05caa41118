import { eq } from 'drizzle-orm';
import type { Reading } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import { prefectures, region_municipalities, regions } from '#lib/server/database/schema/index.ts';

export type RowRegion = { id: number; slug: string; name: string };

/** Which region a row belongs to. */
export type RegionAssignment = {
	byId: Map<number, RowRegion>;
	/** `known`: where the resource is listed so far; it stays while that region has its town. */
	regionOf(reading: Reading, known: number | null): RowRegion | null;
	holds(region: number, municipality: string): boolean;
};

/** `chosen`: the region that all rows go to, wherever they are. */
export function regionAssignment(db: Database, chosen: RowRegion | null): RegionAssignment {
	const all = db
		.select({
			id: regions.id,
			slug: regions.slug,
			name: regions.name,
			prefecture: prefectures.code
		})
		.from(regions)
		.leftJoin(prefectures, eq(prefectures.romaji, regions.slug))
		.all();
	const byId = new Map(all.map((region) => [region.id, region]));
	// A region that is no prefecture takes nobody in for want of a town.
	const byPrefecture = new Map(
		all.flatMap((region) => (region.prefecture === null ? [] : [[region.prefecture, region]]))
	);
	const members = Map.groupBy(
		db.select().from(region_municipalities).all(),
		(member) => member.region_id
	);
	const towns = new Map(
		[...members].map(([id, list]) => [id, new Set(list.map((one) => one.municipality_code))])
	);
	const holds = (region: number, municipality: string) =>
		towns.get(region)?.has(municipality) ?? false;
	// Of several regions the one with the fewest towns, so the nearest.
	const nearest = new Map<string, RowRegion>();
	for (const [id, list] of [...members].sort(([, a], [, b]) => b.length - a.length)) {
		for (const { municipality_code } of list) nearest.set(municipality_code, byId.get(id)!);
	}

	return {
		byId,
		holds,
		regionOf(reading, known) {
			if (chosen) return chosen;
			const municipality = reading.content?.location.municipality;
			if (known !== null && (!municipality || holds(known, municipality))) return byId.get(known)!;
			if (!municipality) return byPrefecture.get(reading.prefecture ?? '') ?? null;
			return nearest.get(municipality) ?? null;
		}
	};
}
