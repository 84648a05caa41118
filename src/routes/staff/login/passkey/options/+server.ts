import { json } from '@sveltejs/kit';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals: { db, origin, now } }) =>
	json(await passkeys.ask(db, { origin, at: now }));
