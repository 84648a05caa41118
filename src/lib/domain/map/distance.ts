import type { Point } from './bounds.ts';

/** Metres; the mean radius of the earth (IUGG). */
const radius = 6_371_009;

/** Metres along the ground (haversine), as good as 0.5 %. */
export function distance(from: Point, to: Point): number {
	const up = radians(to.latitude - from.latitude) / 2;
	const along = radians(to.longitude - from.longitude) / 2;
	const part =
		Math.sin(up) ** 2 +
		Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(along) ** 2;
	return 2 * radius * Math.asin(Math.min(1, Math.sqrt(part)));
}

/** The nearest ones first, those as near in the order given. */
export function nearest<T extends Point>(
	points: readonly T[],
	from: Point,
	count: number
): { point: T; metres: number }[] {
	return points
		.map((point) => ({ point, metres: distance(from, point) }))
		.sort((one, other) => one.metres - other.metres)
		.slice(0, count);
}

/** 「約350m」「約1.2km」「約48km」: as exactly as it helps on foot. */
export function distanceWords(metres: number): string {
	if (metres < 975) return `約${Math.max(50, Math.round(metres / 50) * 50)}m`;
	const kilometres = metres / 1000;
	return `約${kilometres < 9.95 ? kilometres.toFixed(1) : Math.round(kilometres)}km`;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
