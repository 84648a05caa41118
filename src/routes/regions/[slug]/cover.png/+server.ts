import { error } from '@sveltejs/kit';
import * as covers from '#lib/server/booklet/covers/covers.ts';
import { picture } from '#lib/server/web/picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { db } }) => {
	const cover = covers.ofRegion(db, params.slug);
	if (!cover) error(404, 'その地域は、ここにはありません。');
	return picture(await covers.drawn(db, cover));
};
