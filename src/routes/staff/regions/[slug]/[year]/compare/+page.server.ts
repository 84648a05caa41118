import { error } from '@sveltejs/kit';
import { parseComparisonFilter } from '#lib/domain/edition/comparison.ts';
import { newestBefore } from '#lib/domain/edition/edition.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const others = staffView
		.all(db, { region: edition.region })
		.filter(({ id, state }) => id !== edition.id && state !== 'withdrawn');
	const asked = url.searchParams.get('with');
	const other = asked
		? others.find(({ year }) => String(year) === asked)
		: (newestBefore(others, edition.year) ?? others[0]);
	if (asked && !other) error(404, 'くらべる年度版が、ここにはありません。');
	const filter = parseComparisonFilter(url.searchParams);
	const region = regions.find(db, edition.region)!;
	return {
		others: others.map(({ year }) => year),
		other: other?.year ?? null,
		filter,
		comparison: other
			? editions.comparison(
					db,
					other.year < edition.year ? [other, edition] : [edition, other],
					filter
				)
			: null,
		chapters: editions.chaptersOf(db),
		municipalities: municipalities.list(db, region.id).map(({ code, name }) => ({ code, name }))
	};
};
