import { describe, expect, it } from 'vitest';
import { distance, distanceWords, nearest } from '#lib/domain/map/distance.ts';

const tokyo = { latitude: 35.681236, longitude: 139.767125 };
const shinOsaka = { latitude: 34.733462, longitude: 135.500258 };

describe('A distance', () => {
	it('is that along the ground', () => {
		expect(distance(tokyo, shinOsaka) / 1000).toBeCloseTo(402.6, -0.5);
		expect(distance(tokyo, { ...tokyo, latitude: tokyo.latitude + 0.001 })).toBeCloseTo(111.2, 0);
		expect(distance(tokyo, tokyo)).toBe(0);
	});

	it.each([
		[0, '約50m'],
		[349, '約350m'],
		[974, '約950m'],
		[975, '約1.0km'],
		[1240, '約1.2km'],
		[9949, '約9.9km'],
		[9960, '約10km'],
		[48_400, '約48km']
	])('of %d metres is said as %s', (metres, words) => {
		expect(distanceWords(metres)).toBe(words);
	});
});

describe('The nearest places', () => {
	it('come by their distance, those as near in the order of the list', () => {
		const places = [
			{ id: 'far', ...shinOsaka },
			{ id: 'first', latitude: 35.7, longitude: 139.7 },
			{ id: 'second', latitude: 35.7, longitude: 139.7 },
			{ id: 'here', ...tokyo }
		];
		expect(nearest(places, tokyo, 3).map(({ point }) => point.id)).toEqual([
			'here',
			'first',
			'second'
		]);
		expect(places.map(({ id }) => id)).toEqual(['far', 'first', 'second', 'here']);
	});
});
