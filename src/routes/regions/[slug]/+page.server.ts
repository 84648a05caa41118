import { error } from '@sveltejs/kit';
import { descriptionOf, titleOf } from '#lib/domain/region/holdings.ts';
import { publicWindows } from '#lib/domain/region/public-windows.ts';
import { isFiltered, parseFilter } from '#lib/domain/search/filter.ts';
import { linksOf } from '#lib/domain/listing/links.ts';
import { listed } from '#lib/ui/listing/sent/listed.ts';
import PublicWindows from '#lib/ui/listing/PublicWindows.svelte';
import { bare, markupOf } from '#lib/ui/listing/sent/markup.ts';
import { feedsMarkup } from '#lib/ui/page/feeds.ts';
import * as editions from '#lib/server/editions/index.ts';
import { holdings } from '#lib/server/listings/holdings.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, isDataRequest, locals }) => {
	const { db, care, now } = locals;
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const filter = { ...parseFilter(url.searchParams), year: null };
	const listing = listings.region(db, region, filter, now);
	const isFirst = !isFiltered(filter) && listing.pageNumber === 1;
	const { slug, name } = region;
	const urgent = filter.q ? care.find(filter.q) : null;
	const held = holdings(db, { region: region.id });
	const feeds = feedsMarkup(`/regions/${slug}`, listing, {
		isHidden: urgent !== null,
		changes: `${name}で変わったこと`
	});
	locals.head = feeds.head;
	locals.cover = `/regions/${slug}/cover.png`;
	return {
		isSample: region.fictional,
		region: { slug, name, count: held.total },
		title: titleOf(name, held),
		description: descriptionOf(name, held),
		introduction: isFirst ? region.introduction : null,
		window: regions.windowOf(db, region),
		windows: regions.listedWindow(db, region.id) ? null : windowsOf(db, region),
		editions: editions.list(db, region.id).map(({ year, previewed }) => ({ year, previewed })),
		listing: listed(listing, markupOf(listing.rows), isDataRequest),
		urgent,
		links: linksOf(listing),
		feeds: feeds.foot,
		elsewhere: listing.total === 0 ? listings.neighbours(db, filter) : []
	};
};

/** In HTML that nothing hydrates: few regions need it. */
function windowsOf(db: App.Locals['db'], { id, name }: { id: number; name: string }): string {
	const towns = municipalities.list(db, id);
	const prefectures = new Set(towns.map(({ prefecture }) => prefecture.name));
	const windows = publicWindows(
		towns.map((town) => town.name),
		[...prefectures]
	);
	return bare(PublicWindows, { name, windows });
}
