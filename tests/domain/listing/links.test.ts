import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { linksOf, withBounds } from '#lib/domain/listing/links.ts';

const links = (query: string, pages = 1) => {
	const filter = parseFilter(new URLSearchParams(query));
	return linksOf({ filter, pageNumber: Math.min(filter.page, pages), pages });
};

describe('the links of a list', () => {
	it.each([
		[1, 1, '1'],
		[1, 3, '1 2 3'],
		[1, 9, '1 2 … 9'],
		[5, 9, '1 … 4 5 6 … 9'],
		[9, 9, '1 … 8 9']
	])('of page %i of %i name the pages %s', (page, pages, expected) => {
		const named = links(`page=${page}`, pages).pages.map(
			({ number, isAfterGap }) => `${isAfterGap ? '… ' : ''}${number}`
		);
		expect(named.join(' ')).toBe(expected);
	});

	it('keep what is chosen when the page is turned', () => {
		const { previous, next, pages } = links('category=ibasho&page=2', 3);
		expect(previous).toBe('?category=ibasho');
		expect(next).toBe('?category=ibasho&page=3');
		expect(pages.filter(({ isCurrent }) => isCurrent)).toMatchObject([{ number: 2 }]);
	});

	it('lead nowhere before the first and after the last page', () => {
		expect(links('')).toMatchObject({ previous: null, next: null });
	});

	it('begin anew on the first page when the order changes', () => {
		const { sorts } = links('category=ibasho&page=2', 3);
		expect(sorts).toEqual([
			{ name: '五十音', address: '?category=ibasho', isCurrent: true },
			{
				name: '市区町村',
				address: '?category=ibasho&sort=municipality',
				isCurrent: false
			},
			{ name: '確認の新しい順', address: '?category=ibasho&sort=checked', isCurrent: false }
		]);
	});

	it('say that words are followed by what is nearest to them', () => {
		expect(links('q=いばしょ').sorts[0]!.name).toBe('ことばに近い順');
	});

	it('take every condition away at once, but not the year', () => {
		expect(links('q=x&category=ibasho&day=sa&year=2026&page=2', 3).all).toBe('?year=2026');
	});

	it('give a page beyond the last one the address of the last one', () => {
		expect(links('page=99', 3).own).toBe('?page=3');
	});
});

describe('the same list within other bounds', () => {
	const bounds = { west: 139, south: 36, east: 140, north: 37 };

	it.each([
		['?category=ibasho&view=map&page=3', '?category=ibasho&view=map&bbox=139%2C36%2C140%2C37'],
		['?q=a&view=map', '?q=a&view=map&bbox=139%2C36%2C140%2C37'],
		['?view=map#q=a', '?view=map&bbox=139%2C36%2C140%2C37#q=a']
	])('leaves the words of %s where they stand', (address, expected) => {
		expect(withBounds(address, bounds)).toBe(expected);
		expect(withBounds(expected, null)).toBe(address.replace('&page=3', ''));
	});
});
