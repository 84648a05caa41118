import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsAround, boundsText, contains, parseBounds } from '#lib/domain/map/bounds.ts';
import { project, unproject, viewOf } from '#lib/domain/map/mercator.ts';

const points = fc.record({
	latitude: fc.double({ min: 20, max: 46, noNaN: true }),
	longitude: fc.double({ min: 122, max: 154, noNaN: true })
});

describe('bounds in an address', () => {
	it('are west, south, east, north', () => {
		expect(parseBounds('139.1,35.2,140,36')).toEqual({
			west: 139.1,
			south: 35.2,
			east: 140,
			north: 36
		});
	});

	it.each([
		null,
		'',
		'139,35,140',
		'139,35,140,36,1',
		'140,35,139,36',
		'139,36,140,35',
		'139,35,139,36',
		'139,35,1e2,36',
		'139,35,181,36',
		'139,-91,140,36',
		'NaN,35,140,36',
		' 139,35,140,36',
		'139,35,140,36'.padEnd(200, '0')
	])('are not %j', (text) => {
		expect(parseBounds(text)).toBeNull();
	});

	it('come back from the address as they went in', () => {
		fc.assert(
			fc.property(fc.array(points, { minLength: 2 }), (some) => {
				const bounds = parseBounds(boundsText(boundsAround(some)!));
				fc.pre(bounds !== null);
				expect(parseBounds(boundsText(bounds))).toEqual(bounds);
			})
		);
	});

	it('are the least that hold all points', () => {
		fc.assert(
			fc.property(fc.array(points, { minLength: 1 }), (some) => {
				const bounds = boundsAround(some)!;
				expect(some.every((point) => contains(bounds, point))).toBe(true);
				expect(some.some(({ latitude }) => latitude === bounds.north)).toBe(true);
				expect(some.some(({ longitude }) => longitude === bounds.west)).toBe(true);
			})
		);
	});
});

describe('the projection', () => {
	it('puts zero degrees in the middle and Tokyo where tiles have it', () => {
		expect(project({ latitude: 0, longitude: 0 })).toEqual({ x: 0.5, y: 0.5 });
		// Tile 14/14552/6451 holds Tokyo station.
		const { x, y } = project({ latitude: 35.6812, longitude: 139.7671 });
		expect([Math.floor(x * 2 ** 14), Math.floor(y * 2 ** 14)]).toEqual([14_552, 6_451]);
	});

	it('is undone by its opposite', () => {
		fc.assert(
			fc.property(points, (point) => {
				const back = unproject(project(point));
				expect(back.latitude).toBeCloseTo(point.latitude, 9);
				expect(back.longitude).toBeCloseTo(point.longitude, 9);
			})
		);
	});

	it('shows all of the bounds within the margin', () => {
		fc.assert(
			fc.property(fc.array(points, { minLength: 2, maxLength: 9 }), (some) => {
				const bounds = boundsAround(some)!;
				fc.pre(bounds.east - bounds.west > 0.01 && bounds.north - bounds.south > 0.01);
				const view = viewOf(bounds, { width: 300, height: 200, margin: 20 });
				for (const point of some) {
					const { x, y } = view.place(point);
					expect(x).toBeGreaterThan(19.99);
					expect(x).toBeLessThan(280.01);
					expect(y).toBeGreaterThan(19.99);
					expect(y).toBeLessThan(180.01);
					expect(contains(view.bounds, point)).toBe(true);
				}
			})
		);
	});
});
