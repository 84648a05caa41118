import { error } from '@sveltejs/kit';
import { csvFile } from '#lib/server/csv.ts';
import * as editions from '#lib/server/editions.ts';
import { askedFrom, callsCsv } from '#lib/server/editions/asking.ts';
import * as desk from '#lib/server/editions/desk.ts';
import type { RequestHandler } from './$types';

/** All that is left to be asked. */
export const GET: RequestHandler = ({ params, locals: { db } }) => {
	const edition = desk.find(db, params);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	const left = editions.board(db, edition.id).filter(({ isDone }) => !isDone);
	return csvFile(`${edition.region}-${edition.year}-calls.csv`, callsCsv(askedFrom(db, left)));
};
