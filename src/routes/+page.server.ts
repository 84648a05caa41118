import { introduction } from '#lib/server/listings/holdings.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { byDistrict } from './districts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db } }) => ({
	introduction: introduction(db),
	needs: [...names(db).vocabularies.need.values()].map(({ code, label, plain }) => ({
		code,
		label,
		plain
	})),
	regions: byDistrict(
		regions.open(db).map(({ slug, name, fictional }) => ({
			slug,
			name,
			fictional,
			count: regions.counts(db).get(slug) ?? 0
		}))
	)
});
