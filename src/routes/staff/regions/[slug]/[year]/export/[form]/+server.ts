import { error } from '@sveltejs/kit';
import { formIn, staffFile } from '#lib/server/exports/staff.ts';
import { download } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { db, user, now, origin } = locals;
	const form = formIn(params.form);
	if (!form) error(404, 'この形では書き出せません。');
	const query = url.searchParams;
	return download(await staffFile(db, params, { user: user!, now, query, form, origin }));
};
