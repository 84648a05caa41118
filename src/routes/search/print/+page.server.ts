import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { printedInTurn } from '#lib/server/exports/printed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as scopes from '#lib/server/listings/scopes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, now } }) => {
	const { scope, filter, edition } = scopes.ofFilter(db, parseFilter(url.searchParams));
	const found = await printedInTurn(db, scope, filter, { now: edition ? null : now });
	const used = new Set(found.list.rows.map(({ region }) => region));
	const shown = regions.list(db).filter(({ slug }) => used.has(slug));
	return {
		isSample: shown.length > 0 && shown.every(({ fictional }) => fictional),
		title: edition ? `${edition.region.name} ${edition.year}年度版` : 'すべての地域',
		on: edition ? null : japanDate(now),
		regions: Object.fromEntries(
			shown.map(({ slug, name, fictional }) => [slug, { name, fictional }])
		),
		...found
	};
};
