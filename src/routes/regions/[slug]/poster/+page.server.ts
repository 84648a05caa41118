import { error } from '@sveltejs/kit';
import { parsePosterStyle } from '#lib/domain/reader/handout/poster.ts';
import { regionPoster } from '#lib/server/listings/region-poster.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, origin } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const { poster, total } = regionPoster(db, region, { origin });
	return {
		isSample: region.fictional,
		isSheet: true,
		region: { slug: region.slug, name: region.name },
		hasPlaces: total > 0,
		poster,
		style: parsePosterStyle(url.searchParams.get('style'))
	};
};
