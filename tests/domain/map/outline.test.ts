import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agree, successorOf } from '#lib/domain/region/former-municipality.ts';
import { isMunicipalityCode } from '#lib/domain/region/municipality.ts';
import {
	bandAt,
	boundsOf,
	centerOf,
	covers,
	distanceTo,
	municipalityAt,
	polygonsOf,
	type Outline,
	type OutlineTopology,
	type Position
} from '#lib/domain/map/outline.ts';

/** Two neighbours that share the line 1; the left one has a hole, the right one an island. */
const topology: OutlineTopology = {
	type: 'Topology',
	transform: { scale: [0.1, 0.1], translate: [139, 35] },
	arcs: [
		[
			[10, 10],
			[-10, 0],
			[0, -10],
			[10, 0]
		] as [number, number][],
		[
			[10, 0],
			[0, 10]
		],
		[
			[10, 10],
			[10, 0],
			[0, -10],
			[-10, 0]
		],
		[
			[4, 4],
			[0, 2],
			[2, 0],
			[0, -2],
			[-2, 0]
		],
		[
			[30, 0],
			[1, 0],
			[0, 1],
			[-1, -1]
		]
	],
	objects: {
		outlines: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', id: 'left', properties: { name: '左' }, arcs: [[0, 1], [3]] },
				{ type: 'MultiPolygon', id: 'right', properties: { name: '右' }, arcs: [[[~1, ~2]], [[4]]] }
			]
		}
	}
};
const outlines = polygonsOf(topology);
const round = (position: Position) => position.map((value) => Math.round(value * 1000) / 1000);
const at = (longitude: number, latitude: number) => ({ longitude, latitude });

describe('Outlines', () => {
	it('are closed rings in degrees', () => {
		expect([...outlines.keys()]).toEqual(['left', 'right']);
		expect(outlines.get('left')!.polygons[0]![0]!.map(round)).toEqual([
			[140, 36],
			[139, 36],
			[139, 35],
			[140, 35],
			[140, 36]
		]);
		const right = outlines.get('right')!.polygons[0]![0]!.map(round);
		expect(right[0]).toEqual(right.at(-1));
		expect(right.length).toBe(5);
		expect(outlines.get('right')!.name).toBe('右');
	});

	it('have bounds, each and together', () => {
		const { west, south, east, north } = boundsOf(outlines.values())!;
		expect(round([west, south])).toEqual([139, 35]);
		expect(round([east, north])).toEqual([142.1, 36]);
		expect(outlines.get('left')!.bounds.east).toBeCloseTo(140);
		expect(boundsOf([])).toBeNull();
	});

	test.each<[string, number, number, string | null]>([
		['in the left one', 139.1, 35.1, 'left'],
		['in its hole', 139.5, 35.5, null],
		['right of the hole', 139.7, 35.5, 'left'],
		['in the right one', 140.5, 35.5, 'right'],
		['on its island', 142.08, 35.04, 'right'],
		['between it and its island', 141.5, 35.5, null],
		['above', 139.5, 36.1, null]
	])('say where a point is: %s', (_, longitude, latitude, code) => {
		expect(municipalityAt(outlines, at(longitude, latitude))).toBe(code);
	});

	it('give every point near a shared border to exactly one', () => {
		const point = fc.record({
			longitude: fc.double({ min: 139.7, max: 140.3, noNaN: true }),
			latitude: fc.double({ min: 35.01, max: 35.99, noNaN: true })
		});
		fc.assert(
			fc.property(point, (point) => {
				const those = [...outlines.values()].filter((outline) => covers(outline, point));
				expect(those.length).toBe(1);
			})
		);
	});

	it('know how far away a point is', () => {
		const left = outlines.get('left')!;
		expect(distanceTo(left, at(139.1, 35.1))).toBe(0);
		expect(distanceTo(left, at(139.5, 36.01))).toBeCloseTo(1113.2, 0);
		expect(distanceTo(left, at(139.5, 35.5))).toBeGreaterThan(8000);
		expect(distanceTo(outlines.get('right')!, at(139.99, 35.5))).toBeLessThan(1000);
	});

	it('have a middle that lies inside, whatever their shape', () => {
		for (const outline of outlines.values()) expect(covers(outline, centerOf(outline))).toBe(true);
		const radii = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
			minLength: 5,
			maxLength: 40
		});
		fc.assert(
			fc.property(radii, (lengths) => {
				const star = lengths.map((length, index): Position => {
					const angle = (index / lengths.length) * 2 * Math.PI;
					return [139 + length * Math.cos(angle), 36 + length * Math.sin(angle)];
				});
				const ring = [...star, star[0]!];
				const longitudes = ring.map(([x]) => x);
				const latitudes = ring.map(([, y]) => y);
				const outline: Outline = {
					name: '',
					polygons: [[ring]],
					bounds: {
						west: Math.min(...longitudes),
						south: Math.min(...latitudes),
						east: Math.max(...longitudes),
						north: Math.max(...latitudes)
					}
				};
				expect(covers(outline, centerOf(outline))).toBe(true);
			})
		);
	});

	test.each([
		[5, 'overview'],
		[8, 'overview'],
		[9, 'middle'],
		[12, 'detail'],
		[18, 'detail']
	])('at zoom %i are those of %s', (zoom, band) => {
		expect(bandAt(zoom)).toBe(band);
	});
});

describe('浜松市', () => {
	test.each([
		['221317', '221384'],
		['221350', '221309'],
		['221368', '221392'],
		['221376', '221406'],
		['221384', '221384'],
		['102024', '102024']
	])('has for the ward %s now %s', (before, now) => {
		expect(successorOf(before)).toBe(now);
		expect(isMunicipalityCode(now)).toBe(true);
	});
});

test.each<[string, string, boolean]>([
	['浜松市', '浜松市中央区', true],
	['浜松市中央区', '浜松市', true],
	['浜松市中央区', '浜松市浜名区', false],
	['津市', '津市', true],
	['津市', '四日市市', false],
	['大島町', '大島町大区', false]
])('%s and %s may be the same place: %s', (one, other, expected) => {
	const prefecture = { code: '22' };
	expect(agree({ name: one, prefecture }, { name: other, prefecture })).toBe(expected);
	expect(agree({ name: one, prefecture }, { name: other, prefecture: { code: '13' } })).toBe(false);
});
