import { error, json } from '@sveltejs/kit';
import { mayTryPasskey } from '#lib/server/staff/entering.ts';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals, getClientAddress }) => {
	const { db, origin, now, entrance } = locals;
	if (!(await mayTryPasskey(db, getClientAddress()))) {
		error(429, '何度も続けて試されたため、いまは受け取れません。1分ほど待ってください。');
	}
	const response: unknown = await request.json().catch(() => null);
	const staffId = await passkeys.enter(db, { response, origin, at: now });
	if (staffId === null) error(403, 'そのパスキーは、ここでは使えません。');
	entrance.letIn(staffId);
	return json({});
};
