import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { listed } from '#lib/ui/listing/sent/listed.ts';
import { now, world } from '../../support/world.ts';

const { db, region } = world();
const listing = (query = '') =>
	listings.region(db, region, parseFilter(new URLSearchParams(query)), now);

describe('A list within a page', () => {
	it('is rendered with its rows and choices, and sends neither a second time', () => {
		const whole = listing();
		const page = listed(whole, '<li></li>', false);
		expect(page).toMatchObject({ total: whole.total, markup: '<li></li>' });
		expect(page.facets).toBe(whole.facets);
		const sent = JSON.stringify(page);
		expect(sent).not.toContain(whole.rows[0]!.name);
		expect(sent).not.toContain(whole.facets[0]!.choices[0]!.name);
	});

	it('is whole where there is no page beside it', () => {
		const whole = listing();
		const sent: unknown = JSON.parse(JSON.stringify(listed(whole, '<li></li>', true)));
		expect(sent).toMatchObject({ facets: whole.facets, markup: '<li></li>' });
	});

	it('keeps its rows for the cards of a map', () => {
		const whole = listing('view=map');
		expect(listed(whole, '', false).rows).toEqual(whole.rows);
	});
});
