import { describe, expect, it } from 'vitest';
import { ageIn } from '#lib/domain/search/sentence/ages.ts';

describe('An age', () => {
	it.each([
		['小5 学校以外', 10, 11],
		['中三の娘', 14, 15],
		['高校2年', 16, 17],
		['四十を過ぎたら', 40, 49],
		['四十手前', 38, 40],
		['50代半ば', 54, 56],
		['五十代後半', 55, 59],
		['三十路', 30, 39],
		['58ですが', 58, 58],
		['19でもいける?', 19, 19],
		['しじゅうすぎても', 40, 49],
		['ハタチ前後', 20, 20],
		['還暦前', 60, 64]
	])('is read in %s', (text, from, to) => {
		expect(ageIn(text)?.want.codes).toEqual([String(from), String(to)]);
	});

	it.each(['3番町', '中1階', '2024年度', '30分', '電話3回', '十人', '小4回', '中2病', '5です'])(
		'is none in %s',
		(text) => {
			expect(ageIn(text)).toBeNull();
		}
	);

	it('leaves the kind of school among the words', () => {
		const found = ageIn('小5 学校以外')!;
		expect('小5 学校以外'.slice(found.start, found.end)).toBe('5');
	});
});
