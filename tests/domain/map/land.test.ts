import { describe, expect, it, test } from 'vitest';
import { clipRing } from '#lib/domain/map/clip.ts';
import { noGround } from '#lib/domain/map/drawing.ts';
import { groundOf, groundSvg, type Area } from '#lib/domain/map/land.ts';
import {
	edgesOf,
	type Line,
	type OutlineTopology,
	type Position
} from '#lib/domain/map/outline.ts';

const square = (west: number, south: number, side: number): Position[] => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side],
	[west, south]
];
const bounds = { west: 0, south: 0, east: 10, north: 10 };

describe('A ring cut to a rectangle', () => {
	it('stays whole within it, and is gone outside of it', () => {
		expect(clipRing(square(2, 2, 3), bounds)).toEqual(square(2, 2, 3));
		expect(clipRing(square(20, 2, 3), bounds)).toEqual([]);
	});

	it('ends at the edge it crosses', () => {
		const cut = clipRing(square(8, 8, 5), bounds);
		expect(Math.max(...cut.map(([x]) => x))).toBe(10);
		expect(Math.max(...cut.map(([, y]) => y))).toBe(10);
	});

	it('is the rectangle where it is all around', () => {
		const cut = clipRing(square(-50, -50, 100), bounds);
		expect(new Set(cut.map(String))).toEqual(new Set(['0,0', '10,0', '10,10', '0,10']));
	});
});

describe('The ground of a drawing', () => {
	const area = (rings: Position[][], more: Partial<Area> = {}): Area => ({
		outlines: new Map([
			['1', { name: '', polygons: [rings], bounds: { west: -5, south: -5, east: 25, north: 25 } }]
		]),
		edges: [],
		lines: [],
		credit: '省',
		...more
	});
	const size = { width: 100, height: 100 };

	it('fills the bounds, keeps its holes and leaves out what is smaller than a pixel', () => {
		const { land, credit } = groundOf([area([square(-5, -5, 30), square(2, 2, 3)])], bounds, size);
		expect(land).toHaveLength(1);
		expect(land[0]!.match(/M/g)).toHaveLength(2);
		expect(credit).toBe('省');
		expect(groundOf([area([square(5, 5, 0.001)])], bounds, size)).toEqual(noGround);
	});

	it('names nobody and draws nothing where there is no land', () => {
		const far = { west: 50, south: 0, east: 60, north: 10 };
		expect(groundOf([area([square(0, 0, 5)])], far, size)).toEqual(noGround);
		expect(groundSvg(noGround, size)).toMatch(/^<svg [^>]*viewBox="0 0 100 100"[^>]*><\/svg>$/);
	});

	it('names each whose land is seen, once', () => {
		const own = area([square(0, 0, 5)]);
		const { credit } = groundOf([own, own, { ...own, credit: '見本' }], bounds, size);
		expect(credit).toBe('省／見本');
	});

	it('has rivers and railways, and of a coast that goes on only what comes near', () => {
		const line = (kind: Line['kind'], positions: Position[]): Line => ({
			...{ kind, name: '', positions },
			bounds: { west: 0, south: 0, east: 10, north: 10 }
		});
		const coast: Position[] = [
			[5, 5],
			[9, 5],
			[60, 5],
			[60, 60],
			[90, 90]
		];
		const { rivers, railways, edges } = groundOf(
			[
				area([square(0, 0, 10)], {
					edges: [coast],
					lines: [
						line('river', square(1, 1, 3).slice(0, 2)),
						line('railway', square(5, 5, 3).slice(0, 3))
					]
				})
			],
			bounds,
			size
		);
		expect([rivers, railways].map((paths) => paths.length)).toEqual([1, 1]);
		expect(edges).toHaveLength(1);
		expect(edges[0]!.match(/L/g)).toHaveLength(2);
		expect(edges[0]).not.toMatch(/Z/);
	});

	it('shades the sea and leaves land as light or dark as the page', () => {
		const svg = groundSvg(groundOf([area([square(2, 2, 3)])], bounds, size), size);
		expect(svg).toMatch(/<path d="M-9-9H109V109H-9ZM[^"]+Z" fill="#[0-9a-f]+" fill-opacity="\.22"/);
		expect(svg).toContain('>省</text>');
	});
});

test('What only one of two neighbours has is an edge', () => {
	const topology: OutlineTopology = {
		type: 'Topology',
		transform: { scale: [1, 1], translate: [0, 0] },
		arcs: [
			[
				[1, 0],
				[0, 1]
			],
			[
				[1, 1],
				[-1, 0],
				[0, -1],
				[1, 0]
			],
			[
				[1, 1],
				[1, 0],
				[0, -1],
				[-1, 0]
			]
		],
		objects: {
			outlines: {
				type: 'GeometryCollection',
				geometries: [
					{ type: 'Polygon', id: '1', properties: { name: '' }, arcs: [[0, 1]] },
					{ type: 'Polygon', id: '2', properties: { name: '' }, arcs: [[~0, ~2]] }
				]
			}
		}
	};
	expect(edgesOf(topology)).toHaveLength(2);
	expect(edgesOf(topology).every((line) => line.length === 4)).toBe(true);
});
