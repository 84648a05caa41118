import { expect, test } from 'vitest';
import { isListing, pack, unpack } from '#lib/domain/listing/packed-listing.ts';
import type { Listing } from '#lib/domain/listing/listing.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';

const row: Listing['rows'][number] = {
	id: 'a',
	region: 'sakura',
	number: 12,
	name: 'あおぞら',
	kana: null,
	category: '居場所',
	symbol: 'chair',
	place: 'さくら市',
	summary: '「<script>」も "文字" と \'文字\' のうち',
	when: '毎週',
	next: ['5月1日'],
	who: null,
	fee: '無料',
	eases: ['匿名可'],
	checked: null,
	notice: 'お休み中'
};
const found = {
	marks: { name: [[0, 2]], kana: [], summary: [] },
	passage: null,
	reasons: []
} as unknown as NonNullable<typeof row.found>;
const listing: Listing = {
	filter: parseFilter(new URLSearchParams('q=あ&category=ibasho')),
	total: 3,
	pageNumber: 1,
	pages: 1,
	fuzzy: false,
	rows: [
		row,
		{ ...row, id: 'b', number: null, next: [], eases: [], region: null },
		{ ...row, found }
	],
	facets: [
		{
			facet: 'category',
			title: 'どんなところ',
			choices: [
				{ code: 'ibasho', name: '居場所', count: 0 },
				{ code: 'peer', name: '当事者会', count: 2, chosen: true },
				{ code: 'women', name: '女性の会', count: 1, narrower: true },
				{ code: 'lgbt', name: '性の多様性', count: 1, chosen: true, narrower: true }
			]
		}
	],
	chips: [{ name: '「あ」', address: '' }],
	sentence: 'あ',
	literal: null,
	near: null,
	steps: []
};

test('a list that comes with a page is the one that was sent', () => {
	expect(unpack(pack(listing))).toEqual(listing);
	const { rows, facets, ...others } = listing;
	expect(unpack(pack({ ...others, rows: [], facets: [] }))).toEqual({
		...others,
		rows: [],
		facets: []
	});
	expect([isListing(listing), isListing({ rows }), isListing(facets), isListing(null)]).toEqual([
		...[true, false, false, false]
	]);
});

test('it weighs about half of what it weighs with names', () => {
	const rows = Array.from({ length: 30 }, () => row);
	expect(pack({ ...listing, rows }).length).toBeLessThan(
		0.6 * JSON.stringify({ ...listing, rows }).length
	);
});
