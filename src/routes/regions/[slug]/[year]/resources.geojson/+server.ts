import { error } from '@sveltejs/kit';
import { publicCollection } from '#lib/server/exports/features.ts';
import { askedBy } from '#lib/server/exports/public.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url, locals: { db } }) => {
	const asked = askedBy(db, params, url.searchParams);
	if (!asked) error(404, 'その年度版は、ここにはありません。');
	const collection = publicCollection(db, { ...asked, origin: url.origin });
	return new Response(JSON.stringify(collection), {
		headers: { 'content-type': 'application/geo+json' }
	});
};
