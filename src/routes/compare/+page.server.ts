import { placesAsked } from '#lib/domain/reader/comparison/asked.ts';
import * as comparisons from '#lib/server/listings/comparisons.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { db, now } }) => {
	const asked = placesAsked(url.searchParams);
	const { comparison, issues } = comparisons.find(db, asked, now);
	const { places } = comparison;
	return {
		isSample: places.length > 0 && places.every(({ region }) => region.fictional),
		comparison,
		issues
	};
};
