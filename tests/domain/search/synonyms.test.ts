import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { normalise } from '#lib/domain/text/normalise.ts';
import { alternatives, parseSynonyms } from '#lib/domain/search/synonyms.ts';

const file = new URL('../../../data/vocabulary/synonyms.json', import.meta.url);
const read = parseSynonyms(JSON.parse(readFileSync(file, 'utf8')));
const groups = 'value' in read ? read.value : [];
const wordsOf = (group: (typeof groups)[number]) =>
	'words' in group ? [group.words] : [group.from, group.to];

describe('The synonyms that are shipped', () => {
	it('can be read, at least 150 groups of them', () => {
		expect('issues' in read ? read.issues : []).toEqual([]);
		expect(groups.length).toBeGreaterThanOrEqual(150);
	});

	it('hold no word twice in one group, however it is written', () => {
		for (const words of groups.flatMap(wordsOf)) {
			const written = words.map((word) => word.normalize('NFKC').toLowerCase());
			expect(new Set(written).size, words.join()).toBe(words.length);
		}
	});

	it('lead each word to another by one weight and in one direction only', () => {
		const steps = groups.flatMap((group, index) =>
			alternatives(group).map(({ from, to }) => ({
				step: `${from}→${to}`,
				back: `${to}→${from}`,
				index
			}))
		);
		const at = new Map(steps.map(({ step, index }) => [step, index]));
		expect(at.size).toBe(steps.length);
		for (const { step, back, index } of steps) {
			expect([undefined, index], step).toContain(at.get(back));
		}
	});

	it('are words that a search can look for', () => {
		for (const word of groups.flatMap(wordsOf).flat()) {
			expect([...normalise(word)].length, word).toBeGreaterThanOrEqual(1);
		}
	});

	it.each([
		['社協', '社会福祉協議会'],
		['サポステ', '地域若者サポートステーション'],
		['職安', 'ハローワーク'],
		['親の会', '家族会'],
		['引き籠もり', 'ひきこもり'],
		['学校に行けない', '不登校'],
		['8050', '家族会'],
		['ただ居られる場所', '居場所'],
		['女子会', '女性の会'],
		['眠れない', '心療内科']
	])('lead from %s to %s', (from, to) => {
		expect(groups.flatMap(alternatives)).toContainEqual(expect.objectContaining({ from, to }));
	});

	it('lead from what somebody feels to places, never back', () => {
		const backwards = groups
			.flatMap(alternatives)
			.filter(({ to }) => ['死にたい', '働けない', 'お金がない', '毒親'].includes(to));
		expect(backwards.filter(({ from }) => ['いのちの電話', '居場所'].includes(from))).toEqual([]);
	});
});

describe('A list that cannot be read', () => {
	const good = { words: ['社協', '社会福祉協議会'], weight: 1 };

	it.each([
		[{}, '', '言いかえの一覧は、組を [] で囲んで並べます。'],
		[[good, 'x'], '1', '2番目の組：組は {} で囲んで書きます。'],
		[
			[good, { words: ['一つ'], weight: 1 }],
			'1.words',
			'2番目の組の「words」：言葉が2つ以上要ります。'
		],
		[
			[{ words: ['サロン', 'さろん'], weight: 1 }],
			'0.words',
			'1番目の組の「words」：同じ言葉が二度あります。'
		],
		[
			[{ words: ['GH', 'グループホーム', ' '], weight: 1 }],
			'0.words.2',
			'1番目の組の「words」の3つ目：空の言葉があります。'
		],
		[
			[{ words: ['a', 'b'], weight: 1.2 }],
			'0.weight',
			'1番目の組の「weight」：0より大きく1以下の数で書きます。'
		],
		[[{ words: ['a', 'b'] }], '0.weight', '1番目の組の「weight」：この欄が要ります。'],
		[
			[{ words: ['a', 'b'], weight: 1, wieght: 1 }],
			'0.wieght',
			'1番目の組の「wieght」：この欄はありません。'
		],
		[[{ from: ['a'], weight: 1 }], '0.to', '1番目の組の「to」：この欄が要ります。'],
		[
			[good, { words: ['社会福祉協議会', '社協', '福祉協議会'], weight: 0.9 }],
			'1.words',
			'2番目の組の「words」：「社会福祉協議会」と「社協」は1番目の組にもあります。どちらかにまとめます。'
		],
		[
			[good, { from: ['社会福祉協議会'], to: ['社協'], weight: 0.9 }],
			'1.from',
			'2番目の組の「from」：「社会福祉協議会」と「社協」は1番目の組にもあります。どちらかにまとめます。'
		],
		[
			[
				{ from: ['8050'], to: ['家族会'], weight: 0.7 },
				{ from: ['家族会'], to: ['８０５０'], weight: 0.7 }
			],
			'1.from',
			'2番目の組の「from」：「家族会」と「８０５０」は1番目の組にもあります。どちらかにまとめます。'
		]
	])('is answered with a sentence that names group and field: %j', (input, path, message) => {
		const result = parseSynonyms(input);
		expect('issues' in result && result.issues[0]).toEqual({ path, message });
	});

	it('is found out whichever group comes first', () => {
		const result = parseSynonyms([{ from: ['社協'], to: ['社会福祉協議会'], weight: 0.7 }, good]);
		expect('issues' in result && result.issues[0]?.path).toBe('1.words');
	});
});
