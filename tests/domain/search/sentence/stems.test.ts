import { describe, expect, it } from 'vitest';
import { dictionaryOf, keyOf } from '#lib/domain/search/sentence/speech.ts';
import { stemsOf } from '#lib/domain/search/sentence/stems.ts';

const dictionary = dictionaryOf({
	spellings: [
		['こわ', '怖'],
		['しやべ', '話']
	],
	stems: ['電話', '予約', '部屋', '息子', '仕事', '家族会', 'げえむ']
});
const cut = (query: string) => stemsOf(query, dictionary).map(keyOf);

describe('A sentence', () => {
	it.each([
		['ゲームがしたい', ['げえむ']],
		['電話が怖い', ['電話', '怖']],
		['電話がどうしてもこわいんです', ['電話', '怖']],
		['電話したくない', ['!電話']],
		['電話　なし', ['!電話']],
		['予約しないで行ける所', ['!予約', '行']],
		['話さなくていい', ['!話']],
		['話せない', ['!話']],
		['しゃべれない', ['!話']],
		['息子が部屋から出てこない', ['息子', '部屋', '!出']],
		['お仕事の話', ['仕事', '話']],
		['高崎の家族会', ['高崎', '家族会']]
	])('is cut into what carries its meaning: %s', (query, stems) => {
		expect(cut(query)).toEqual(stems);
	});

	it.each([
		['話さへん', ['!話']],
		['話さんでもええ', ['!話']],
		['話さんといて', ['!話']],
		['話せねえ', ['!話']],
		['話したないねん', ['!話']],
		['話せぬ', ['!話']],
		['話すことができない', ['!話']],
		['予約できひん', ['!予約']],
		['予約抜きで', ['!予約']],
		['しゃべれず', ['!話']]
	])('is denied in dialects and in short too: %s', (query, stems) => {
		expect(cut(query)).toEqual(stems);
	});

	it.each([
		'ゲームしたいねん',
		'ゲームをしませんか',
		'ゲームどっかにないかな',
		'ゲームしたいばってん',
		'ゲームどないしたらええ',
		'ゲームやりたいねえ',
		'ゲームを希望しております',
		'ゲームができると助かります',
		'ゲームしたすぎる'
	])('is not denied by how it is asked: %s', (query) => {
		expect(cut(query)).toEqual(['げえむ']);
	});

	it('does not take さん behind somebody for a denial', () => {
		expect(cut('息子さんの電話')).toEqual(['息子', '電話']);
	});

	it('is denied only up to the noun that the denial belongs to', () => {
		expect(cut('予約がいる人がいない')).toEqual(['予約']);
	});

	it('says where each stem stands, endings included', () => {
		const query = '電話が 怖い';
		expect(stemsOf(query, dictionary).map(({ start, end }) => query.slice(start, end))).toEqual([
			'電話が',
			'怖い'
		]);
	});

	it('is cut the same where the platform has no segmenter, or another one', () => {
		const own = Intl.Segmenter;
		const queries = ['息子が部屋から出てこない', '電話がこわい', '夜 オンライン'];
		const before = queries.map(cut);
		try {
			Object.defineProperty(Intl, 'Segmenter', { value: undefined, configurable: true });
			expect(queries.map(cut)).toEqual(before);
		} finally {
			Object.defineProperty(Intl, 'Segmenter', { value: own, configurable: true, writable: true });
		}
	});

	it.each(['', '　', '!?「」', '🌸', 'の'.repeat(300), '\u0000', 'a'.repeat(5000)])(
		'of anything is cut without an error',
		(query) => {
			expect(Array.isArray(cut(query))).toBe(true);
		}
	);
});
