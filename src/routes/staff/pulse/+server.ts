import { json } from '@sveltejs/kit';
import * as readOnly from '#lib/server/web/read-only.ts';
import type { RequestHandler } from './$types';

/** Whether what is being written could be saved now: who is signed in here, and why nobody can write. */
export const GET: RequestHandler = ({ locals: { db, user } }) =>
	json({ user: user?.id ?? null, closed: readOnly.sentenceOf(db) });
