import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '#lib/domain/map/labels.ts';
import type { Area, Spot } from '#lib/domain/map/drawing.ts';
import { areaBox, layoutOf } from '#lib/ui/map/live/layout.ts';
import type { Mark } from '#lib/ui/map/live/marks.ts';

const where = { latitude: 0, longitude: 0 };
const common = { at: where, name: '', zoom: null };
const cluster = (key: string, town = 'さくら市'): Mark => ({
	...{ ...common, key, first: 1, town, count: 7, spots: [], areas: [] }
});
const pin = (key: string): Mark => ({
	...{ ...common, key, first: 1, town: null, count: 1, spots: [{} as Spot], areas: [] }
});
const town: Area = { municipality: '990019', name: 'さくら市', numbers: [3, 8], at: where };
const area = (key: string): Mark => ({
	...{ ...common, key, first: 3, town: null, count: 2, spots: [], areas: [town] }
});

type Spread = Record<string, { x: number; y: number }>;
const layout = (marks: Mark[], at: Spread) => layoutOf(marks, ({ key }) => at[key]!);

describe('The layout of a map', () => {
	it('moves what is somewhere in a town off the number that stands in its middle', () => {
		const at = { a: { x: 100, y: 100 }, c: { x: 100, y: 108 } };
		const { asideOf, boxes } = layout([area('a'), cluster('c')], at);
		expect(asideOf(area('a'))).not.toEqual({ x: 0, y: 0 });
		boxes.forEach((box, index) => {
			expect(boxes.slice(0, index).some((other) => overlap(other, box))).toBe(false);
		});
	});

	it('leaves it in its place where nothing stands there', () => {
		expect(layout([area('a')], { a: { x: 9, y: 9 } }).asideOf(area('a'))).toEqual({ x: 0, y: 0 });
	});

	it('names the town of every cluster, below it or where there is room', () => {
		const at = { c: { x: 0, y: 0 }, d: { x: 0, y: 50 }, p: { x: 300, y: 0 } };
		const { pills } = layout([cluster('c'), cluster('d', 'かえで市ほか'), pin('p')], at);
		expect(pills.map(({ text }) => text)).toEqual(['さくら市', 'かえで市ほか']);
		expect(pills[0]!.y).toBeLessThan(0);
		expect(pills[1]!.y).toBeGreaterThan(50);
	});

	it('covers no number with a pill, wherever marks stand', () => {
		// As near to each other as clusters are.
		const spread = fc
			.uniqueArray(fc.record({ x: fc.nat({ max: 7 }), y: fc.nat({ max: 7 }) }), {
				selector: ({ x, y }) => `${x} ${y}`,
				minLength: 1,
				maxLength: 9
			})
			.map((cells) => cells.map(({ x, y }) => ({ x: x * 60, y: y * 60 })));
		fc.assert(
			fc.property(spread, fc.array(fc.boolean()), (places, kinds) => {
				const marks = places.map((_, index) =>
					kinds[index] ? area(String(index)) : cluster(String(index))
				);
				const at = Object.fromEntries(places.map((one, index) => [String(index), one]));
				const { asideOf } = layout(marks, at);
				const numbers = marks
					.filter(({ areas }) => areas.length === 0)
					.map(({ key }) => ({ x: at[key]!.x - 22, y: at[key]!.y - 22, width: 44, height: 44 }));
				for (const mark of marks.filter(({ areas }) => areas.length > 0)) {
					const { x, y } = asideOf(mark);
					const box = areaBox(mark.areas);
					const moved = {
						...box,
						x: at[mark.key]!.x + x + box.x,
						y: at[mark.key]!.y + y + box.y
					};
					expect(numbers.some((number) => overlap(number, moved))).toBe(false);
				}
			})
		);
	});
});
