import { describe, expect, it } from 'vitest';
import { packSpeech, unpackSpeech } from '#lib/domain/reader/offline/packed-speech.ts';
import { evidence } from '#lib/domain/search/sentence/model.ts';
import type { Sayings } from '#lib/domain/search/sentence/meaning.ts';
import { keyOf, speechOf } from '#lib/domain/search/sentence/speech.ts';
import { stemsOf } from '#lib/domain/search/sentence/stems.ts';
import { lexicon, vocabularies } from '../../../support/lexicon.ts';

const sayings: Sayings = {
	classes: { 子: ['息子', '娘'] },
	spellings: [['怖', 'こわ']],
	readings: ['電話 でんわ'],
	sayings: [
		{ says: ['電話が怖い', '電話で話せない', '電話口 で固まる'], means: { ease: ['no-phone'] } },
		{ says: ['人前で話せない', '声が出ない'], means: { ease: ['no-talking'] } },
		{ says: ['{子}が部屋から出ない', '{子}が話さない'], means: { need: ['family-trouble'] } },
		{ says: ['ギター', '楽器'], means: { need: ['enjoy'] }, words: ['音楽'] }
	]
};
const speech = speechOf(sayings, { vocabularies, synonyms: [] });

const surest = (...keys: string[]) => evidence(keys, speech.model)[0]?.code;

describe('What is learned from sayings', () => {
	it('understands a sentence that nobody wrote by the stems it shares with them', () => {
		expect(surest('電話', '!出')).toBe('ease=no-phone');
		expect(surest('電話口', '黙')).toBe('ease=no-phone');
	});

	it('knows every stem of a class by what is said of one', () => {
		expect(surest('娘')).toBe('need=family-trouble');
	});

	it('keeps a denial apart from what is denied', () => {
		expect(surest('!話')).not.toBe(surest('話'));
	});

	it('tells the words that fitting places may have', () => {
		expect(evidence(['楽器'], speech.model).map(({ code }) => code)).toContain('text=音楽');
	});

	it('is surer of what more stems say', () => {
		const [one] = evidence(['電話'], speech.model);
		const [two] = evidence(['電話', '怖'], speech.model);
		expect(two!.code).toBe(one!.code);
		expect(two!.sureness).toBeGreaterThan(one!.sureness);
	});

	it('is the same on a device as on the server', () => {
		const sent = JSON.parse(JSON.stringify(packSpeech(speech))) as ReturnType<typeof packSpeech>;
		expect(sorted(unpackSpeech(sent))).toEqual(sorted(speech));
	});
});

const sorted = ({ model, ...pairs }: typeof speech) => ({
	...pairs,
	codes: model.codes,
	features: [...model.features].sort(([a], [b]) => (a < b ? -1 : 1)),
	classes: [...model.classes].sort(([a], [b]) => (a < b ? -1 : 1))
});

describe('A query without kanji', () => {
	const known = lexicon();
	const cut = (query: string) => stemsOf(query, known.kana).map(keyOf);

	it('is read by the sounds of the stems', () => {
		expect(cut('でんわをかけるのがこわいです')).toEqual(expect.arrayContaining(['電話', '怖']));
		expect(cut('むすめとくちをきかない')).toContain('娘');
	});
});
