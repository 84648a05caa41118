import { describe, expect, it } from 'vitest';
import { comparisonAddress, issuesOf, placesAsked } from '#lib/domain/reader/comparison/asked.ts';

const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`;

describe('the places in an address', () => {
	it('are there again in the address that they make', () => {
		const ids = [id(3), id(1)];
		const { searchParams, pathname } = new URL(comparisonAddress(ids), 'https://x.example');
		expect(pathname).toBe('/compare');
		expect(placesAsked(searchParams)).toEqual(ids);
		expect(comparisonAddress([])).toBe('/compare');
	});

	it('count once each, and only where they are ids', () => {
		const params = new URLSearchParams(`place=${id(1)}&place=x&place=&place=${id(1)}&q=${id(2)}`);
		expect(placesAsked(params)).toEqual([id(1)]);
	});
});

it('It is said what of them is not shown', () => {
	expect(issuesOf({ asked: 5, lost: 0 })).toEqual([]);
	expect(issuesOf({ asked: 7, lost: 1 })).toEqual([
		expect.stringContaining('7か所が選ばれています。') as string,
		'1か所は、いまは載っていません。'
	]);
});
