import { error } from '@sveltejs/kit';
import { struckWords } from '#lib/domain/edition/edition.ts';
import { headingOf } from '#lib/domain/edition/heading.ts';
import { descriptionOf } from '#lib/domain/region/holdings.ts';
import { isFiltered, parseFilter } from '#lib/domain/search/filter.ts';
import { linksOf } from '#lib/domain/listing/links.ts';
import { listed } from '#lib/ui/listing/sent/listed.ts';
import { offered } from '#lib/ui/booklet/offered.ts';
import { markupOf } from '#lib/ui/listing/sent/markup.ts';
import * as readers from '#lib/server/booklet/readers.ts';
import * as reading from '#lib/server/booklet/reading/made.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as strikes from '#lib/server/contents/struck.ts';
import { holdings } from '#lib/server/listings/holdings.ts';
import * as listings from '#lib/server/listings/listings.ts';
import type { PageServerLoad } from './$types';

const struckIn = (db: App.Locals['db'], editionId: number) =>
	strikes.struck(db, editionId).map(({ number, why }) => `${number}番 ${struckWords[why]}`);

async function bookletsOf(locals: App.Locals, edition: editions.Edition, path: string) {
	const { db, origin, care: crisis } = locals;
	const printed = readers.offer(db, edition).map(({ form, made }) => ({
		...{ form, pages: made?.pages ?? null, size: made?.size ?? null },
		href: `${path}/booklet.pdf${form === 'a5' ? '' : `?form=${form}`}`
	}));
	const read = await reading.offer(db, edition, { origin, crisis });
	const files = read.map((one) => ({ ...one, href: `${path}/booklet.${one.form}` }));
	return [...printed, ...files].map(offered);
}

/** From here, so that it is not in the page's script too. */
const asPrinted = (year: number) =>
	`番号もことばも、${year}年度版が出たときのままです。あとから公開をやめたこと（所在地、連絡先、掲載そのもの）だけは、ここにも出しません。引用するときは、このページのアドレスを使ってください。`;

export const load: PageServerLoad = async ({ params, url, isDataRequest, locals }) => {
	const edition = editions.findByName(locals.db, `${params.slug}-${params.year}`);
	if (!edition) error(404, editions.missing(locals.db, params));
	const filter = { ...parseFilter(url.searchParams), year: null };
	const listing = listings.edition(locals.db, edition, filter);
	const isWhole = !isFiltered(filter);
	const isFirst = isWhole && listing.pageNumber === 1;
	const heading = headingOf(edition);
	locals.cover = `/regions/${edition.region.slug}/cover.png`;
	return {
		isSample: edition.region.fictional,
		edition: heading,
		description: descriptionOf(
			`${heading.region.name}の${heading.year}年度版`,
			holdings(locals.db, { edition: edition.id })
		),
		foreword: isFirst ? edition.foreword : null,
		imprint: edition.imprint,
		licence: edition.licence,
		funding: edition.funding,
		struck: isWhole ? struckIn(locals.db, edition.id) : [],
		listing: listed(
			listing,
			markupOf(listing.rows, { query: `?edition=${heading.name}` }),
			isDataRequest
		),
		urgent: filter.q ? locals.care.find(filter.q) : null,
		booklets: isFirst ? await bookletsOf(locals, edition, heading.path) : [],
		links: linksOf(listing),
		asPrinted: heading.previewed ? null : asPrinted(edition.year)
	};
};
