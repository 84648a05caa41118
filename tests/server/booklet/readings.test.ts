import { describe, expect, it, test } from 'vitest';
import { plainOf, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import { withFurigana } from '#lib/domain/booklet/collected/kana/furigana.ts';
import { collect } from '#lib/server/booklet/collecting/collect.ts';
import { withReadings } from '#lib/server/booklet/collecting/readings.ts';
import * as editions from '#lib/server/editions/index.ts';
import { tokensOf } from '#lib/server/search/kana-reading.ts';
import { anyBooklet, anyEntry } from '../../support/booklet.ts';
import { copy, sample } from '../../support/seeds.ts';

const shown = (ruby: Ruby) =>
	ruby.map(({ text, kana }) => (kana ? `${text}[${kana}]` : text)).join('');
const known = new Map([
	['さくら市', 'さくらし'],
	['就労・しごと', 'しゅうろう・しごと'],
	['本人', 'ほんにん']
]);
const said = (text: string, onlyKnown = false) =>
	shown(withFurigana(text, { known, tokensOf, onlyKnown }));

describe('Kana over a text', () => {
	test.each([
		['本を読んだり、お茶を飲んだり。', '本を読[よ]んだり、お茶[ちゃ]を飲[の]んだり。'],
		['さくら市の公民館', 'さくら市[し]の公民館[こうみんかん]'],
		['就労・しごと', '就労[しゅうろう]・しごと'],
		['外国人と本人', '外国[がいこく]人と本人[ほんにん]'],
		['毎月第2・第4土曜', '毎月[まいつき]第[だい]2・第[だい]4土曜[どよう]'],
		['', ''],
		['HALO', 'HALO']
	])('%s', (text, expected) => {
		expect(said(text)).toBe(expected);
	});

	test.each([
		['3月1日 10時〜16時30分', '3月[がつ]1日[ついたち] 10時[じ]〜16時[じ]30分[ぷん]'],
		['2日・20日・25日', '2日[ふつか]・20日[はつか]・25日[にち]'],
		['一人でも、二人でも、5人でも', '一人[ひとり]でも、二人[ふたり]でも、5人[にん]でも'],
		['歩いて7分、バスで8分', '歩[ある]いて7分[ふん]、バスで8分[ぷん]']
	])('goes with the number: %s', (text, expected) => {
		expect(said(text)).toBe(expected);
	});

	test.each([
		...[
			'この方が開く',
			'空いている家',
			'辛い',
			'行った',
			'一日',
			'毎週月・水',
			'何',
			'今日',
			'3階'
		],
		...['山田さん', '𠮷', '居る', '1日']
	])('is left out where %s may be said in two ways', (text) => {
		expect(said(text).replace(/毎週\[まいしゅう\]/, '毎週')).toBe(text);
	});

	it('is only what is known in what is made of names', () => {
		expect(said('さくら市本町二丁目3-5 文具店あと', true)).toBe(
			'さくら市[し]本町二丁目3-5 文具店あと'
		);
	});
});

describe('The booklet with kana', () => {
	it('keeps every word, and the kana that is stored over names', () => {
		const db = copy(sample);
		const { id } = editions.find(db, { region: 'sakura', year: 2026 })!;
		const { booklet } = collect(db, id, { channel: 'web', origin: 'https://example.jp' });
		const read = withReadings(booklet);
		const plain = (value: unknown): unknown =>
			JSON.parse(
				JSON.stringify(value, (key, part: unknown) =>
					key !== 'name' &&
					Array.isArray(part) &&
					typeof (part as { text?: unknown }[])[0]?.text === 'string'
						? plainOf(part as Ruby)
						: part
				)
			);
		const { rubies, ...others } = read;
		expect(plain(others)).toEqual(plain(booklet));
		expect(others.chapters.map(({ entries }) => entries.map(({ name }) => name))).toEqual(
			booklet.chapters.map(({ entries }) => entries.map(({ name }) => name))
		);
		for (const [text, ruby] of Object.entries(rubies!)) expect(plainOf(ruby)).toBe(text);
		expect(shown(rubies!['予約不要']!)).toBe('予約不要[よやくふよう]');
		expect(shown(rubies!['安心していたい']!)).toBe('安心[あんしん]していたい');
		expect(JSON.stringify(withReadings(booklet))).toBe(JSON.stringify(read));
	});

	it('says nothing where nothing is certain', () => {
		const booklet = anyBooklet(0, {
			chapters: [
				{
					...{ code: '', label: [{ text: '場所' }], symbol: 'place', place: 0, map: null },
					entries: [anyEntry(1, { text: [{ text: '方' }], when: [], firstVisit: [] })]
				}
			]
		});
		expect(withReadings(booklet).chapters[0]!.entries[0]!.text).toEqual([{ text: '方' }]);
	});
});
