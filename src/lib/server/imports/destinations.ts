import { isBeingMade } from '#lib/domain/edition/edition.ts';
import { editsRegion, regionsOf, type User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/staff-view.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';

/** Where somebody may put what is in a file, for a form to choose from. */
export function destinations(db: Database, user: User) {
	const own = regions.list(db).filter(({ id }) => editsRegion(user, id));
	const slugs = new Set(own.map(({ slug }) => slug));
	const open = editions
		.all(db)
		.filter(({ region, state }) => slugs.has(region) && isBeingMade(state));
	return {
		regions: own.map(({ slug, name }) => ({ slug, name })),
		isEverywhere: regionsOf(user) === 'all',
		years: [...new Set(open.map(({ year }) => year))],
		categories: [...names(db).vocabularies.category.values()].map(({ code, label }) => ({
			code,
			label
		}))
	};
}

/** Slug of the region that somebody belongs to, where it is just one. */
export function onlyRegionOf(db: Database, user: User): string | null {
	if (user.regions === 'all' || user.regions.length !== 1) return null;
	const [id] = user.regions;
	return regions.list(db).find((region) => region.id === id)?.slug ?? null;
}
