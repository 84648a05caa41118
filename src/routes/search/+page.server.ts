import { editionName } from '#lib/domain/edition/edition.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { linksOf } from '#lib/domain/listing/links.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as scopes from '#lib/server/listings/scopes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { db, care, now } }) => {
	const { filter, edition } = scopes.ofFilter(db, parseFilter(url.searchParams));
	const listing = edition
		? listings.edition(db, edition, filter)
		: listings.everything(db, filter, now);
	const used = new Set(listing.rows.map((row) => row.region));
	const shown = regions.list(db).filter((region) => used.has(region.slug));
	return {
		isSample: shown.length > 0 && shown.every((region) => region.fictional),
		edition: edition && {
			name: `${edition.region.name} ${edition.year}年度版`,
			path: `/regions/${edition.region.slug}/${edition.year}`,
			query: `?edition=${editionName(edition.region.slug, edition.year)}`,
			previewed: edition.previewed
		},
		regions: Object.fromEntries(
			shown.map(({ slug, name, fictional }) => [slug, { name, fictional }])
		),
		listing,
		urgent: care.find(filter.q),
		links: linksOf(listing),
		elsewhere: listing.total === 0 ? listings.neighbours(db, filter) : []
	};
};
