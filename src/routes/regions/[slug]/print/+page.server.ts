import { error } from '@sveltejs/kit';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { printedInTurn } from '#lib/server/exports/printed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, now } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const filter = { ...parseFilter(url.searchParams), year: null };
	return {
		isSample: region.fictional,
		title: region.name,
		on: japanDate(now),
		...(await printedInTurn(db, { region: region.id }, filter, { now }))
	};
};
