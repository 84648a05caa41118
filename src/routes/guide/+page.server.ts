import * as regions from '#lib/server/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db } }) => ({
	windows: regions
		.list(db)
		.filter((region) => region.generalWindowId !== null)
		.map(({ name, fictional, generalWindowId }) => ({ name, fictional, id: generalWindowId! }))
});
