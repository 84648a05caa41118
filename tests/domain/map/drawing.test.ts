import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, mostNumbered, noGround, pinWidth, type Spot } from '#lib/domain/map/drawing.ts';
import { boxOf, clearOffset, overlap, placeLabels } from '#lib/domain/map/labels.ts';

const size = { width: 400, height: 300, towns: [] };
const spot = (number: number, latitude: number, longitude: number): Spot => ({
	...{ number, latitude, longitude, id: `id-${number}`, name: `所${number}` },
	...{ category: '居場所', symbol: 'chair', place: 'さくら市' }
});
const drawn = (spots: Spot[], more = {}) => draw({ spots, areas: [] }, { ...size, ...more });

describe('a drawn map', () => {
	it('has every place in one pin, inside the drawing', () => {
		const coordinates = fc.tuple(
			fc.double({ min: 30, max: 44, noNaN: true }),
			fc.double({ min: 130, max: 145, noNaN: true })
		);
		fc.assert(
			fc.property(fc.array(coordinates, { minLength: 1, maxLength: 40 }), (list) => {
				const { pins } = drawn(list.map(([a, b], at) => spot(at + 1, a, b)))!;
				const numbers = pins.flatMap(({ spots }) => spots.map(({ number }) => number));
				expect(numbers.sort((a, b) => a - b)).toEqual(list.map((_, at) => at + 1));
				for (const { x, y } of pins) {
					expect(x).toBeGreaterThan(0);
					expect(x).toBeLessThan(size.width);
					expect(y).toBeGreaterThan(0);
					expect(y).toBeLessThan(size.height);
				}
				const boxes = pins.map(({ x, y, text }) => {
					const width = pinWidth(text);
					return { x: x - width / 2, y: y - 13, width, height: 26 };
				});
				boxes.forEach((box, at) => {
					expect(boxes.slice(0, at).some((other) => overlap(other, box))).toBe(false);
				});
			})
		);
	});

	it('says the numbers of places that stand together', () => {
		const { pins } = drawn([spot(1, 35, 139), spot(2, 36, 140), spot(3, 35, 139)])!;
		expect(pins.map(({ text }) => text)).toEqual(['1・3', '2']);
		const three = drawn([1, 2, 3].map((number) => spot(number, 35, 139)))!;
		expect(three.pins.map(({ text }) => text)).toEqual(['1ほか2']);
	});

	it('says how many where there are too many for numbers', () => {
		const many = Array.from({ length: mostNumbered + 1 }, (_, at) => spot(at + 1, 35, 139));
		expect(drawn(many)!.pins.map(({ text }) => text)).toEqual([String(mostNumbered + 1)]);
	});

	it('has the towns around where no place is known, and is none without them', () => {
		expect(drawn([])).toBeNull();
		const towns = [{ name: 'さくら市', latitude: 36, longitude: 138 }];
		expect(drawn([], { towns })!.labels).toMatchObject([
			{
				text: 'さくら市',
				x: expect.closeTo(200, 0) as unknown,
				y: expect.closeTo(150, 0) as unknown
			}
		]);
	});

	it('has a round town for places that are shown by their town', () => {
		const at = { latitude: 36, longitude: 138 };
		const area = { municipality: '102024', name: 'さくら市', numbers: [4], at };
		const { areas, pins, labels } = draw({ spots: [], areas: [area] }, size)!;
		expect(areas).toMatchObject([
			{ x: expect.closeTo(200, 0) as unknown, y: expect.closeTo(150, 0) as unknown, area }
		]);
		expect(pins).toEqual([]);
		expect(labels.map(({ text }) => text)).toEqual(['さくら市 4番']);
	});

	it('shows so much around a place that is alone as it is asked to', () => {
		const across = (more: object) => {
			const { bounds } = drawn([spot(1, 36, 138)], more)!;
			return bounds.east - bounds.west;
		};
		expect(across({ least: 0.08 })).toBeCloseTo(2 * across({}), 5);
	});

	it('has no line but those of the ground: squared paper would be read as streets', () => {
		expect(drawn([spot(1, 36, 138)])!.ground).toEqual(noGround);
	});

	it.each([
		[0.01, 1],
		[1, 20],
		[5, 200]
	])('has a bar of a round length over %d degrees', (degrees, kilometres) => {
		const { scale } = drawn([spot(1, 36, 138), spot(2, 36 + degrees, 138)])!;
		expect(scale.kilometres).toBe(kilometres);
		expect(scale.pixels).toBeLessThanOrEqual(size.width / 4);
	});
});

describe('labels', () => {
	it('cover neither each other nor what is taken', () => {
		const labels = fc.record({
			text: fc.constantFrom('さくら市', '上町', 'つばき村役場前', 'A'),
			x: fc.integer({ min: 0, max: 300 }),
			y: fc.integer({ min: 0, max: 200 })
		});
		const taken = [{ x: 100, y: 80, width: 60, height: 40 }];
		fc.assert(
			fc.property(fc.array(labels), (wished) => {
				const placed = placeLabels(wished, taken, { width: 300, height: 200, size: 12 });
				const boxes = [...taken, ...placed.map(({ text, x, y }) => boxOf(text, x, y, 12))];
				boxes.forEach((box, at) => {
					expect(boxes.slice(0, at).some((other) => overlap(other, box))).toBe(false);
				});
			})
		);
	});

	it('of which none may be left out stand where they cover least', () => {
		const box = { x: 0, y: 0, width: 10, height: 10 };
		const [away, half] = [
			{ x: 20, y: 0 },
			{ x: 5, y: 0 }
		];
		expect(clearOffset(box, [half, away], [box])).toEqual(away);
		expect(clearOffset(box, [{ x: 0, y: 0 }, half], [box])).toEqual(half);
	});
});
