import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';

type Position = [number, number];

const lake: Position[] = [
	[142.45, 36.87],
	[142.45, 36.89],
	[142.47, 36.89],
	[142.47, 36.87],
	[142.45, 36.87]
];

/** Counter-clockwise through these corners. */
const ring = (...corners: Position[]): Position[] => [...corners, corners[0]!];

/** The fictional towns of the sample region, with straight borders, a lake, an island and a new bank. */
const towns: { name: string; code: string | null; polygons: Position[][][] }[] = [
	{
		name: 'さくら市',
		code: '99001',
		polygons: [
			[
				ring(
					[142.3, 36.79],
					[142.38, 36.79],
					[142.38, 36.91],
					[142.38, 37],
					[142.3, 37],
					[142.3, 36.92]
				)
			]
		]
	},
	{
		name: 'かえで市',
		code: '99002',
		polygons: [[ring([142.38, 36.79], [142.52, 36.79], [142.52, 36.91], [142.38, 36.91]), lake]]
	},
	{
		name: 'もみじ町',
		code: '99003',
		polygons: [[ring([142.2, 36.92], [142.3, 36.92], [142.3, 37], [142.2, 37])]]
	},
	{
		name: 'つばき村',
		code: '99004',
		polygons: [[ring([142.38, 36.91], [142.52, 36.91], [142.52, 37], [142.38, 37])]]
	},
	{
		name: 'すみれ町',
		code: '99005',
		polygons: [
			[ring([142.2, 36.79], [142.3, 36.79], [142.3, 36.92], [142.2, 36.92])],
			[ring([142.1, 36.8], [142.101, 36.8], [142.101, 36.801], [142.1, 36.801])]
		]
	},
	{
		name: '所属未定地',
		code: null,
		polygons: [[ring([142.52, 36.79], [142.53, 36.79], [142.53, 36.8], [142.52, 36.8])]]
	}
];

/** As N03 has them: each part a feature of its own. */
export function sampleGeoJson() {
	return {
		type: 'FeatureCollection' as const,
		features: towns.flatMap(({ name, code, polygons }) =>
			polygons.map((coordinates) => ({
				type: 'Feature' as const,
				properties: {
					N03_001: '見本県',
					N03_002: null,
					N03_003: null,
					N03_004: name,
					N03_007: code
				},
				geometry: { type: 'Polygon' as const, coordinates }
			}))
		)
	};
}

export function sampleTopoJson(): Topology {
	const whole = topology({ towns: sampleGeoJson() });
	return quantize(whole as never, 100_000);
}
