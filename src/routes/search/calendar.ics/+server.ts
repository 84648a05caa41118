import { parseFilter } from '#lib/domain/search/filter.ts';
import * as calendars from '#lib/server/exports/feeds/calendars.ts';
import * as lists from '#lib/server/exports/feeds/lists.ts';
import { feedInTurn } from '#lib/server/exports/turns.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals: { db, now, origin } }) => {
	const list = lists.ofEverything(db, parseFilter(url.searchParams));
	return feedFile(
		'calendar',
		await feedInTurn(db, ['calendar', list, origin], () =>
			calendars.ofList(db, list, { now, origin })
		)
	);
};
