import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainOf, rubyOf, withKana, type Ruby } from '#lib/domain/profile/ruby.ts';

const shown = (ruby: Ruby) =>
	ruby.map(({ text, kana }) => (kana ? `${text}[${kana}]` : text)).join('');

describe('readings over words', () => {
	it('stand where somebody wrote them', () => {
		expect(shown(rubyOf('はじめて{行|い}く{日|ひ}'))).toBe('はじめて行[い]く日[ひ]');
		expect(plainOf(rubyOf('はじめて{行|い}く{日|ひ}'))).toBe('はじめて行く日');
		expect(shown(rubyOf('{|}と{ひとつ}'))).toBe('{|}と{ひとつ}');
	});

	it.each([
		['居場所カフェ ひだまり', 'いばしょかふぇ ひだまり', '居場所[いばしょ]カフェ ひだまり'],
		['女の会', 'おんなのかい', '女[おんな]の会[かい]'],
		['聴いてもらいたい', 'きいてもらいたい', '聴[き]いてもらいたい'],
		[
			'NPO法人ひなたの縁側',
			'えぬぴーおーほうじんひなたのえんがわ',
			'NPO法人[えぬぴーおーほうじん]ひなたの縁側[えんがわ]'
		],
		['就労・しごと', 'しゅうろうしごと', '就労[しゅうろう]・しごと'],
		['ひだまり', 'ひだまり', 'ひだまり'],
		['サクラ', 'さくら', 'サクラ']
	])('%s, said %s, are %s', (text, kana, expected) => {
		expect(shown(withKana(text, kana))).toBe(expected);
	});

	it('stand over the whole where they do not go together', () => {
		expect(shown(withKana('月のへや', 'るなるーむ'))).toBe('月のへや[るなるーむ]');
		expect(shown(withKana('月のへや', null))).toBe('月のへや');
	});

	it('never change what is written, whatever it is', () => {
		const words = fc.stringMatching(/^[漢字かなカナー・ A-z0-9（）]{0,40}$/);
		fc.assert(
			fc.property(words, words, (text, kana) => {
				expect(plainOf(withKana(text, kana))).toBe(text);
			})
		);
	});

	it('are found in good time in a name made to be slow', () => {
		const text = '山の'.repeat(50);
		expect(plainOf(withKana(text, `${'の'.repeat(199)}や`))).toBe(text);
	});
});
