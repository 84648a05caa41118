import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBoth, fullBitset } from '#lib/domain/search/index/bitset.ts';
import { searchDocument } from '#lib/domain/search/index/document.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { nearWord } from '#lib/domain/search/match/near.ts';
import { termsOf } from '#lib/domain/search/query.ts';
import { find, search } from '#lib/domain/search/search.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { understand } from '#lib/domain/search/sentence/understanding.ts';
import { sortKeyOf } from '#lib/domain/text/reading.ts';
import { lexicon, vocabularies } from '../../support/lexicon.ts';

const known = lexicon();

const place = (
	name: string,
	kana: string | null,
	tags: string[] = [],
	texts: string[] = [],
	codes: string[] = []
) => ({
	search: searchDocument({ names: [name], kana: [kana], tags, texts }, codes),
	sortKey: sortKeyOf(kana ?? name)
});

const index = memoryIndex([
	place(
		'居場所カフェ ひだまり',
		'いばしょかふぇ ひだまり',
		['高崎市'],
		['本を読む'],
		['category=ibasho', 'municipality=102024']
	),
	place(
		'家族会 はるか',
		'かぞくかい はるか',
		['前橋市'],
		['居場所の話もします'],
		['category=family', 'municipality=102016']
	),
	place('ＮＰＯこもれび', 'えぬぴーおー こもれび', ['前橋市'], ['不登校の相談']),
	place('髙﨑クリニック', 'たかさきくりにっく', [], [], ['category=medical']),
	place('東京の家', 'とうきょうのいえ'),
	place('見本市社会福祉協議会', null, ['前橋市']),
	place('サーバ工房 リズム', 'さーばこうぼう りずむ'),
	place('ズーム相談', 'ずーむそうだん'),
	place('ユーザサポートの輪', 'ゆーざさぽーとのわ', [], ['サーバー係がいます'])
]);
const scope = fullBitset(index.postings.size);
const asked = (query: string) => search(index, query, { scope, lexicon: known });

describe('A place is found', () => {
	it.each([
		['by its name', '居場所カフェ ひだまり', 0],
		['by the beginning of a word of its name', 'ひだま', 0],
		['in katakana', 'ヒダマリ', 0],
		['in half width', 'ﾋﾀﾞﾏﾘ', 0],
		['by the sound of its kanji', 'かぞくかい', 1],
		['by a long vowel left out', 'ときょ', 4],
		['in romaji', 'hidamari', 0],
		['in romaji of a part', 'kazokukai haruka', 1],
		['by another form of a letter', '高崎クリニック', 3],
		['with its legal form or not', '社会福祉法人見本市社会福祉協議会', 5],
		['by an abbreviation', '社協', 5],
		['by another word', '親の会', 1],
		['by its category', 'フリースペース', 0],
		['by a word and a town', '高崎 居場所', 0],
		['by a sentence that holds both', '高崎の居場所', 0],
		['by its description', '本を読む', 0],
		['without the ー at the end of a word', 'サーバー', 6],
		['with one more', 'サーバ', 6],
		['by a ー that is typed', 'ずーむ', 7],
		['by a ー that is spelt as a vowel', 'トーキョーノイエ', 4],
		['by a ー typed with a hyphen', 'zu-mu', 7],
		['by a long word without one of its ー', 'ユーザーサポート', 8]
	])('%s: %s', (_, query, expected) => {
		const found = asked(query);
		expect(found).toMatchObject({ fuzzy: false });
		expect(found.documents[0]).toBe(expected);
	});

	it.each([
		['ひだまる', 0],
		['ひまだり', 0],
		['居場所カフエひだまね', 0],
		['家属会 はるか', 1],
		['こもれひ', 2]
	])('although a letter slipped (%s), and it is said that this is a guess', (query, expected) => {
		const found = asked(query);
		expect(found.fuzzy).toBe(true);
		expect(found.documents[0]).toBe(expected);
	});

	it('in its name before it is found in other words', () => {
		expect(asked('居場所').documents.slice(0, 2)).toEqual([0, 1]);
	});
});

it('puts what meets every word first, and then what comes close', () => {
	const found = find(index, '前橋 居場所', { scope, lexicon: known })!;
	expect(countBoth(found.full, found.full)).toBe(1);
	expect(found.ranked(found.bits, 10)[0]).toBe(1);
	expect(found.ranked(found.bits, 10).length).toBeGreaterThan(1);
	expect(asked('前橋').total).toBe(3);
});

it('stays within the scope', () => {
	const one = new Uint32Array(scope.length).fill(0);
	one[0] = 1 << 1;
	expect(search(index, '居場所', { scope: one, lexicon: known }).documents).toEqual([1]);
});

it('asks nothing when nothing was typed, and finds nothing in mere punctuation', () => {
	expect(asked(' 　').documents).toEqual([]);
	expect(asked('!?「」')).toEqual({ total: 0, documents: [], fuzzy: true });
});

it('takes the ー of a short word at its word', () => {
	const documents = (query: string) => asked(query).documents.filter((one) => one > 5);
	expect(documents('ズーム')).toEqual([7]);
	expect(documents('ズム')).toEqual([]);
	expect(documents('サーバー')).toEqual([6, 8]);
});

it('knows a word one slip away that does find something', () => {
	const near = (query: string) => nearWord(index, termsOf(query, known), { scope, lexicon: known });
	expect(near('フリースペーズ')).toEqual({ query: 'フリースペース', total: 2 });
	expect(near('ぬぬぬぬぬ')).toBeNull();
});

const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.string({ unit: 'grapheme', maxLength: 200 }),
	fc
		.array(
			fc.constantFrom(
				'"',
				"'",
				';--',
				' OR ',
				'NEAR/',
				'*',
				'%',
				'\\',
				'\0',
				'\ud800',
				'゙',
				'̀',
				'居場所',
				'会',
				'ー',
				' ',
				'　'
			),
			{
				maxLength: 300
			}
		)
		.map((parts) => parts.join('')),
	fc
		.constantFrom('a', '会', ' ', '゙', '̀', '\udfff', '居 ')
		.map((one) => one.repeat(1_000_000 / one.length))
);

it('stays calm at any input', () => {
	fc.assert(
		fc.property(hostile, (query) => {
			for (const document of asked(query).documents) expect(document).toBeLessThan(9);
		}),
		{ numRuns: 10_000 }
	);
});

describe('Two towns of one name', () => {
	const towns = [
		{ code: '132063', name: '府中市', kana: 'ふちゅうし', prefecture: '東京都' },
		{ code: '342084', name: '府中市', kana: 'ふちゅうし', prefecture: '広島県' }
	];
	const lexicon = lexiconOf({ vocabularies, municipalities: towns, synonyms: [] });
	const told = (query: string, present: readonly string[]) =>
		understand(query, lexicon, (code) => present.includes(code)).wants.map(({ name }) => name);
	const both = towns.map(({ code }) => `municipality=${code}`);

	it('are told apart where both have something', () => {
		expect(told('府中市', both)).toEqual(['府中市（東京都）か府中市（広島県）']);
		expect(told('府中市（東京都）', both)).toEqual(['府中市']);
		expect(told('府中市', both.slice(1))).toEqual(['府中市']);
	});
});

it('finds a telephone number in any writing, and no other', () => {
	const numbers = memoryIndex(
		['phone=0273211234', 'phone=0273211235'].map((code) => ({
			search: searchDocument({ names: ['相談室'], kana: [], tags: [], texts: [] }, [code]),
			sortKey: code
		}))
	);
	for (const query of ['027-321-1234', '０２７（３２１）１２３４', '0273211234']) {
		expect(search(numbers, query, { scope: fullBitset(2), lexicon: known }).documents).toEqual([0]);
	}
});

it('offers no place to whom it is not meant for, whatever its texts say', () => {
	const place = (name: string, text: string, codes: string[]) => ({
		search: searchDocument({ names: [name], kana: [], tags: [], texts: [text] }, codes),
		sortKey: name
	});
	const places = memoryIndex([
		place('女子の集い', '男性の参加はできません。', ['gender=women', 'no-gender=men']),
		place('男性の会', '話す会です。', ['gender=men', 'no-gender=women']),
		place('広場', '男性も来ています。', ['gender=any'])
	]);
	const found = find(places, '男性', { scope: fullBitset(3), lexicon: known })!;
	expect(found.ranked(found.bits, 10)).toEqual([1, 2]);
	// Who is open to all is not told to be meant for men.
	const [men] = understand('男性', known, () => true).wants;
	const ofAny = men!.term.alternatives.filter(({ codes }) => codes.includes('gender=any'));
	expect(ofAny.map(({ reason }) => reason)).toEqual([null]);
});
