import { meantBy } from '#lib/domain/reader/bookmark/meant.ts';
import { parseShared } from '#lib/domain/reader/bookmark/handed-on.ts';
import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import type { Handout } from '#lib/domain/reader/handout/contents.ts';
import { groundOf } from '#lib/domain/map/land.ts';
import { onGround } from '#lib/domain/reader/handout/handout.ts';
import { handoutIn } from '#lib/domain/reader/handout/in-region.ts';
import { landAround } from '#lib/ui/reader/offline/outlines.ts';
import { regionsFor } from '#lib/ui/reader/regions.ts';

const mostPlaces = 5;

/** What stands behind the `#`, put on paper from whole regions; null where nothing stands there. */
export async function readHandouts(
	hash: string,
	origin: string,
	now: Date
): Promise<{ handouts: Handout[]; issues: string[] } | null> {
	const shared = parseShared(hash);
	if (!shared) return null;
	if ('issue' in shared) return { handouts: [], issues: [shared.issue] };
	const { places } = shared.value;
	const files = await regionsFor(places);
	const meant = meantBy(places.slice(0, mostPlaces), files);
	const unread = [...files].filter(([, file]) => !file).map(([slug]) => slug);
	const lost = meant.filter(({ region, found }) => !found && !unread.includes(region)).length;
	const issues = [
		...(places.length > mostPlaces
			? [
					`アドレスに${places.length}か所あります。一度に紙にできるのは${mostPlaces}か所までなので、はじめの${mostPlaces}か所を出しています。`
				]
			: []),
		...(unread.length > 0
			? ['地域の内容を読みこめませんでした。つながっているときに、もう一度ひらいてください。']
			: []),
		...(lost > 0 ? [`${lost}か所は、いまは載っていません。`] : [])
	];
	const means = { now: japanMoment(now), origin };
	const handouts = meant.flatMap(({ found }) =>
		found ? [handoutIn(found.file, found.resource, means)] : []
	);
	const land = await landAround([...files.values()].filter((file) => file !== null));
	return {
		handouts: handouts.map((one) => onGround(one, (bounds, size) => groundOf(land, bounds, size))),
		issues
	};
}
