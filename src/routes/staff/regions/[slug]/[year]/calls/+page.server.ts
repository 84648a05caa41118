import { parseBoardFilter } from '#lib/domain/edition/board.ts';
import { toBeAsked } from '#lib/server/editions/round/calls.ts';
import type { PageServerLoad } from './$types';

/** All of them: they are printed. */
export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const filter = parseBoardFilter(url.searchParams);
	return { query: url.search, calls: toBeAsked(db, edition.id, filter) };
};
