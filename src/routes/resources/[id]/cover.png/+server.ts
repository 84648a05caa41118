import { error } from '@sveltejs/kit';
import * as covers from '#lib/server/booklet/covers/covers.ts';
import { picture } from '#lib/server/web/picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { db, now } }) => {
	const cover = covers.ofPlace(db, params.id, now);
	if (!cover) error(404, 'ここには、いまは何も載っていません。');
	return picture(await covers.drawn(db, cover));
};
