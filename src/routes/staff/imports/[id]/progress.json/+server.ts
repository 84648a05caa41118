import { error, json } from '@sveltejs/kit';
import { watch } from '#lib/server/imports/watching.ts';
import type { RequestHandler } from './$types';

/** How far it is: numbers, and nothing of what is in the file. */
export const GET: RequestHandler = async ({ params, locals: { db, user, now } }) => {
	const watched = await watch(db, user!, params.id, { at: now });
	if (!watched) error(404);
	const { preview, progress, trouble } = watched;
	return json({ state: preview.state, progress, isStuck: trouble !== '' });
};
