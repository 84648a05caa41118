import { describe, expect, it } from 'vitest';
import { headingOf } from '#lib/domain/edition/heading.ts';

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
