import { error, json } from '@sveltejs/kit';
import * as regionResources from '#lib/server/listings/region-resources.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db, now } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	return json(regionResources.file(db, region, now));
};
