import { parseActivityFilter } from '#lib/domain/staff/activity.ts';
import * as activity from '#lib/server/audit/activity.ts';
import { noteExport } from '#lib/server/audit/exporting.ts';
import { csvFile } from '#lib/server/web/csv-file.ts';
import type { RequestHandler } from './$types';

/** More than a spreadsheet likes, and less than a request should take long for. */
const most = 100_000;

export const GET: RequestHandler = ({ url, locals: { db, user, now } }) => {
	const found = activity.list(db, user!, parseActivityFilter(url.searchParams), most);
	noteExport(db, 'activity', { id: 'csv', by: user!.id, at: now, rows: found.length });
	return csvFile('activity.csv', activity.activityCsv(found));
};
