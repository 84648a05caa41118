import { error, json } from '@sveltejs/kit';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db, care, now } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	return json(regionFiles.file(db, region, now, care));
};
