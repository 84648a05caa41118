import { isAnswering } from '#lib/server/database.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	isAnswering(locals.db)
		? json({ status: 'ok' })
		: json({ status: 'unavailable' }, { status: 503, headers: { 'retry-after': '10' } });
