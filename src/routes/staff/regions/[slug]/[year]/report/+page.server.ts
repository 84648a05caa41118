import { sheetAudiences } from '#lib/domain/edition/coverage.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import * as editions from '#lib/server/editions/index.ts';
import { facts } from '#lib/server/editions/staff-view.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals: { db, origin } }) => {
	const { edition } = await parent();
	const regionId = regions.find(db, edition.region)!.id;
	const { vocabularies } = names(db);
	const results = editions.yearResults(db, { id: edition.id, regionId, year: edition.year });
	// What goes on unchanged is a number here; the bundle has the whole list.
	const news = results.rows.filter(({ fate }) => fate !== 'continued');
	return {
		isSheet: true,
		results: { ...results, rows: news },
		audiences: sheetAudiences.map((code) => ({
			code,
			label: label(vocabularies, 'audience', code)
		})),
		facts: facts(db, edition.id),
		readers: `${origin}/regions/${edition.region}/${edition.year}`
	};
};
