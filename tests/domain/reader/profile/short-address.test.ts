import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	parseShortCode,
	shortAddressOf,
	shortCodeOf
} from '#lib/domain/reader/profile/short-address.ts';

const id = '97157a64-6e8e-453c-86ab-de9886437ca0';

it('a place has an address that is typed from paper in a moment', () => {
	expect(shortAddressOf('https://shiori.example.jp', id)).toBe('shiori.example.jp/p/k234-6z50');
	expect(shortAddressOf('http://localhost:3000', id)).toBe('http://localhost:3000/p/k234-6z50');
});

it('every code means the end of the id that it was made of', () => {
	fc.assert(
		fc.property(fc.uuid(), (any) => {
			expect(parseShortCode(shortCodeOf(any))).toBe(any.slice(-10));
		})
	);
});

it.each(['K234-6Z50', 'k2346z5o', 'ｋ２３４ー６ｚ５０', ' k234 6z50 '])(
	'「%s」 is what somebody types for it',
	(typed) => expect(parseShortCode(typed)).toBe(id.slice(-10))
);

it.each(['', 'k234-6z5', 'k234-6z500', 'k234-6zu0', '../../staff', "' OR 1=1"])(
	'「%s」 is none',
	(typed) => expect(parseShortCode(typed)).toBeNull()
);
