import { error } from '@sveltejs/kit';
import * as editions from '#lib/server/editions/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const year = /^\d{4}$/.test(params.year) ? Number(params.year) : error(404);
	const { from, regions } = editions.nationwideChanges(db, year);
	if (regions.every(({ edition }) => edition.year !== year)) {
		error(404, 'その年度の年度版は、まだありません。');
	}
	const rows = regions.map(({ edition, arrived, gone, total }) => ({
		slug: edition.region.slug,
		name: edition.region.name,
		hasEdition: edition.year === year,
		arrived,
		gone,
		total
	}));
	const sum = (count: (row: (typeof rows)[number]) => number) =>
		rows.reduce((total, row) => total + count(row), 0);
	return {
		year,
		from,
		regions: rows,
		sums: {
			arrived: sum((row) => row.arrived),
			gone: sum((row) => row.gone),
			total: sum((row) => row.total)
		}
	};
};
