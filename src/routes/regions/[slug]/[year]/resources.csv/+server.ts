import { error } from '@sveltejs/kit';
import { publicFile } from '#lib/server/exports/public.ts';
import { download } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({
	params,
	url: { searchParams: query },
	locals: { db, origin }
}) =>
	download(
		(await publicFile(db, params, { query, origin, form: 'csv' })) ??
			error(404, 'その年度版は、ここにはありません。')
	);
