import { blanksOf, sheetAudiences } from '#lib/domain/edition/coverage.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const regionId = regions.find(db, edition.region)!.id;
	const asked = url.searchParams.get('audience');
	const audience = sheetAudiences.find((one) => one === asked) ?? null;
	const { municipalities, vocabularies } = names(db);
	const sheetOf = (editionId: number) => editions.coverage(db, { editionId, regionId });
	const sheet = sheetOf(edition.id);
	const trend = staffView
		.all(db, { region: edition.region })
		.filter(({ state }) => state !== 'withdrawn')
		.slice(0, 6)
		.toReversed()
		.map(({ id, year }) => ({ year, sheet: id === edition.id ? sheet : sheetOf(id) }))
		.map(({ year, sheet: one }) => ({
			year,
			blanks: blanksOf(one, audience ?? 'total'),
			audiences: sheetAudiences.map((name) => blanksOf(one, name))
		}));
	return {
		audience,
		audiences: sheetAudiences.map((code) => ({
			code,
			label: label(vocabularies, 'audience', code)
		})),
		chapters: editions.chaptersOf(db),
		towns: [...sheet].map(([code, row]) => ({
			code,
			name: municipalities.get(code) ?? 'オンライン・市区町村なし',
			cells: [...row.values()]
		})),
		trend
	};
};
