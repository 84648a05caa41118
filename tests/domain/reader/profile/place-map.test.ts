import { describe, expect, it } from 'vitest';
import { geoAddress, placeMapOf } from '#lib/domain/reader/profile/place-map.ts';
import { precisions } from '#lib/domain/resource/content.ts';
import type { Place } from '#lib/domain/resource/precision.ts';

const exact: Place = {
	precision: 'exact',
	municipality: '999016',
	town: '本町',
	street: '1-1',
	building: null,
	postalCode: null,
	latitude: 36.5,
	longitude: 139.25
};

describe('an exact place', () => {
	it('is opened in the map program of the device, by its point and its name', () => {
		expect(geoAddress(exact, 'ひだまり（東）& (仮)')).toBe(
			`geo:36.5,139.25?q=36.5,139.25(${encodeURIComponent('ひだまり（東）& 仮')})`
		);
	});

	it('is drawn with one mark', () => {
		const drawing = placeMapOf(exact, [{ name: 'さくら市', latitude: 36.51, longitude: 139.26 }])!;
		expect(drawing.pins).toHaveLength(1);
		expect(drawing.labels.map(({ text }) => text)).toEqual(['さくら市']);
	});

	it('without a point is neither opened nor drawn', () => {
		const unknown = { ...exact, latitude: null };
		expect(geoAddress(unknown, 'ひだまり')).toBeNull();
		expect(placeMapOf(unknown, [])).toBeNull();
	});
});

it.each(precisions.filter((precision) => precision !== 'exact'))(
	'A place that is shown as %s is neither opened nor drawn, even if a point came with it',
	(precision) => {
		expect(geoAddress({ ...exact, precision }, 'ひだまり')).toBeNull();
		expect(placeMapOf({ ...exact, precision }, [])).toBeNull();
	}
);
