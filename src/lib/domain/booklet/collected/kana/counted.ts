/** Said the same after every number. */
const steady: Record<string, string> = {
	...{ 時: 'じ', 円: 'えん', 歳: 'さい', 年: 'ねん', 月: 'がつ', 回: 'かい', 度: 'ど', 割: 'わり' },
	...{
		番: 'ばん',
		番地: 'ばんち',
		丁目: 'ちょうめ',
		号: 'ごう',
		名: 'めい',
		枚: 'まい',
		件: 'けん'
	},
	...{ 週: 'しゅう', 週間: 'しゅうかん', 時間: 'じかん', 年間: 'ねんかん' }
};

/** Said as one word with its number. */
const together: Record<string, Record<number, string>> = {
	人: { 1: 'ひとり', 2: 'ふたり' },
	日: {
		...{ 2: 'ふつか', 3: 'みっか', 4: 'よっか', 5: 'いつか', 6: 'むいか', 7: 'なのか' },
		...{ 8: 'ようか', 9: 'ここのか', 10: 'とおか', 14: 'じゅうよっか', 20: 'はつか' },
		...{ 24: 'にじゅうよっか' }
	}
};

export type Counted = { over: 'both' | 'unit'; kana: string };

/**
 * How a unit is said after its number; null where that is not certain. `isDate`: a month stands before it, since
 * 一日 is the first of it then.
 */
export function countedReading(number: string, unit: string, isDate: boolean): Counted | null {
	const value = valueOf(number);
	const word = together[unit]?.[value];
	if (word !== undefined) return { over: 'both', kana: word };
	const kana = steady[unit] ?? changing(value, unit);
	if (kana !== null) return { over: 'unit', kana };
	return unit === '日' && value === 1 && isDate ? { over: 'both', kana: 'ついたち' } : null;
}

/** What the last digit decides. */
function changing(value: number, unit: string): string | null {
	if (Number.isNaN(value)) return null;
	const last = value % 10;
	switch (unit) {
		case '人':
			return 'にん';
		case '日':
			return value === 1 ? null : 'にち';
		case '分':
			return [1, 3, 4, 6, 8, 0].includes(last) ? 'ぷん' : 'ふん';
		case '階':
			return last === 3 ? null : 'かい';
		default:
			return null;
	}
}

const digits = '〇一二三四五六七八九';

/** NaN of what is no whole number; of kanji one digit and 十 alone. */
function valueOf(number: string): number {
	if (number === '十') return 10;
	const one = digits.indexOf(number);
	return one >= 0 ? one : Number(number.normalize('NFKC'));
}
