import { select } from '#lib/domain/listing/catalogue.ts';
import type { Filter } from '#lib/domain/search/filter.ts';
import type { Region } from '#lib/domain/region/region.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { catalogue, type Scope } from '#lib/server/search/catalogue.ts';

/** A list as its feeds know it. */
export type List = {
	scope: Scope;
	filter: Filter;
	/** What it is of: 「さくら地域」. */
	where: string;
	/** Path of its page, under which its feeds are. */
	path: string;
	isSample: boolean;
};

/** The current list of a region. */
export const ofRegion = ({ id, slug, name, fictional }: Region, filter: Filter): List => ({
	scope: { region: id },
	filter: { ...filter, year: null },
	where: name,
	path: `/regions/${slug}`,
	isSample: fictional
});

/** The list of all regions, as it is now. */
export function ofEverything(db: Database, filter: Filter): List {
	const scope = listings.nationwide(db, filter);
	const isSample = scope !== 'everything' && regions.samples(db).has(filter.chosen.region[0] ?? '');
	return {
		scope,
		filter: { ...filter, year: null },
		where: 'すべての地域',
		path: '/search',
		isSample
	};
}

/**
 * The documents of a list, in its order. What only resembles the words is shown to who looks, but is nothing to
 * subscribe to.
 */
export function listed(db: Database, { scope, filter }: List): number[] {
	const { first, total, fuzzy } = select(catalogue(db, scope), { ...filter, page: 1 }, [], 1);
	return fuzzy ? [] : first(total);
}
