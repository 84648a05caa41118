import { error } from '@sveltejs/kit';
import { headingOf } from '#lib/domain/edition/heading.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as editions from '#lib/server/editions/index.ts';
import { printedInTurn } from '#lib/server/exports/printed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db } }) => {
	const edition = editions.findByName(db, `${params.slug}-${params.year}`);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	const filter = { ...parseFilter(url.searchParams), year: null };
	const { region, year, previewed } = headingOf(edition);
	return {
		isSample: edition.region.fictional,
		title: `${region.name} ${year}年度版${previewed ? '（編集中）' : ''}`,
		on: null,
		...(await printedInTurn(db, { edition: edition.id }, filter, { now: null }))
	};
};
