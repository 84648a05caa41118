import type { Content, Precision } from './content.ts';

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
