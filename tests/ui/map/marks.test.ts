import { describe, expect, it } from 'vitest';
import { japan } from '#lib/domain/map/bounds.ts';
import type { Area, Spot } from '#lib/domain/map/drawing.ts';
import { marksOf, nearest } from '#lib/ui/map/live/marks.ts';

const spot = (number: number, latitude: number, longitude: number, more = {}): Spot => ({
	number,
	id: `id-${number}`,
	name: `場所${number}`,
	category: '居場所',
	symbol: 'chair',
	place: 'さくら市',
	latitude,
	longitude,
	...more
});
const area = (name: string, numbers: number[], latitude: number, longitude: number): Area => ({
	municipality: name,
	name,
	numbers,
	at: { latitude, longitude }
});

const named = (...spots: Spot[]) => marksOf({ spots, areas: [] });

describe('Marks of a map', () => {
	it('stand for one place each, in the order of the list, where there is room', () => {
		const marks = named(
			spot(3, 35.1, 139.1, { name: '居場所カフェひだまり' }),
			spot(1, 36, 140),
			spot(2, 35.5, 139.5)
		)(japan, 10);
		expect(marks.map(({ first }) => first)).toEqual([1, 2, 3]);
		expect(marks[2]!.name).toBe('3番 居場所カフェひだまり、さくら市、居場所');
		expect(marks[2]!.zoom).toBeNull();
	});

	it('say how many of what where several would cover one another, and where they part', () => {
		const window = { category: '相談窓口' };
		const marks = named(
			spot(5, 35.001, 139, window),
			spot(2, 35.002, 139),
			spot(9, 35.003, 139, window)
		);
		const [mark, ...others] = marks(japan, 8);
		expect(others).toEqual([]);
		expect(mark!.name).toBe('さくら市の3件：相談窓口2、居場所1');
		expect(mark!.town).toBe('さくら市');
		expect(mark!.spots.map(({ number }) => number)).toEqual([2, 5, 9]);
		expect(mark!.zoom).toBeGreaterThan(8);
		expect(marks(japan, mark!.zoom!).length).toBeGreaterThan(1);
	});

	it('have no nearer view where all are at one spot, however far one zooms', () => {
		const marks = named(spot(1, 35, 139), spot(2, 35, 139));
		for (const zoom of [4, 12, nearest]) {
			expect(marks(japan, zoom).map(({ zoom }) => zoom)).toEqual([null]);
		}
	});

	it('are those of what is seen', () => {
		const marks = named(spot(1, 35, 139), spot(2, 43, 141));
		const north = { west: 140, south: 42, east: 142, north: 44 };
		expect(marks(north, 12).map(({ first }) => first)).toEqual([2]);
	});

	it('show a town, and say that the place is told later', () => {
		const marks = marksOf({
			spots: [spot(2, 35, 139)],
			areas: [area('さくら市', [8, 3], 35, 139), area('みなと市', [5, 1, 9, 4], 36, 140)]
		})(japan, 12);
		expect(marks.map(({ name }) => name)).toEqual([
			'みなと市のどこか：4件（詳しい場所は申込のあとに）',
			'2番 場所2、さくら市、居場所',
			'さくら市のどこか：3・8番（詳しい場所は申込のあとに）'
		]);
	});

	it('join towns that are too near to each other', () => {
		const towns = ['あ市', 'い市', 'う市', 'え市'].map((name, at) =>
			area(name, [at + 1], 35 + at / 100, 139)
		);
		const [mark] = marksOf({ spots: [], areas: towns })(japan, 5);
		expect(mark!.name).toMatch(/^あ市、い市など4つの市区町村のどこか：4件/);
		expect(mark!.zoom).toBeGreaterThan(5);
	});
});
