import { error, redirect } from '@sveltejs/kit';
import { dateWords, japanDate } from '#lib/domain/calendar/calendar.ts';
import { parseEditionName, struckWords } from '#lib/domain/edition/edition.ts';
import { structuredData } from '#lib/domain/formats/feeds/structured-data.ts';
import { headOfPlace } from '#lib/ui/page/feeds.ts';
import { pageOf } from '#lib/domain/reader/profile/resource-page.ts';
import { placeMapOf } from '#lib/domain/reader/profile/place-map.ts';
import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as strikes from '#lib/server/contents/struck.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { towns } from '#lib/server/regions/towns.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals }) => {
	const { db, now } = locals;
	const asked = url.searchParams.get('edition');
	const edition = asked === null ? undefined : editions.findByName(db, asked);
	if (asked !== null && !edition) {
		error(404, editions.missing(db, { slug: parseEditionName(asked)?.slug ?? '' }));
	}
	const found = isResourceId(params.id)
		? resourcePages.find(db, params.id, { now, edition })
		: undefined;
	const [struck] = !found && edition ? strikes.struck(db, edition.id, params.id) : [];
	if (struck) {
		const { number, why } = struck;
		error(410, `${edition!.year}年度版の${number}番は、${struckWords[why]}。`);
	}
	if (!found) error(404, 'ここには、いまは何も載っていません。');
	const { region, gone } = found;
	if (gone?.mergedInto) redirect(308, `/resources/${gone.mergedInto}`);
	if (gone) error(410, `${dateWords(gone.on)}に、ここの掲載は終わりました。`);
	const window = edition ? null : regions.windowOf(db, region);
	locals.cover = edition ? `/regions/${region.slug}/cover.png` : `/resources/${found.id}/cover.png`;
	if (!edition) {
		const page = `${locals.origin}/resources/${found.id}`;
		const data = { page, today: japanDate(now), names: names(db) };
		const structured = region.fictional ? null : structuredData(found.content, data);
		locals.head = headOfPlace(found.id, { hasDates: found.next.length > 0, structured });
	}
	return {
		isSample: region.fictional,
		window: window === `/resources/${found.id}` ? null : window,
		previewed: edition?.previewed ?? false,
		// Towns lie where places of today are: nothing of an edition may depend on them.
		map: edition ? null : placeMapOf(found.content.place, towns(db).values()),
		page: pageOf(found, names(db), japanDate(now))
	};
};
