import { precisions, type Content, type Precision } from './content.ts';

/** What may be shown of a location. A withheld part is null. */
export type Place = {
	precision: Precision;
	/** Code. */
	municipality: string | null;
	town: string | null;
	street: string | null;
	building: string | null;
	postalCode: string | null;
	/** WGS 84 degrees; only ever of an exact place. */
	latitude: number | null;
	longitude: number | null;
};

const hidden = {
	municipality: null,
	town: null,
	street: null,
	building: null,
	postalCode: null,
	latitude: null,
	longitude: null
};

/** The one rule of location precision: every output takes its location from here. */
export function placeOf(location: Content['location'], precision: Precision): Place {
	switch (precision) {
		case 'exact':
			return {
				precision,
				municipality: location.municipality,
				town: location.town,
				street: location.street,
				building: location.building,
				postalCode: location.postalCode,
				latitude: location.latitude,
				longitude: location.longitude
			};
		case 'town':
			return {
				...hidden,
				precision,
				municipality: location.municipality,
				town: location.town
			};
		case 'municipality':
			return { ...hidden, precision, municipality: location.municipality };
		case 'private':
		case 'online':
			return { ...hidden, precision };
	}
}

/** Directions, and addresses to write to or call at, give a location away as surely as a street does. */
export const mayShowDirections = (precision: Precision): boolean => precision === 'exact';

/** How exactly a location of before may still be told of beside a newer one that is shown as `now`. */
export function stillShown(before: Precision, now: Precision): Precision {
	if (before === 'online') return before;
	// What is online today tells of no place.
	const most = now === 'online' ? 'private' : now;
	return precisions[Math.max(precisions.indexOf(before), precisions.indexOf(most))]!;
}

/** Of two places whether the point is another, to a metre; where it is, no comparison says. */
export function pointChange(before: Place, after: Place): { before: string; after: string } {
	const digitsOf = ({ latitude, longitude }: Place) =>
		latitude === null || longitude === null
			? null
			: `${latitude.toFixed(5)} ${longitude.toFixed(5)}`;
	const words = (place: Place) =>
		digitsOf(place) === null ? '地図の点はありません' : '地図の点があります';
	const isMoved = words(before) === words(after) && digitsOf(before) !== digitsOf(after);
	return { before: words(before), after: isMoved ? '地図の点は別の位置です' : words(after) };
}
