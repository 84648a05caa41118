import { error } from '@sveltejs/kit';
import { changes } from '#lib/server/exports/feeds/changes.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db, origin } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	return feedFile('atom', changes(db, region, { origin }));
};
