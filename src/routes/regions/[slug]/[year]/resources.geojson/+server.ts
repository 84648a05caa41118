import { error } from '@sveltejs/kit';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { featuresOf } from '#lib/domain/listing/geojson.ts';
import * as editions from '#lib/server/editions/index.ts';
import { placesOf } from '#lib/server/listings/map.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url, locals: { db } }) => {
	const name = `${params.slug}-${params.year}`;
	const edition = editions.findByName(db, name);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	const filter = { ...parseFilter(url.searchParams), year: null };
	const places = placesOf(db, { edition: edition.id }, filter);
	const collection = featuresOf(places, (id) => `${url.origin}/resources/${id}?edition=${name}`, {
		isSample: edition.region.fictional
	});
	return new Response(JSON.stringify(collection), {
		headers: { 'content-type': 'application/geo+json' }
	});
};
