import { error } from '@sveltejs/kit';
import { csvFile } from '#lib/server/web/csv-file.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db } }) => {
	const edition = staffView.find(db, params);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	const regionId = regions.find(db, edition.region)!.id;
	const sheet = editions.coverage(db, { editionId: edition.id, regionId });
	return csvFile(
		`${edition.region}-${edition.year}-gaps.csv`,
		editions.coverageCsv(db, sheet, { isSample: regions.samples(db).has(edition.region) })
	);
};
