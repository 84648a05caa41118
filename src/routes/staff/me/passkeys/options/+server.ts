import { json } from '@sveltejs/kit';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals: { db, user, origin, now } }) =>
	json(await passkeys.offer(db, user!.id, { origin, at: now }));
