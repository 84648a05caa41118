import { error } from '@sveltejs/kit';
import * as editions from '#lib/server/editions/index.ts';
import { listFile } from '#lib/server/web/list-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db, origin } }) =>
	(await listFile(db, params, { query: url.searchParams, origin, form: 'geojson' })) ??
	error(404, editions.missing(db, params));
