import { error } from '@sveltejs/kit';
import { listFile } from '#lib/server/web/list-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db, origin } }) =>
	(await listFile(db, params, { query: url.searchParams, origin, form: 'csv' })) ??
	error(404, 'その地域は、ここにはありません。');
