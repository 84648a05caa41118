import { json } from '@sveltejs/kit';
import * as desk from '#lib/server/resources/desk.ts';
import { look } from '#lib/server/resources/look.ts';
import { keepDraft } from '../../editing.ts';
import type { RequestHandler } from './$types';

/** Keeps what is being typed, and says what can be told of it. */
export const POST: RequestHandler = async (event) => {
	const { db, now } = event.locals;
	const { id, regionId } = desk.find(db, event.params.id)!;
	const target = { resourceId: id, regionId };
	const { fields } = keepDraft(event, target, await event.request.formData());
	return json({ look: look(db, fields, { ...target, now }), savedAt: now.toISOString() });
};
