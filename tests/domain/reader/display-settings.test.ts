import { describe, expect, it } from 'vitest';
import {
	mostWords,
	parseDisplaySettings,
	parseLeft,
	withWord,
	type DisplaySettings
} from '#lib/domain/reader/display-settings.ts';

describe('A word instead of another', () => {
	it('is kept once, the last one said', () => {
		const one = withWord({}, 'ひきこもり', '生きづらさ');
		const two = withWord('value' in one ? one.value : {}, 'ひきこもり', 'おやすみ');
		expect(two).toEqual({ value: { words: [['ひきこもり', 'おやすみ']] } });
	});

	it.each([
		['', 'a', '両方'],
		['a', '', '両方'],
		['a', 'aa', '「a」が入っています'],
		['あ'.repeat(21), 'い', '20文字まで']
	])('is refused with a sentence: %s → %s', (from, to, words) => {
		const read = withWord({}, from, to);
		expect('issue' in read && read.issue).toContain(words);
	});

	it('is refused when it holds one that is changed already, or there are too many', () => {
		const some: DisplaySettings = { words: [['支援', '手つだい']] };
		expect(withWord(some, '家族', '支援者')).toHaveProperty('issue');
		expect(withWord(some, '手', 'て')).toHaveProperty('issue');
		const many: DisplaySettings = {
			words: Array.from({ length: mostWords }, (_, at): [string, string] => [`語${at}。`, 'い'])
		};
		expect(withWord(many, 'ろ', 'は')).toHaveProperty('issue');
	});
});

describe('What a device held', () => {
	it.each([null, '', '{', '"x"', 'null', '7'])('is nothing chosen when it is %j', (text) => {
		expect(parseDisplaySettings(text)).toEqual({});
		expect(parseLeft(text)).toBeNull();
	});

	it('leads back to this site only', () => {
		const left = (address: string) => parseLeft(JSON.stringify({ address, title: 'あ' }));
		expect(left('/search?a=b#c')).toEqual({ address: '/search?a=b#c', title: 'あ' });
		for (const bad of ['https://a.example/', '//a.example/', '/\\a.example', 'javascript:1', '']) {
			expect(left(bad), bad).toBeNull();
		}
	});
});
