import { error, json } from '@sveltejs/kit';
import { mayTryPasskey } from '#lib/server/staff/entering.ts';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, getClientAddress }) => {
	const { db, origin, now } = locals;
	if (!(await mayTryPasskey(db, getClientAddress()))) {
		error(429, '何度も続けて試されたため、いまは受け取れません。1分ほど待ってください。');
	}
	return json(await passkeys.ask(db, { origin, at: now }));
};
