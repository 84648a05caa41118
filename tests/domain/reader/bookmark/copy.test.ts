import { describe, expect, it } from 'vitest';
import { allowed, since, type Copy } from '#lib/domain/reader/bookmark/copy.ts';
import { pageOf, type ResourcePage } from '#lib/domain/reader/profile/resource-page.ts';
import { names } from '#lib/server/regions/names.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import { now, places, world } from '../../../support/world.ts';

const { db, ids } = world();
const today = (change: object = {}): ResourcePage => {
	resources.revise(db, ids.hidamari, {
		...{ content: { ...places.hidamari, ...change }, by: 'editor', at: now }
	});
	return pageOf(resourcePages.find(db, ids.hidamari, { now })!, names(db), '2026-11-22');
};
const copy: Copy = { id: ids.hidamari, on: '2026-11-01', page: today() };
const later = '2026-11-22';

describe('The copy of a place on a device', () => {
	it('stays what it was while nothing is hidden', () => {
		expect(allowed(copy, today({ summary: '新しい', feeNote: '200円' }), later)).toBe(copy);
	});

	it.each([
		['its place', { precision: 'municipality' }],
		['a number', { phones: [] }],
		['a mail address', { contacts: [] }]
	])('is that of today once it hides %s, and says what was another', (_, change) => {
		const page = today(change);
		const left = allowed(copy, page, later)!;
		expect(left.page).toBe(page);
		expect(since(left, page)).toEqual(since(copy, page));
		expect(since(left, page).state).toBe('changed');
	});

	it('is gone with the place', () => {
		expect(allowed(copy, null, later)).toBeNull();
	});
});
