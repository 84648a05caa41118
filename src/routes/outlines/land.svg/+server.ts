import { error } from '@sveltejs/kit';
import { parseBounds } from '#lib/domain/map/bounds.ts';
import { groundSvg } from '#lib/domain/map/land.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import type { RequestHandler } from './$types';

const longest = 1600;

/**
 * `?bbox=&width=&height=`: the ground within the bounds, in pixels. Where no land
 * is known it is empty: the pages that show it are the same with and without.
 */
export const GET: RequestHandler = ({ url, locals }) => {
	const bounds = parseBounds(url.searchParams.get('bbox'));
	if (!bounds) {
		error(400, 'bbox は「西,南,東,北」の経度と緯度を、この順に数字で書いてください。');
	}
	const [width, height] = ['width', 'height'].map((name) => {
		const text = url.searchParams.get(name) ?? '';
		const pixels = /^\d{1,4}$/.test(text) ? Number(text) : 0;
		if (pixels < 1 || pixels > longest) error(400, `${name} は 1 から ${longest} までの整数です。`);
		return pixels;
	}) as [number, number];
	const size = { width, height };
	const ground = outlines.ground(locals.db, bounds, size);
	return new Response(groundSvg(ground, size), {
		headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }
	});
};
