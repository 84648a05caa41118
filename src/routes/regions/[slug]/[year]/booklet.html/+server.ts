import { error } from '@sveltejs/kit';
import { readingFileName } from '#lib/domain/booklet/made.ts';
import { unfinishedWords } from '#lib/domain/booklet/reading/files.ts';
import { made } from '#lib/server/booklet/reading/made.ts';
import * as editions from '#lib/server/editions/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db, care, origin } }) => {
	const edition = editions.findByName(db, `${params.slug}-${params.year}`);
	if (!edition) error(404, editions.missing(db, params));
	if (edition.previewed) error(404, unfinishedWords);
	const { html, policy } = (await made(db, edition, { origin, crisis: care })).page();
	const isKept = url.searchParams.has('download');
	return new Response(html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `${policy}; frame-ancestors 'none'`,
			'content-disposition': `${isKept ? 'attachment' : 'inline'}; filename="${readingFileName(edition, 'html')}"`,
			'x-robots-tag': 'noindex'
		}
	});
};
