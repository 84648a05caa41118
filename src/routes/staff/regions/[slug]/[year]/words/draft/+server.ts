import { json } from '@sveltejs/kit';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { keepWords } from '#lib/server/editing/edition/words.ts';
import type { RequestHandler } from './$types';

/** Keeps what is being typed. */
export const POST: RequestHandler = async ({ params, request, locals: { db, user, now } }) => {
	const { id: editionId } = staffView.find(db, params)!;
	const form = await request.formData();
	const { state } = keepWords(db, { editionId, form, by: user!.id, at: now });
	if (state !== 'kept') return json({ draft: state }, { status: 409 });
	return json({ savedAt: now.toISOString() });
};
