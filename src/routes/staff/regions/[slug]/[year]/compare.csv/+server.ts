import { error } from '@sveltejs/kit';
import { parseComparisonFilter } from '#lib/domain/edition/comparison.ts';
import { csvFile } from '#lib/server/web/csv-file.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, url, locals: { db } }) => {
	const edition = staffView.find(db, params);
	const other = staffView.find(db, { ...params, year: url.searchParams.get('with') ?? '' });
	if (!edition || !other || other.id === edition.id) {
		error(404, 'くらべる年度版が、ここにはありません。with に年度を書いてください。');
	}
	const both = [edition, other].sort((a, b) => a.year - b.year) as [typeof edition, typeof other];
	const comparison = editions.comparison(db, both, parseComparisonFilter(url.searchParams));
	const name = `${edition.region}-${comparison.from}-${comparison.to}.csv`;
	return csvFile(
		name,
		editions.comparisonCsv(db, comparison, { isSample: regions.samples(db).has(edition.region) })
	);
};
