import { parseFilter } from '#lib/domain/search/filter.ts';
import { arrivals } from '#lib/server/exports/feeds/arrivals.ts';
import * as lists from '#lib/server/exports/feeds/lists.ts';
import { feedInTurn } from '#lib/server/exports/turns.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { db, origin } }) => {
	const list = lists.ofEverything(db, parseFilter(url.searchParams));
	return feedFile(
		'atom',
		await feedInTurn(db, ['atom', list, origin], () => arrivals(db, list, { origin }))
	);
};
