import { error } from '@sveltejs/kit';
import { publicFile } from '#lib/server/exports/public.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({
	params,
	url: { searchParams: query },
	locals: { db, origin }
}) => {
	const file = await publicFile(db, params, { query, origin, form: 'geojson' });
	if (!file) error(404, 'その地域は、ここにはありません。');
	// Shown by what reads maps, and not only saved.
	return new Response(file.body as string, { headers: { 'content-type': file.type } });
};
