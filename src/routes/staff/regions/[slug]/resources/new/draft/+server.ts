import { json } from '@sveltejs/kit';
import * as regions from '#lib/server/regions/regions.ts';
import { keepDraft } from '#lib/server/editing/submit.ts';
import type { RequestHandler } from './$types';

/** Keeps what is being typed of a new resource, and says what can be told of it. */
export const POST: RequestHandler = async ({ params, request, locals: { db, user, now } }) => {
	const regionId = regions.find(db, params.slug)!.id;
	const form = await request.formData();
	const { look, draft } = keepDraft(db, { resourceId: null, regionId, form, user: user!, at: now });
	if (draft === 'elsewhere') return json({ draft }, { status: 409 });
	return json({ look, savedAt: now.toISOString() });
};
