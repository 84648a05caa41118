import { error } from '@sveltejs/kit';
import { leafletOf } from '#lib/server/booklet/papers/papers.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { opened } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { db, now, origin, care } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const means = { origin, now, contacts: care.contacts };
	const leaflet = await leafletOf(db, { regionId: region.id }, means);
	if (!leaflet) error(404, 'この地域には、まだ載せている場所がありません。');
	return opened({ name: `${region.slug}-leaflet.pdf`, type: 'application/pdf', body: leaflet.pdf });
};
