import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainOf, rubyOf, withKana, type Ruby } from '#lib/domain/reader/profile/ruby.ts';

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
		['サクラ', 'さくら', 'サクラ'],
		[
			'見本県立さくら病院 児童・思春期外来',
			'みほんけんりつさくらびょういん じどうししゅんきがいらい',
			'見本県立[みほんけんりつ]さくら病院[びょういん] 児童・思春期外来[じどうししゅんきがいらい]'
		],
		[
			'病院 児童・思春期外来',
			'びょういん じどう・ししゅんきがいらい',
			'病院[びょういん] 児童[じどう]・思春期外来[ししゅんきがいらい]'
		],
		['森の野原の会', 'もりののはらのかい', '森の野原[もりののはら]の会[かい]'],
		['木の実の会', 'きのみのかい', '木[き]の実[み]の会[かい]'],
		['切手の会', 'きってのかい', '切手[きって]の会[かい]']
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
