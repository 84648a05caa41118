import { describe, expect, it } from 'vitest';
import { headingOf, pinOf } from '#lib/domain/edition-heading.ts';

describe('the heading of an edition', () => {
	it('holds its one-word name and its address', () => {
		const region = { id: 1, slug: 'sakura', name: 'さくら地域', introduction: '' };
		expect(headingOf({ region, year: 2026, previewed: false })).toEqual({
			region: { slug: 'sakura', name: 'さくら地域' },
			year: 2026,
			previewed: false,
			name: 'sakura-2026',
			path: '/regions/sakura/2026'
		});
	});
});

describe('an edition', () => {
	const contentHash = '0123456789abcdef0123456789abcdef';

	it.each([
		[
			'is named by what it prints and the program',
			{ previewed: false, contentHash },
			'0123456789abcdef.p1'
		],
		['has no such name while it is made', { previewed: true, contentHash }, null],
		['has no such name before it is locked', { previewed: false, contentHash: null }, null]
	])('%s', (_, edition, expected) => {
		expect(pinOf(edition, 'p1')).toBe(expected);
	});
});
