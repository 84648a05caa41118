import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import type { Handout } from '#lib/domain/reader/handout/contents.ts';
import { groundOf } from '#lib/domain/map/land.ts';
import { onGround } from '#lib/domain/reader/handout/handout.ts';
import { handoutIn } from '#lib/domain/reader/handout/in-region.ts';
import { placesBehind } from '#lib/ui/reader/handed-on.ts';
import { landAround } from '#lib/ui/reader/offline/outlines.ts';

const mostPlaces = 5;

/** What stands behind the `#`, put on paper from whole regions; null where nothing stands there. */
export async function readHandouts(
	hash: string,
	origin: string,
	now: Date
): Promise<{ handouts: Handout[]; issues: string[] } | null> {
	const behind = await placesBehind(hash, mostPlaces);
	if (!behind) return null;
	const { found, asked, lost } = behind;
	const issues = [
		...(asked > mostPlaces
			? [
					`アドレスに${asked}か所あります。一度に紙にできるのは${mostPlaces}か所までなので、はじめの${mostPlaces}か所を出しています。`
				]
			: []),
		...behind.issues,
		...(lost > 0 ? [`${lost}か所は、いまは載っていません。`] : [])
	];
	const means = { now: japanMoment(now), origin };
	const handouts = found.map(({ file, resource }) => handoutIn(file, resource, means));
	const land = await landAround([...new Set(found.map(({ file }) => file))]);
	return {
		handouts: handouts.map((one) => onGround(one, (bounds, size) => groundOf(land, bounds, size))),
		issues
	};
}
