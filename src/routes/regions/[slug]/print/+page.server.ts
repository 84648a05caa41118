import { error } from '@sveltejs/kit';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { printed } from '#lib/server/listings/printed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, now } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const filter = { ...parseFilter(url.searchParams), year: null };
	return {
		isSample: region.fictional,
		title: region.name,
		on: japanDate(now),
		...printed(db, { region: region.id }, filter, { now })
	};
};
