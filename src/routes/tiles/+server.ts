import { json } from '@sveltejs/kit';
import { maxZoom } from '#lib/domain/map/tile.ts';
import type { RequestHandler } from './$types';

/** Asked before a map is drawn, so that it need not wait for tiles that do not come. */
export const GET: RequestHandler = async ({ locals: { tiles } }) =>
	json(
		{ available: await tiles.isAvailable(), attribution: tiles.attribution, maxZoom },
		{ headers: { 'cache-control': 'no-store' } }
	);
