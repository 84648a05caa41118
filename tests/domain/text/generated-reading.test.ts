import { describe, expect, it } from 'vitest';
import { asInDictionaries, madeReadings, readingFrom } from '#lib/domain/text/generated-reading.ts';

const aloud = (text: string) => `<${text}>`;
const named = (name: string, kana: string | null = null) => ({ name, kana });

describe('Readings are made', () => {
	it.each([
		['for a name with kanji', named('月の部屋'), null, { name: '<月の部屋>', organization: null }],
		['not beside stored kana', named('月の部屋', 'つきのへや'), null, null],
		['not for a name without kanji', named('ひだまりカフェ'), null, null],
		[
			'for an organization alone',
			named('月の部屋', 'つきのへや'),
			named('見本会'),
			{ name: null, organization: '<見本会>' }
		],
		['not beside the kana of an organization', named('ABC'), named('見本会', 'みほんかい'), null]
	])('%s', (_, resource, organization, made) => {
		expect(madeReadings({ ...resource, organization }, aloud)).toEqual(made);
	});

	it('not when nothing can be said', () => {
		expect(madeReadings({ ...named('社会福祉法人'), organization: null }, () => '')).toBeNull();
	});
});

it.each([
	['社会福祉法人　髙﨑会', '高崎会'],
	['ＮＰＯ法人 ｻｸﾗの家', 'サクラの家'],
	['（福）見本会', '見本会']
])('%s is looked up as %s', (name, spelt) => {
	expect(asInDictionaries(name)).toBe(spelt);
});

it('a reading is in hiragana, and keeps what the dictionary does not know', () => {
	const words = [
		{ surface: '居場所', reading: 'イバショ' },
		{ surface: '慈', reading: '*' },
		{ surface: 'セヌター' },
		{ surface: '2' }
	];
	expect(readingFrom(words)).toBe('いばしょ慈せぬたー2');
});
