import { json } from '@sveltejs/kit';
import { maxZoom } from '#lib/domain/map/tile.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import type { RequestHandler } from './$types';

/** Asked before a map is drawn, so that it need not wait for tiles that do not come. */
export const GET: RequestHandler = async ({ locals: { db, tiles } }) =>
	json(
		{
			available: await tiles.isAvailable(),
			attribution: tiles.attribution,
			maxZoom,
			// Of such land there is no tile.
			invented: outlines.hasInvention(db)
		},
		{ headers: { 'cache-control': 'no-store' } }
	);
