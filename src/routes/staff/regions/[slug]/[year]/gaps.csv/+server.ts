import { error } from '@sveltejs/kit';
import * as editions from '#lib/server/editions.ts';
import * as desk from '#lib/server/editions/desk.ts';
import * as regions from '#lib/server/regions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db } }) => {
	const edition = desk.find(db, params);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	const regionId = regions.find(db, edition.region)!.id;
	const sheet = editions.coverage(db, { editionId: edition.id, regionId });
	return new Response(editions.coverageCsv(db, sheet), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${edition.region}-${edition.year}-gaps.csv"`
		}
	});
};
