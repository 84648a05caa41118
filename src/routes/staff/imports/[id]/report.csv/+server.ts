import { error } from '@sveltejs/kit';
import * as previews from '#lib/server/imports/previews/index.ts';
import { csvFile } from '#lib/server/web/csv-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db, user } }) => {
	const report = previews.report(db, user!, params.id);
	if (!report) error(404, 'その取り込みは、ここにはありません。');
	return csvFile('import-report.csv', report.text);
};
