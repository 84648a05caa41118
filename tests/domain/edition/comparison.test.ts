import { describe, expect, it } from 'vitest';
import { fateOf, type Pinned } from '#lib/domain/edition/comparison.ts';
import { cityOf, coverageOf, rowsBy } from '#lib/domain/edition/coverage.ts';

const pin = (state: Pinned['state'], hash = 'a'): Pinned => ({ state, hash });

describe('What became of a place', () => {
	it.each([
		['came', undefined, pin('new'), 'new'],
		['came and pauses', undefined, pin('paused'), 'new'],
		['opened again after it had closed', pin('closed'), pin('changed'), 'new'],
		['goes on', pin('continued'), pin('continued'), 'continued'],
		['says something else', pin('continued'), pin('changed', 'b'), 'changed'],
		['pauses now', pin('continued'), pin('paused', 'b'), 'paused'],
		['pauses as it did before', pin('paused'), pin('paused'), 'continued'],
		['pauses still, in other words', pin('paused'), pin('paused', 'b'), 'changed'],
		['opened again', pin('paused'), pin('changed', 'b'), 'changed'],
		['closed', pin('continued'), pin('closed', 'b'), 'closed'],
		['had closed already', pin('closed'), pin('closed'), null],
		['is left out', pin('continued'), undefined, 'left-out'],
		['had closed and is left out', pin('closed'), undefined, null]
	])('that %s', (_, before, after, fate) => {
		expect(fateOf(before, after)).toBe(fate);
	});
});

describe('The coverage sheet', () => {
	const towns = [
		{ code: '011002', name: '札幌市' },
		{ code: '011011', name: '札幌市中央区' },
		{ code: '131016', name: '千代田区' }
	];

	it('counts a ward of a designated city as its city, and the wards of Tokyo as they are', () => {
		expect(towns.map((town) => cityOf(towns, town))).toEqual(['011002', '011002', '131016']);
		expect(cityOf(towns.slice(1), towns[1]!)).toBe('011011');
	});

	it.each([
		['a city and its wards', [0, 1, 2], [1], ['011002', '131016']],
		['wards alone', [1, 2], [], ['011011', '131016']],
		['wards, of which an entry names the city', [1, 2], [0], ['011002', '131016']],
		['a city, of which an entry names a ward', [0, 2], [1], ['011002', '131016']],
		['no city that only an entry of elsewhere names', [2], [0], ['131016']]
	])('has rows for %s', (_, region, recorded, rows) => {
		const towned = (places: number[]) => places.map((one) => towns[one]!);
		expect(rowsBy(towned(region), towned(recorded)).rows).toEqual(rows);
	});

	it('has a row for nowhere', () => {
		const one = { municipality: 'elsewhere', chapter: 'ibasho', audiences: ['anyone'] };
		const sheet = coverageOf([one], { municipalities: ['011002'], chapters: ['ibasho'] });
		expect(sheet.get('')!.get('ibasho')).toMatchObject({ total: 1, family: 1 });
	});
});
