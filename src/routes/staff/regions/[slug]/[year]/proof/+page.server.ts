import * as editions from '#lib/server/editions/index.ts';
import type { PageServerLoad } from './$types';

/** An edition with more is looked at by chapter. */
const mostAtOnce = 600;

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const asked = url.searchParams.get('chapter');
	const isLarge = edition.entries > mostAtOnce;
	const chapter =
		asked ?? (isLarge ? (editions.chaptersIn(db, edition.id)[0]?.code ?? null) : null);
	return { chapter, isLarge, proof: editions.proof(db, edition.id, chapter) };
};
