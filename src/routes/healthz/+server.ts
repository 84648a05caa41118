import { isServing } from '#lib/server/start/health.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
	isServing(locals.db)
		? json({ status: 'ok' })
		: json({ status: 'unavailable' }, { status: 503, headers: { 'retry-after': '10' } });
