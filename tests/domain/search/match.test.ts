import fc from 'fast-check';
import { expect, it } from 'vitest';
import { match, searchText } from '#lib/domain/search/match.ts';
import { normalise } from '#lib/domain/search/normalise.ts';

const texts = [
	searchText(
		['居場所カフェ ひだまり', 'いばしょかふぇ ひだまり'],
		['高崎市', '本を読む', '居場所', 'フリースペース']
	),
	searchText(['家族会 はるか', 'かぞくかい はるか'], ['前橋市', '居場所の話もします', '親の会']),
	searchText(['ＮＰＯこもれび', 'えぬぴーおー こもれび'], ['前橋市', '相談'])
];

it.each([
	['ヒダマリ', [0]],
	['ひだまり', [0]],
	['npo', [2]],
	['ＮＰＯ　こもれび', [2]],
	['居場所 前橋', [1]],
	['親の会', [1]],
	['居場所', [0, 1]],
	['フリー・スペース', [0]]
])('finds %s as typed', (query, expected) => {
	expect(match(texts, query)).toMatchObject({ ranked: expected, fuzzy: false });
});

it.each([
	['ひだまる', 0],
	['居場所かふえひだまり', 0],
	['こもれひ', 2],
	['家族会はるな', 1]
])('finds %s although a letter slipped, and says that it guessed', (query, first) => {
	const found = match(texts, query)!;
	expect(found.fuzzy).toBe(true);
	expect(found.ranked[0]).toBe(first);
});

it('asks nothing when nothing was typed, and finds nothing in mere punctuation', () => {
	expect(match(texts, '')).toBeNull();
	expect(match(texts, ' 　')).toBeNull();
	expect(match(texts, '!?「」')).toMatchObject({ ranked: [] });
});

it('stays calm at any input', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (query) => {
			const found = match(texts, query.toWellFormed());
			for (const number of found?.ranked ?? []) expect(number).toBeLessThan(texts.length);
		}),
		{ numRuns: 2000 }
	);
});

it('normalises what is normal already to itself', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(normalise(normalise(text))).toBe(normalise(text));
		})
	);
});
