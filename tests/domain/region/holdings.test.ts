import { expect, it } from 'vitest';
import {
	amountWords,
	descriptionOf,
	introductionOf,
	titleOf,
	type Holdings
} from '#lib/domain/region/holdings.ts';

const kinds = (...names: string[]) => names.map((name, at) => ({ name, count: 50 - at }));
const work: Holdings = { total: 358, kinds: kinds('就労・しごと'), checked: 0 };
const many: Holdings = {
	total: 77,
	kinds: kinds('相談窓口', '居場所', '家族会', '医療', '学び', '住まい'),
	checked: 62
};
const none: Holdings = { total: 0, kinds: [], checked: 0 };

it.each([
	[work, '東京都の就労・しごと'],
	[many, '東京都の相談窓口、居場所、家族会など'],
	[none, '東京都の案内']
])('a title names the kinds there are, the most frequent first', (holdings, title) => {
	expect(titleOf('東京都', holdings)).toBe(title);
});

it.each<[Holdings, string]>([
	[
		work,
		'東京都の就労・しごと358か所。公開されている情報から載せていて、ひとつずつ確かめるのはこれからです。'
	],
	[
		many,
		'東京都の相談窓口、居場所、家族会、医療、学びなど77か所。うち62か所は、人が確かめた日を載せています。'
	],
	[
		{ ...many, checked: 77 },
		'東京都の相談窓口、居場所、家族会、医療、学びなど77か所。どこも、人が確かめた日を載せています。'
	],
	[none, '東京都の場所や窓口は、まだ載っていません。']
])('a description says how many there are and how many somebody has checked', (holdings, words) => {
	expect(descriptionOf('東京都', holdings)).toBe(words);
});

it('nothing is said to be checked every year before an edition is published', () => {
	expect(introductionOf(work.kinds, false)).toBe('就労・しごとを、地域ごとに、まとめています。');
	expect(introductionOf(many.kinds, true)).toBe(
		'相談窓口、居場所、家族会などを、地域ごとに毎年確かめて、まとめています。'
	);
	expect(introductionOf([], false)).toBe('地域の場所や窓口を、これから載せていきます。');
});

it('an amount of nothing is said to be none', () => {
	expect(amountWords(none)).toBe('まだ何も載っていません');
});
