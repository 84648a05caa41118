import { boardMatches, parseBoardFilter } from '#lib/domain/board.ts';
import * as editions from '#lib/server/editions.ts';
import { askedFrom } from '#lib/server/editions/asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const filter = parseBoardFilter(url.searchParams);
	const chosen = { ...filter, progress: filter.progress ?? ('left' as const) };
	// All of them: it is printed.
	const asked = boardMatches(editions.board(db, edition.id), chosen);
	return { query: url.search, found: asked.length, calls: askedFrom(db, asked) };
};
