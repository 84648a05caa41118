import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

/** The door of the invented region, wherever else it is named. */
export const load: PageServerLoad = ({ locals: { db } }) => {
	const sample = regions.list(db).find(({ fictional }) => fictional);
	return { sample: sample ? { slug: sample.slug, name: sample.name } : null };
};
