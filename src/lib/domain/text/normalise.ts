import { variants } from './variants.ts';
import { vowelOf } from './vowels.ts';

/** A text as it is compared, and for each of its code units where in the original it comes from. */
export type Folded = { text: string; starts: number[] };

const legalForms =
	/(?:特定非営利活動|npo|社会福祉|社会医療|医療|一般社団|一般財団|公益社団|公益財団|社団|財団|学校|宗教|独立行政|地方独立行政|国立大学)法人|(?:株式|有限|合同|合資|合名)会社|\((?:株|有|同|福|社福|社|財|特非|特|医|学|宗|独|一社|一財|公社|公財|非営利)\)/g;
const separators = /[^\p{L}\p{N}]+/gu;
/** サーバー is サーバ, but ズーム is ずうむ. */
const longMarks = /(?<=([ぁ-ゖ])?)ー+(?=(.)|$)/gu;
const numerals = /[〇一二三四五六七八九十百]+(?=丁目|番|号|条)/g;
const addressWords = /(?<=\d)(?:丁目|番地?|号)/g;
/** 霞ヶ関, 霞が関, 霞ケ関. */
const betweenKanji = /(?<=\p{Script=Han})[けか](?=\p{Script=Han})/gu;

/** The form in which words are compared: width, case, kana, variant letters, separators and legal forms no longer matter. */
export const normalise = (text: string): string => folded(text, null);

/** Likewise, and ユーザー支援 is ユーザ支援. */
export const withoutLongMarks = (text: string): string =>
	normalise(text.normalize('NFKC').replaceAll('ー', ''));

/** 「社会福祉法人さくら会」 → 「さくら会」; of a text in NFKC. */
export const withoutLegalForms = (text: string): string =>
	text.replace(new RegExp(legalForms, 'gi'), '');

export function fold(original: string): Folded {
	const starts: number[] = [];
	return { text: folded(original, starts), starts };
}

function folded(original: string, starts: number[] | null): string {
	let text = letters(original, starts);
	if (/[法会(]/.test(text)) text = replace(text, starts, legalForms, () => '');
	text = replace(text, starts, separators, () => '');
	if (text.includes('ー')) {
		text = replace(text, starts, longMarks, (_, before, after) =>
			before && after ? vowelOf(before) : ''
		);
	}
	if (/[番号条]|丁目/.test(text)) {
		text = replace(text, starts, numerals, (digits) => String(numberOfKanji(digits)));
		text = replace(text, starts, addressWords, () => '');
	}
	return /[けか]/.test(text) ? replace(text, starts, betweenKanji, () => 'が') : text;
}

function letters(original: string, starts: number[] | null): string {
	let text = '';
	for (let at = 0; at < original.length;) {
		const end = clusterEnd(original, at);
		const cluster = original.slice(at, end);
		const letter = isRepetition(cluster) ? repeated(cluster, text) : foldedCluster(cluster);
		text += letter;
		if (starts) for (let i = 0; i < letter.length; i++) starts.push(at);
		at = end;
	}
	return text;
}

/** A letter and the marks that stand on it. */
function clusterEnd(text: string, at: number): number {
	let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
	while (end < text.length) {
		const next = text.codePointAt(end)!;
		if (next < 0x300 || !isMark(next)) break;
		end += next > 0xffff ? 2 : 1;
	}
	return end;
}

/** 1 for no, 2 for yes, 0 while nobody has asked: a question for every letter of every text. */
const marks = new Uint8Array(0x10000);

function isMark(point: number): boolean {
	if (point > 0xffff) return /\p{M}/u.test(String.fromCodePoint(point));
	const known = (marks[point] ||= /[\p{M}ﾞﾟ]/u.test(String.fromCharCode(point)) ? 2 : 1);
	return known === 2;
}

const table = new Map<string, string>();
const small = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const large = 'あいうえおつやゆよわかけ';

function foldedCluster(cluster: string): string {
	const known = table.get(cluster);
	if (known !== undefined) return known;
	// Ideographs are most of what is new; to them nothing else applies.
	const isIdeograph = cluster.length === 1 && cluster >= '\u4e00' && cluster <= '\u9fff';
	const letter = isIdeograph ? (variants.get(cluster) ?? cluster) : foldedSlowly(cluster);
	if (cluster.length === 1) table.set(cluster, letter);
	return letter;
}

const foldedSlowly = (cluster: string): string =>
	cluster
		.toWellFormed()
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\u00c0-\u024f\u1e00-\u1eff]\p{M}*/gu, (latin) => latin.normalize('NFD'))
		.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
		.replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (kana) => large[small.indexOf(kana)]!)
		.replace(/\p{M}/gu, '')
		.replace(/\p{Script=Han}/gu, (kanji) => variants.get(kanji) ?? kanji);

const isRepetition = (cluster: string) => '々〻ゝゞヽヾ'.includes(cluster[0]!);

function repeated(mark: string, before: string): string {
	const last = [...before.slice(-2)].at(-1) ?? '';
	return /^[ゞヾ]/.test(mark) ? `${last}\u3099`.normalize('NFC').replace('\u3099', '') : last;
}

function replace(
	text: string,
	starts: number[] | null,
	pattern: RegExp,
	by: (match: string, first?: string, second?: string) => string
): string {
	if (!starts) return text.replace(pattern, by);
	const kept: number[] = [];
	let result = '';
	let from = 0;
	for (const { 0: match, 1: first, 2: second, index } of text.matchAll(pattern)) {
		const other = by(match, first, second);
		result += text.slice(from, index) + other;
		for (let at = from; at < index; at++) kept.push(starts[at]!);
		for (let i = 0; i < other.length; i++) kept.push(starts[index]!);
		from = index + match.length;
	}
	for (let at = from; at < text.length; at++) kept.push(starts[at]!);
	starts.length = 0;
	for (const start of kept) starts.push(start);
	return result + text.slice(from);
}

/** 二十三 and 二三 are 23. */
export function numberOfKanji(kanji: string): number {
	let total = 0;
	let digits = '';
	for (const letter of kanji) {
		const unit = letter === '十' ? 10 : letter === '百' ? 100 : 0;
		if (unit > 0) {
			total += Number(digits || '1') * unit;
			digits = '';
		} else {
			digits += '〇一二三四五六七八九'.indexOf(letter);
		}
	}
	return total + Number(digits || '0');
}
