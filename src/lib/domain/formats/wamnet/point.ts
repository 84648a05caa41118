import type { Point } from '#lib/domain/map/bounds.ts';
import { prefectureNotAround } from '#lib/domain/map/prefecture-bounds.ts';

/** A point that can be where the municipality is; or why it is left out. */
export function readPoint(
	latitude: string,
	longitude: string,
	municipality: string | null
): { point: Point } | { issue: string } {
	const point = { latitude: Number(latitude), longitude: Number(longitude) };
	const isUp = point.latitude >= 20 && point.latitude <= 46;
	if (!isUp || !(point.longitude >= 122 && point.longitude <= 154)) {
		return { issue: '日本の中の緯度・経度ではないので、空にしました。' };
	}
	const outside = municipality && prefectureNotAround(municipality, point);
	if (!outside) return { point };
	return { issue: `緯度・経度（${latitude}, ${longitude}）が${outside}の外なので、空にしました。` };
}
