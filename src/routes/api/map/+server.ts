import { error, json } from '@sveltejs/kit';
import { parseFilter } from '#lib/domain/filter.ts';
import { parseBounds } from '#lib/domain/map/bounds.ts';
import { zooms } from '#lib/domain/map/clusters.ts';
import { marksOf } from '#lib/server/maps.ts';
import * as scopes from '#lib/server/scopes.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url, locals: { db } }) => {
	const bounds = parseBounds(url.searchParams.get('bbox'));
	if (!bounds) {
		error(400, 'bbox は「西,南,東,北」の経度と緯度を、この順に数字で書いてください。');
	}
	const zoom = Number(url.searchParams.get('zoom') ?? NaN);
	if (!Number.isInteger(zoom) || zoom < zooms.least || zoom > zooms.most) {
		error(400, `zoom は ${zooms.least} から ${zooms.most} までの整数です。`);
	}
	const { scope, filter } = scopes.ofFilter(db, parseFilter(url.searchParams));
	// The bounds are those of the window, not a condition of the list.
	return json(marksOf(db, scope, { ...filter, bbox: null }, { bounds, zoom }));
};
