import { boardMatches, parseBoardFilter } from '#lib/domain/edition/board.ts';
import { knownAndNot, sheetOf } from '#lib/domain/edition/confirmation-sheet.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import * as editions from '#lib/server/editions/index.ts';
import { contentsOf } from '#lib/server/editions/round/calls.ts';
import { names } from '#lib/server/regions/names.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const board = editions.board(db, edition.id);
	const number = Number(url.searchParams.get('entry'));
	const one = board.find((entry) => entry.number === number);
	// All of them: they are printed.
	const chosen = one ? [one] : boardMatches(board, parseBoardFilter(url.searchParams));
	const read = contentsOf(db, chosen);
	const sheetFor = (content: Content) => {
		const sheet = sheetOf(content, names(db));
		return { name: sheet.name, ...knownAndNot(sheet) };
	};
	return {
		isSheet: true,
		sheets: chosen.map((entry) => ({
			number: entry.number,
			...sheetFor(read.get(entry.entryId)!)
		}))
	};
};
