import { error } from '@sveltejs/kit';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { featuresOf } from '#lib/domain/listing/geojson.ts';
import { placesOf } from '#lib/server/listings/map.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url, locals: { db } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const filter = { ...parseFilter(url.searchParams), year: null };
	const places = placesOf(db, { region: region.id }, filter);
	const collection = featuresOf(places, (id) => `${url.origin}/resources/${id}`, {
		isSample: region.fictional
	});
	return new Response(JSON.stringify(collection), {
		headers: { 'content-type': 'application/geo+json' }
	});
};
