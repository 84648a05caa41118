import { describe, expect, it } from 'vitest';
import { inTwo } from '#lib/ui/listing/choices.ts';

const choice = (code: string, count = 1, more = {}) => ({
	code,
	name: code,
	count,
	...more
});
const many = (count: (i: number) => number) =>
	Array.from({ length: 60 }, (_, i) => choice(`city-${i}`, count(i)));
const codes = (choices: { code: string }[]) => choices.map(({ code }) => code);

describe('the choices of a group', () => {
	it('stand together while they are few', () => {
		const few = many(() => 1).slice(0, 12);
		expect(inTwo('ease', few)).toMatchObject({ main: few, rest: [] });
	});

	it('have the wider terms before the narrower ones', () => {
		const terms = many(() => 1).map((one, i) => ({ ...one, narrower: i % 3 > 0 }));
		const { main, rest } = inTwo('category', terms);
		expect(main.some(({ narrower }) => narrower)).toBe(false);
		expect(rest.every(({ narrower }) => narrower)).toBe(true);
	});

	it('begin, of many places, with those that have most, in the order of the places', () => {
		const { main, rest, title } = inTwo(
			'municipality',
			many((i) => (i >= 50 ? 100 - i : 0))
		);
		expect(codes(main)).toEqual(Array.from({ length: 8 }, (_, i) => `city-${50 + i}`));
		expect(rest).toHaveLength(52);
		expect(title).toBe('ほかの市区町村');
	});

	it('end with the places that have nothing', () => {
		const few = [choice('hokkaido', 0), choice('tokyo', 3), choice('osaka', 0), choice('nara')];
		expect(codes(inTwo('region', few).main)).toEqual(['tokyo', 'nara', 'hokkaido', 'osaka']);
		const { main, rest } = inTwo('region', [...few, ...many((i) => (i > 40 ? 2 : 0))]);
		expect(main.every(({ count }) => count > 0)).toBe(true);
		expect(codes(rest).slice(-2)).toEqual(['city-39', 'city-40']);
		expect(rest.findLastIndex(({ count }) => count > 0)).toBeLessThan(
			rest.findIndex(({ count }) => count === 0)
		);
	});

	it('do not move when one of them is chosen', () => {
		const before = many((i) => i);
		const after = before.map((one) => ({ ...one, chosen: one.code === 'city-3' }));
		expect(codes(inTwo('municipality', after).rest)).toEqual(
			codes(inTwo('municipality', before).rest)
		);
	});
});
