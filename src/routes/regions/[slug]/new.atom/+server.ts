import { error } from '@sveltejs/kit';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { arrivals } from '#lib/server/exports/feeds/arrivals.ts';
import * as lists from '#lib/server/exports/feeds/lists.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { feedInTurn } from '#lib/server/exports/turns.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db, origin } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const list = lists.ofRegion(region, parseFilter(url.searchParams));
	return feedFile(
		'atom',
		await feedInTurn(db, ['atom', list, origin], () => arrivals(db, list, { origin }))
	);
};
