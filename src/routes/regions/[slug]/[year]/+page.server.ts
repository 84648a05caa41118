import { version } from '$app/environment';
import { error } from '@sveltejs/kit';
import { headingOf, pinOf } from '#lib/domain/edition-heading.ts';
import { isFiltered, parseFilter } from '#lib/domain/filter.ts';
import { linksOf } from '#lib/domain/links.ts';
import * as editions from '#lib/server/editions.ts';
import * as listings from '#lib/server/listings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals }) => {
	const edition = editions.findByName(locals.db, `${params.slug}-${params.year}`);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	const pin = pinOf(edition, version);
	locals.frozen = pin !== null && url.searchParams.get('v') === pin;
	const filter = { ...parseFilter(url.searchParams), year: null };
	const listing = listings.edition(locals.db, edition, filter);
	const isFirst = !isFiltered(filter) && listing.pageNumber === 1;
	return {
		isSample: edition.region.fictional,
		edition: headingOf(edition),
		foreword: isFirst ? edition.foreword : null,
		imprint: edition.imprint,
		funding: edition.funding,
		pin,
		listing,
		urgent: locals.care.find(filter.q),
		links: linksOf(listing)
	};
};
