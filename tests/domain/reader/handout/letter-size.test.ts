import { describe, expect, it } from 'vitest';
import {
	continued,
	letterSizeFor,
	shortened,
	type Bulk
} from '#lib/domain/reader/handout/letter-size.ts';

const bulk: Bulk = {
	wide: [],
	rows: [],
	points: [],
	aside: [],
	others: 12,
	drawings: 14,
	map: 46
};
const page = (letters: number) => ({ ...bulk, wide: ['あ'.repeat(letters)] });

describe('the letters of a page', () => {
	it('are as large as they can be, and the smaller the more there is', () => {
		const sizes = [0, 500, 900, 1300, 1700].map((letters) => letterSizeFor(page(letters), 14)!);
		expect(sizes[0]).toBe(14);
		expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
		expect(new Set(sizes).size).toBeGreaterThan(3);
		expect(letterSizeFor(page(0), 11)).toBe(11);
	});

	it('cannot be small enough for everything', () => {
		expect(letterSizeFor(page(10_000), 14)).toBeNull();
	});
});

describe('a text that is too long', () => {
	it('ends with a whole sentence and says that there is more', () => {
		expect(shortened('ひとつ。ふたつ。みっつ。', 9)).toBe(`ひとつ。ふたつ。${continued}`);
		expect(shortened('あ'.repeat(20), 9)).toBe(`${'あ'.repeat(9)}…${continued}`);
	});

	it('stays whole when it is not', () => {
		expect(shortened('ひとつ。ふたつ。', 8)).toBe('ひとつ。ふたつ。');
	});
});
