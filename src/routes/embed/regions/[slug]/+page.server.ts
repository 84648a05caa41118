import { error } from '@sveltejs/kit';
import { amountWords } from '#lib/domain/region/holdings.ts';
import { filterAddress, parseFilter } from '#lib/domain/search/filter.ts';
import { holdings } from '#lib/server/listings/holdings.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

/** A map for somebody else's page: what the filter in its address finds, and the way to all of it. */
export const load: PageServerLoad = ({ params, url, locals: { db, now } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const asked = parseFilter(url.searchParams);
	const filter = { ...asked, year: null, page: 1, view: 'map' as const };
	const { map, total, sentence } = listings.region(db, region, filter, now);
	return {
		isEmbedded: true,
		isSample: region.fictional,
		region: { name: region.name },
		description: `${region.name}の地図。${amountWords(holdings(db, { region: region.id }))}。${sentence}`,
		map: map!,
		total,
		sentence,
		whole: `/regions/${region.slug}${filterAddress({ ...filter, view: 'list' })}`
	};
};
