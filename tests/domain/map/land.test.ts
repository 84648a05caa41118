import { describe, expect, it } from 'vitest';
import { draw, type Spot } from '#lib/domain/map/drawing.ts';
import { frameAround, landOf } from '#lib/domain/map/land.ts';
import type { Outline, Position } from '#lib/domain/map/outline.ts';
import { svgOf } from '#lib/domain/map/svg.ts';

const square = (west: number, south: number, size: number): Outline => {
	const ring: Position[] = [
		[west, south],
		[west + size, south],
		[west + size, south + size],
		[west, south + size],
		[west, south]
	];
	const bounds = { west, south, east: west + size, north: south + size };
	return { name: 'さくら市', polygons: [[ring]], bounds };
};
const bounds = { west: 138, south: 36, east: 139, north: 37 };
const frame = frameAround(bounds);

describe('land under a drawing', () => {
	it('is one path of whole numbers, without specks and what is not seen', () => {
		const { path } = landOf(
			[square(138.2, 36.2, 0.4), square(138.9, 36.9, 0.0005), square(140.5, 36, 1)],
			frame,
			''
		);
		expect(path).toMatch(/^M\d+ \d+l(-?\d+[ -]?)+z$/);
	});

	it('is cut at its frame, however large it is', () => {
		const { path } = landOf([square(100, 20, 60)], frame, '');
		expect(path.length).toBeLessThan(60);
		const corners = [...path.matchAll(/-?\d+/g)].map(([number]) => Math.abs(Number(number)));
		expect(Math.max(...corners)).toBeLessThanOrEqual(1040);
	});
});

it('a drawing is a whole document for paper, and no name in it is markup', () => {
	const at = { latitude: 36.5, longitude: 138.5 };
	const spot: Spot = {
		...at,
		...{ number: 3, id: 'id', name: '所', category: '居場所', symbol: 'chair', place: '市' }
	};
	const towns = [{ name: '<さくら&市>', latitude: 36.52, longitude: 138.5 }];
	const size = { width: 400, height: 300, towns };
	const land = landOf([square(138.2, 36.2, 0.6)], frame, '国土数値情報');
	const onLand = draw({ spots: [spot], areas: [], land }, size)!;
	const svg = svgOf(onLand, { title: '地図"<', font: 'BIZ UDPGothic' });
	expect(svg).toMatch(
		/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><title>地図&quot;&lt;<\/title>/
	);
	expect(svg).toContain('>3</text>');
	expect(svg).toContain('&lt;さくら&amp;市&gt;');
	expect(svg).toContain(`d="${land.path}"`);
	expect(svg).not.toContain('NaN');
	const plain = svgOf(draw({ spots: [spot], areas: [], land: null }, size)!, {
		title: '',
		font: ''
	});
	expect(plain).toContain('V300');
});
