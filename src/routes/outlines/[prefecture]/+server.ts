import { error } from '@sveltejs/kit';
import { isBand } from '#lib/domain/map/outline.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import type { RequestHandler } from './$types';

/** `v`: the version that `/outlines` gives; with it a browser may keep them for good. */
export const GET: RequestHandler = ({ params, url, locals }) => {
	const band = url.searchParams.get('band') ?? 'middle';
	if (!isBand(band)) error(400, 'band は overview・middle・detail のどれかです。');
	const found = outlines.find(locals.db, params.prefecture, band);
	if (found === null) error(404, 'その地域の輪郭は、ここにはありません。');
	locals.frozen = url.searchParams.get('v') === outlines.list(locals.db).version;
	return new Response(found, { headers: { 'content-type': 'application/json' } });
};
