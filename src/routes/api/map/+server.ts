import { error, json } from '@sveltejs/kit';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { parseBounds } from '#lib/domain/map/bounds.ts';
import { zooms } from '#lib/domain/map/clusters.ts';
import { marksOf } from '#lib/server/listings/map.ts';
import { pixelsOf } from '#lib/domain/map/mercator.ts';
import * as scopes from '#lib/server/listings/scopes.ts';
import type { RequestHandler } from './$types';

/** Some screens side by side. */
const mostPixels = 12_000;

export const GET: RequestHandler = ({ url, locals: { db } }) => {
	const { searchParams } = url;
	const bounds = parseBounds(searchParams.get('bbox'));
	if (!bounds) {
		error(400, 'bbox は「西,南,東,北」の経度と緯度を、この順に数字で書いてください。');
	}
	const asked = searchParams.get('zoom') ?? '';
	const zoom = /^\d{1,2}$/.test(asked) ? Number(asked) : Infinity;
	if (zoom < zooms.least || zoom > zooms.most) {
		error(400, `zoom は ${zooms.least} から ${zooms.most} までの整数です。`);
	}
	if (pixelsOf(bounds, zoom) > mostPixels) {
		error(
			400,
			`bbox が、zoom ${zoom} には広すぎます。bbox をせまくするか、zoom を小さくしてください。`
		);
	}
	// bbox is that of the window; what is a condition of the list has another name here.
	const bbox = parseBounds(searchParams.get('within'));
	if (searchParams.has('within') && !bbox) {
		error(400, 'within は「西,南,東,北」の経度と緯度を、この順に数字で書いてください。');
	}
	const { scope, filter } = scopes.ofFilter(db, parseFilter(searchParams));
	return json(marksOf(db, scope, { ...filter, bbox }, { bounds, zoom }));
};
