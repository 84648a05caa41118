import { editionName } from '#lib/domain/edition/edition.ts';
import { kindsWords } from '#lib/domain/region/holdings.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { linksOf } from '#lib/domain/listing/links.ts';
import { listed } from '#lib/ui/listing/sent/listed.ts';
import { markupOf } from '#lib/ui/listing/sent/markup.ts';
import { feedsMarkup } from '#lib/ui/page/feeds.ts';
import { kindsIn } from '#lib/server/listings/holdings.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as scopes from '#lib/server/listings/scopes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, isDataRequest, locals }) => {
	const { db, care, now } = locals;
	const { scope, filter, edition } = scopes.ofFilter(db, parseFilter(url.searchParams));
	const listing = edition
		? listings.edition(db, edition, filter)
		: listings.everything(db, filter, now);
	const used = new Set(listing.rows.map((row) => row.region));
	const shown = regions.list(db).filter((region) => used.has(region.slug));
	const named = Object.fromEntries(
		shown.map(({ slug, name, fictional }) => [slug, { name, fictional }])
	);
	const query = edition ? `?edition=${editionName(edition.region.slug, edition.year)}` : '';
	const urgent = filter.q ? care.find(filter.q) : null;
	const feeds = feedsMarkup('/search', listing, {
		isHidden: edition !== undefined || urgent !== null
	});
	locals.head = feeds.head;
	return {
		isSample: shown.length > 0 && shown.every((region) => region.fictional),
		edition: edition && {
			name: `${edition.region.name} ${edition.year}年度版`,
			path: `/regions/${edition.region.slug}/${edition.year}`,
			query,
			previewed: edition.previewed
		},
		kinds: kindsWords({ kinds: kindsIn(db, scope) }),
		regions: named,
		listing: listed(listing, markupOf(listing.rows, { query, regions: named }), isDataRequest),
		urgent,
		links: linksOf(listing),
		feeds: feeds.foot,
		elsewhere: listing.total === 0 ? listings.neighbours(db, filter) : []
	};
};
