import { describe, expect, it } from 'vitest';
import { explain, rangesOf } from '#lib/domain/search/explanation.ts';
import { parted, reasonWords } from '#lib/domain/search/words.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { termsOf } from '#lib/domain/search/query.ts';
import { lexicon } from '../../support/lexicon.ts';

const known = lexicon();
const place = {
	name: '髙﨑 ﾋﾀﾞﾏﾘの家',
	kana: 'たかさき ひだまりのいえ',
	reading: null,
	plainName: null,
	organization: '社会福祉法人見本会',
	place: '高崎市',
	summary: '家族の話を聴きます。',
	description: `${'あ'.repeat(60)}本を読んだり、お茶を飲んだり。`,
	activities: null,
	codes: ['category=family']
};
const said = (query: string) => {
	const { reasons, marks, passage } = explain(termsOf(query, known), place);
	const words = (text: string, ranges: { start: number; end: number }[]) =>
		parted(text, ranges)
			.filter(({ isMarked }) => isMarked)
			.map(({ words }) => words);
	return {
		why: reasons.map(reasonWords),
		name: words(place.name, marks.name),
		kana: words(place.kana, marks.kana),
		summary: words(place.summary, marks.summary),
		passage: passage && words(passage.text, passage.marks)
	};
};
const nothing = { why: [], name: [], kana: [], summary: [], passage: null };

describe('A hit', () => {
	it('shows where the words stand, however they are written', () => {
		expect(said('高崎')).toEqual({ ...nothing, name: ['髙﨑'] });
		expect(said('ひだまり')).toEqual({ ...nothing, name: ['ﾋﾀﾞﾏﾘ'], kana: ['ひだまり'] });
		expect(said('家族 ヒダマリ')).toMatchObject({ summary: ['家族'], name: ['ﾋﾀﾞﾏﾘ'] });
	});

	it('says the reading by which it was found', () => {
		expect(said('ひだまりのいえ')).toMatchObject({
			why: ['読み「ひだまりのいえ」で見つかりました'],
			kana: ['ひだまりのいえ']
		});
	});

	it('says so of a short word with a long vowel, too', () => {
		const found = explain(termsOf('ズーム', known), { ...place, kana: 'ずーむかいぎしつ' });
		expect(found.reasons).toContainEqual({ by: 'reading', kana: 'ズーム' });
	});

	it('does not tell a reading that was made', () => {
		const guessed = { ...place, name: '会議室', kana: null, reading: 'かいぎしつ' };
		const { reasons } = explain(termsOf('かいぎ', known), guessed);
		expect(reasons).toEqual([{ by: 'reading', kana: null }]);
	});

	it('says which other word it carries', () => {
		expect(said('親の会').why).toEqual(['「家族会」にあてはまるところです']);
	});

	it('shows a part of a longer text when the words stand nowhere else', () => {
		expect(said('お茶')).toMatchObject({ why: [], passage: ['お茶'] });
	});
});

it('marks exactly the letters that were asked for', () => {
	const text = '（福）見本会・みほんかい「見本会」';
	const ranges = rangesOf(text, normalise('見本会'));
	expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['見本会', '見本会']);
});
