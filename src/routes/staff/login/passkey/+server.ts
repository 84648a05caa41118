import { error, json } from '@sveltejs/kit';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
	const { db, origin, now, entrance } = locals;
	const response: unknown = await request.json().catch(() => null);
	const staffId = await passkeys.enter(db, { response, origin, at: now });
	if (staffId === null) error(403, 'そのパスキーは、ここでは使えません。');
	entrance.letIn(staffId);
	return json({});
};
