import { expect, it } from 'vitest';
import { searchResponse } from '#lib/domain/listing/search-response.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as suggestions from '#lib/server/listings/suggestions.ts';
import { now, world } from '../../support/world.ts';

const answer = (query: string, limit = 30) => {
	const { db } = world();
	const filter = parseFilter(new URLSearchParams(query));
	return searchResponse(
		listings.everything(db, filter, now, { limit, withPoints: true }),
		limit,
		regions.samples(db)
	);
};

it('answers with what was found, why, and how many there are of each choice', () => {
	const { total, page, perPage, fuzzy, facets, results } = answer('q=いばしょかふぇ');
	expect({ total, page, perPage, fuzzy }).toEqual({ total: 1, page: 1, perPage: 30, fuzzy: false });
	expect(results).toEqual([
		{
			id: '00000000-0000-4000-8000-000000000000',
			name: '居場所カフェ ひだまり',
			kana: 'いばしょかふぇ ひだまり',
			category: '居場所',
			municipality: '高崎市',
			region: 'gunma',
			lat: 36.32,
			lng: 139.01,
			why: ['読み「いばしょかふぇ」で見つかりました']
		}
	]);
	expect(facets['category']).toContainEqual({ code: 'ibasho', label: '居場所', count: 1 });
});

it('gives no coordinates of a place that is not exact', () => {
	for (const { name, lat, lng } of answer('').results) {
		expect(
			[lat, lng].every((one) => one === null),
			name
		).toBe(!name.includes('ひだまり'));
	}
});

it('gives as many to a page as were asked for', () => {
	const { total, perPage, results } = answer('page=2', 2);
	expect([total, perPage, results.length]).toEqual([5, 2, 2]);
});

it('suggests towns, categories and names that begin so, in kana and romaji too', () => {
	const { db } = world();
	const of = (query: string) => suggestions.list(db, query);
	expect(of('たか')).toContainEqual({ kind: 'municipality', text: '高崎市' });
	expect(of('iba')).toContainEqual({ kind: 'category', text: '居場所' });
	expect(of('ひだ')).toContainEqual({ kind: 'name', text: '居場所カフェ ひだまり' });
	expect(of('札幌')).toEqual([]);
	expect(of('')).toEqual([]);
	expect(JSON.stringify(of('カナリア'))).not.toContain('カナリア');
});
