import { error } from '@sveltejs/kit';
import { readingFileName } from '#lib/domain/booklet/made.ts';
import { unfinishedWords } from '#lib/domain/booklet/reading/files.ts';
import { made } from '#lib/server/booklet/reading/made.ts';
import * as editions from '#lib/server/editions/index.ts';
import { download } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { db, care, origin } }) => {
	const edition = editions.findByName(db, `${params.slug}-${params.year}`);
	if (!edition) error(404, editions.missing(db, params));
	if (edition.previewed) error(404, unfinishedWords);
	return download({
		name: readingFileName(edition, 'epub'),
		type: 'application/epub+zip',
		body: (await made(db, edition, { origin, crisis: care })).epub()
	});
};
