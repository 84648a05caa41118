import { parseTile } from '#lib/domain/map/tile.ts';
import type { RequestHandler } from './$types';

const nothing = (status: number) =>
	new Response(null, { status, headers: { 'cache-control': 'no-store' } });

export const GET: RequestHandler = async ({ params, locals }) => {
	const tile = parseTile(params.z, params.x, params.y);
	if (!tile) return nothing(404);
	const image = await locals.tiles.get(tile);
	if (!image) return nothing(503);
	return new Response(image.body as Uint8Array<ArrayBuffer>, {
		headers: { 'content-type': image.type, 'cache-control': 'public, max-age=604800' }
	});
};
