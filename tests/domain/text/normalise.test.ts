import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, normalise } from '#lib/domain/text/normalise.ts';
import { kanaOfRomaji, sortKeyOf, soundOf } from '#lib/domain/text/reading.ts';

describe('Two ways to write the same', () => {
	it.each([
		['ヒダマリ', 'ひだまり'],
		['ﾋﾀﾞﾏﾘ', 'ひだまり'],
		['ＮＰＯ　こもれび', 'npoこもれび'],
		['コミュニティー', 'コミュニテイ'],
		['フリー・スペース', 'フリースペース'],
		['サーバー', 'サーバ'],
		['ｻｰﾊﾞｰ', 'さーば'],
		['おかーさん', 'おかあさん'],
		['ホーーム', 'ホーム'],
		['Tーシャツ', 'Tシャツ'],
		['髙﨑', '高崎'],
		['渡邊・斉藤・齋藤', '渡辺・斎藤・斎藤'],
		['廣澤', '広沢'],
		['佐々木', '佐佐木'],
		['いすゞ', 'いすず'],
		['霞ヶ関', '霞が関'],
		['霞ケ関', '霞が関'],
		['社会福祉法人 見本会', '見本会'],
		['（福）見本会', '見本会'],
		['㈱見本', '株式会社見本'],
		['NPO法人見本', '特定非営利活動法人　見本'],
		['桜木町一丁目二番三号', '桜木町1-2-3'],
		['北二十四条', '北24条'],
		['葛󠄀城', '葛城'],
		['Café', 'cafe']
	])('%s is %s', (one, other) => {
		expect(normalise(one)).toBe(normalise(other));
	});

	it.each([
		['居場所', '居所'],
		['ズーム', 'ズム'],
		['三郎', '3郎'],
		['はは', 'ぱぱ']
	])('%s is not %s', (one, other) => {
		expect(normalise(one)).not.toBe(normalise(other));
	});
});

describe('A folded text', () => {
	const strange = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.string({ unit: 'binary' }),
		fc
			.array(
				fc.constantFrom(
					'社会福祉',
					'法人',
					'（',
					'福',
					'）',
					'ｶ',
					'ﾞ',
					'々',
					'ゞ',
					'二',
					'十',
					'丁目',
					'ヶ',
					'ー',
					'ｰ',
					'崎',
					'﨑',
					'𠮷',
					'-',
					'が',
					'゙'
				)
			)
			.map((parts) => parts.join(''))
	);

	it('says of every letter where it comes from, in order', () => {
		fc.assert(
			fc.property(strange, (text) => {
				const { text: folded, starts } = fold(text);
				expect(folded).toBe(normalise(text));
				expect(starts).toHaveLength(folded.length);
				expect(starts).toEqual(starts.toSorted((a, b) => a - b));
				for (const start of starts) expect(start).toBeLessThan(text.length);
			})
		);
	});

	it('points at the very letters', () => {
		const { text, starts } = fold('（福）ﾋﾀﾞﾏﾘ の家');
		expect(text).toBe('ひだまりの家');
		expect(starts).toEqual([3, 4, 6, 7, 9, 10]);
	});
});

describe('A sound', () => {
	it.each([
		['とうきょう', 'トーキョー'],
		['おおさか', 'おーさか'],
		['こうえん', 'こーえん'],
		['せいかつ', 'せーかつ'],
		['つづき', 'つずき'],
		['サーバー', 'さば'],
		['リズム', 'りずむう']
	])('%s is that of %s', (one, other) => {
		expect(soundOf(one)).toBe(soundOf(other));
	});

	it.each([
		['ibasho', 'いばしょ'],
		['Tōkyō', 'とうきょう'],
		['shimbashi', 'しんばし'],
		['honya', 'ほんや'],
		['zu-mu', 'ずーむ'],
		['sapo-to', 'サポート'],
		['shin-yokohama', 'しんよこはま'],
		['oya-ko', 'おやこ'],
		["jun'ichi", 'じゅんいち'],
		['gakko', 'がっこ']
	])('%s may be %s', (romaji, kana) => {
		expect(kanaOfRomaji(romaji).map(soundOf)).toContain(soundOf(kana));
	});

	it.each(['a', 'npo123', '居場所', 'x', ''])('%s spells nothing', (word) => {
		expect(kanaOfRomaji(word)).toEqual([]);
	});
});

it('sorts kana as a Japanese dictionary does', () => {
	const collator = new Intl.Collator('ja');
	const kana = fc.string({
		unit: fc.constantFrom(...'あいうかがきぎさざしすずただつづてでとはばぱひびふほんをやよらわ'),
		minLength: 1,
		maxLength: 6
	});
	fc.assert(
		fc.property(kana, kana, (a, b) => {
			const keys = [sortKeyOf(a), sortKeyOf(b)];
			const byKey = keys[0]! < keys[1]! ? -1 : keys[0]! > keys[1]! ? 1 : 0;
			expect(byKey).toBe(Math.sign(collator.compare(a, b)));
		}),
		{ numRuns: 1000 }
	);
});
