import { error } from '@sveltejs/kit';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { parsePosterStyle, regionPosterOf } from '#lib/domain/reader/handout/poster.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, now, origin } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const { facets, total } = listings.region(db, region, parseFilter(new URLSearchParams()), now);
	const { category } = names(db).vocabularies;
	const categories = (facets.find(({ facet }) => facet === 'category')?.choices ?? [])
		.filter(({ code }) => category.get(code)?.parent === null)
		.map(({ name }) => name);
	return {
		isSample: region.fictional,
		isSheet: true,
		region: { slug: region.slug, name: region.name },
		poster: regionPosterOf(region, { origin, categories, count: total }),
		style: parsePosterStyle(url.searchParams.get('style'))
	};
};
