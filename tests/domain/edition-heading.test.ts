import { describe, expect, it } from 'vitest';
import { headingOf, isPinnedBy } from '#lib/domain/edition-heading.ts';

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

describe('an edition is pinned', () => {
	it.each([
		['by its own hash', { previewed: false, contentHash: 'abc' }, 'abc', true],
		['not by another one', { previewed: false, contentHash: 'abc' }, 'abd', false],
		['not without one', { previewed: false, contentHash: 'abc' }, null, false],
		['not while it is made', { previewed: true, contentHash: 'abc' }, 'abc', false],
		['not before it is locked', { previewed: false, contentHash: null }, null, false]
	])('%s', (_, edition, hash, expected) => {
		expect(isPinnedBy(edition, hash)).toBe(expected);
	});
});
