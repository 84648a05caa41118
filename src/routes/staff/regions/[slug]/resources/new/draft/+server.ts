import { json } from '@sveltejs/kit';
import * as regions from '#lib/server/regions.ts';
import { look } from '#lib/server/resources/look.ts';
import { keepDraft } from '../../../../../resources/editing.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const { db, now } = event.locals;
	const target = { resourceId: null, regionId: regions.find(db, event.params.slug)!.id };
	const { fields } = keepDraft(event, target, await event.request.formData());
	return json({ look: look(db, fields, { ...target, now }), savedAt: now.toISOString() });
};
