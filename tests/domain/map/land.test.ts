import { describe, expect, it } from 'vitest';
import { clipRing } from '#lib/domain/map/clip.ts';
import { landPaths, landSvg } from '#lib/domain/map/land.ts';
import type { Outlines, Position } from '#lib/domain/map/outline.ts';

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

describe('Land under a drawing', () => {
	const outlines = (rings: Position[][]): Outlines =>
		new Map([
			['1', { name: '', polygons: [rings], bounds: { west: -5, south: -5, east: 25, north: 25 } }]
		]);
	const size = { width: 100, height: 100 };

	it('fills the bounds, keeps its holes and leaves out what is smaller than a pixel', () => {
		const [path] = landPaths([outlines([square(-5, -5, 30), square(2, 2, 3)])], bounds, size);
		expect(path!.match(/M/g)).toHaveLength(2);
		expect(landPaths([outlines([square(5, 5, 0.001)])], bounds, size)).toEqual([]);
	});

	it('is not drawn where there is none', () => {
		const far = { west: 50, south: 0, east: 60, north: 10 };
		expect(landPaths([outlines([square(0, 0, 5)])], far, size)).toEqual([]);
		expect(landSvg([], size)).toMatch(
			/^<svg [^>]*viewBox="0 0 100 100"[^>]*><g[^>]*><\/g><\/svg>$/
		);
	});
});
