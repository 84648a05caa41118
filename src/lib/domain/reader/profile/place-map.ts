import type { Point } from '#lib/domain/map/bounds.ts';
import { draw, type Drawing } from '#lib/domain/map/drawing.ts';
import type { Place } from '#lib/domain/resource/precision.ts';

const size = { width: 480, height: 280 };

/** Where an exact place is, beside its towns; null where no point may be told. */
export function placeMapOf(
	place: Place,
	towns: Iterable<Point & { name: string }>
): Drawing | null {
	const point = pointOf(place);
	if (!point) return null;
	// Drawn without a number, and it leads nowhere.
	const spot = { number: 1, id: '', name: '', category: '', symbol: '', place: '', ...point };
	return draw({ spots: [spot], areas: [] }, { ...size, towns: [...towns] });
}

/** RFC 5870, with the label that Android reads: asks nobody before it is pressed. */
export function geoAddress(place: Place, name: string): string | null {
	const point = pointOf(place);
	if (!point) return null;
	const at = `${point.latitude},${point.longitude}`;
	return `geo:${at}?q=${at}(${encodeURIComponent(name.toWellFormed()).replace(/[()]/g, '')})`;
}

function pointOf({ precision, latitude, longitude }: Place): Point | null {
	if (precision !== 'exact' || latitude === null || longitude === null) return null;
	return { latitude, longitude };
}
