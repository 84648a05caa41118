import { json } from '@sveltejs/kit';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { keepDraft } from '#lib/server/editing/submit.ts';
import type { RequestHandler } from './$types';

/** Keeps what is being typed, and says what can be told of it. */
export const POST: RequestHandler = async ({ params, request, locals: { db, user, now } }) => {
	const { id, regionId } = staffView.find(db, params.id)!;
	const form = await request.formData();
	const { look, draft } = keepDraft(db, { resourceId: id, regionId, form, user: user!, at: now });
	if (draft === 'elsewhere') return json({ draft }, { status: 409 });
	return json({ look, savedAt: now.toISOString() });
};
