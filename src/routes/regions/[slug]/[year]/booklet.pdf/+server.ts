import { error } from '@sveltejs/kit';
import { bookletFileName } from '#lib/domain/booklet/made.ts';
import { editionName } from '#lib/domain/edition/edition.ts';
import { parseReaderForm, readersFile } from '#lib/server/booklet/readers.ts';
import * as editions from '#lib/server/editions/index.ts';
import { opened } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db, origin } }) => {
	const edition = editions.findByName(db, `${params.slug}-${params.year}`);
	if (!edition) error(404, editions.missing(db, params));
	const form = parseReaderForm(url.searchParams.get('form'));
	if (!form) error(404, 'その形の冊子は、ありません。');
	const answer = await readersFile(db, edition, { form, origin });
	if (!('file' in answer)) error(answer.isLater ? 503 : 404, answer.sentence);
	const name = bookletFileName(editionName(params.slug, edition.year), answer.file, 'pdf');
	return opened({ name, type: 'application/pdf', body: answer.file.bytes });
};
