import { error } from '@sveltejs/kit';
import { parseBoardFilter } from '#lib/domain/edition/board.ts';
import { noteExport } from '#lib/server/audit/exporting.ts';
import { csvFile } from '#lib/server/web/csv-file.ts';
import { callsCsv, toBeAsked } from '#lib/server/editions/round/calls.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url, locals: { db, user, now } }) => {
	const edition = staffView.find(db, params);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	const asked = toBeAsked(db, edition.id, parseBoardFilter(url.searchParams));
	noteExport(db, 'edition', { id: edition.id, by: user!.id, at: now, rows: asked.length });
	return csvFile(
		`${edition.region}-${edition.year}-calls.csv`,
		callsCsv(asked, { isSample: regions.samples(db).has(edition.region) })
	);
};
