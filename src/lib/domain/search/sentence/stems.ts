import { fold } from '#lib/domain/text/normalise.ts';
import { fillerNouns, functionWords, longestFunctionWord, negations } from './function-words.ts';

/** A word that carries weight, as it stands in a query. */
export type Stem = {
	/** What is compared: without endings, one spelling for all. */
	stem: string;
	/** Followed by a negation: 電話したくない, 予約なし. */
	isNot: boolean;
	/** Folded, without endings, as typed. */
	text: string;
	/** It ends in ー, which is folded away. */
	isLong: boolean;
	/** Known to the dictionary; another word is only guessed at. */
	isKnown: boolean;
	/** Place in the query, in code units, endings included. */
	start: number;
	end: number;
};

/** Words that are known to be one, in folded form, and the stem by which each is compared. */
export type Dictionary = {
	stems: ReadonlyMap<string, string>;
	/** Letters of the longest word, by its first. */
	longest: ReadonlyMap<string, number>;
};

const longestTown = 8;

type Kind = 'han' | 'kana' | 'katakana' | 'latin' | 'digit' | 'other';

function kindOf(letter: string): Kind {
	if (/[\p{Script=Han}々〆]/u.test(letter)) return 'han';
	if (/[ぁ-ゖゝゞ]/u.test(letter)) return 'kana';
	if (/[ァ-ヺーｦ-ﾟ]/u.test(letter)) return 'katakana';
	if (/[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]/u.test(letter)) return 'latin';
	return /\p{Nd}/u.test(letter) ? 'digit' : 'other';
}

type Part = { from: number; to: number; kind: 'known' | 'unknown' | 'function' | 'not' | 'tail' };

/**
 * Costs of the cheapest way through a text (Viterbi): a known word is cheaper than letters nobody
 * knows, a long one than two short ones. Chosen so that `tests/domain/search/sentence` holds.
 */
const cost = {
	known: 4,
	shortKana: 7,
	/** Before a particle or at an end: おやが. */
	shortKanaWhole: 5,
	/** One kanji of several in a row. */
	part: 9,
	function: 3,
	unknown: 5,
	ofLetter: { han: 4, kana: 3.5, katakana: 0.5, latin: 0.5, digit: 0.5, other: 1 },
	ending: 2,
	tail: 5.5
} satisfies Record<string, number | Record<Kind, number>>;

/**
 * Cuts a query into the stems that carry its meaning. The same in every browser: only the
 * dictionary, the kinds of letters and the endings decide, no segmenter of the platform. `isTown`: the
 * name of a town that has something, folded.
 */
export function stemsOf(
	query: string,
	dictionary: Dictionary,
	isTown: (word: string) => boolean = () => false
): Stem[] {
	const original = query.slice(0, 200);
	const { text, starts } = fold(original);
	if (!text) return [];
	const letters = starts.map((start) => kindOf(original[start]!));
	// What stood between two letters was a space or a sign.
	const parted = starts.map(
		(start, at) => at > 0 && /[\s、,。・･／/|]/u.test(original.slice(starts[at - 1]! + 1, start))
	);
	// ギター alone is ギタ as it is compared; before a particle it is that too.
	const isLong = (from: number, to: number) =>
		to - from > 1 &&
		letters[to] !== 'katakana' &&
		/[ーｰ]$/u.test(original.slice(starts[to - 1], starts[to]).trimEnd());
	const wordAt = (from: number, to: number) => {
		const isVowel = isLong(from, to) && /[ーｰ]/u.test(original[starts[to - 1]!]!);
		return text.slice(from, isVowel ? to - 1 : to);
	};
	const parts = cheapest(text, letters, parted, wordAt, dictionary, isTown);
	const stems: Stem[] = [];
	/** A filler stands between the last stem and what follows. */
	let isApart = false;
	for (const { from, to, kind } of parts) {
		const last = stems.at(-1);
		const end = starts[to] ?? original.length;
		if (kind === 'known' || kind === 'unknown') {
			isApart = false;
			const word = wordAt(from, to);
			const stem = dictionary.stems.get(word) ?? word;
			stems.push({
				stem,
				isNot: false,
				text: word,
				isLong: isLong(from, to),
				isKnown: kind === 'known',
				start: starts[from]!,
				end
			});
		} else if (last) {
			last.end = end;
			if (kind === 'function' && fillerNouns.has(text.slice(from, to))) isApart = true;
			if (kind === 'not' && !isApart) last.isNot = true;
		}
	}
	return stems.map((one) => ({
		...one,
		end: one.start + original.slice(one.start, one.end).trimEnd().length
	}));
}

/** After which letters a word denies that is something else after others. */
const denying = new Map<string, RegExp>([
	// わからん denies; あるん, 行くん ask.
	['ん', /[^うくすつぬむるぐぶい]/u],
	// 話さん denies, 母さん does not.
	['さん', /[話出返貸消直探押許渡]/u],
	// 行けねえ denies, 行きたいねえ does not.
	['ねえ', /[^いだよすたんのか]/u],
	// 話せぬ denies, 死ぬ does not.
	['ぬ', /[あかさたなまらわがばせけれめえ]/u]
]);

const denies = (word: string, letter: string) =>
	negations.has(word) && (denying.get(word)?.test(letter) ?? true);

const particles = new Set('がのをにはとでもへ');

type Step = { total: number; from: number; part: Part | null };

function cheapest(
	text: string,
	letters: readonly Kind[],
	parted: readonly boolean[],
	wordAt: (from: number, to: number) => string,
	{ stems, longest }: Dictionary,
	isTown: (word: string) => boolean
): Part[] {
	const steps: Step[] = [{ total: 0, from: 0, part: null }];
	const offer = (part: Part, price: number) => {
		const total = steps[part.from]!.total + price;
		const known = steps[part.to];
		if (!known || total < known.total) steps[part.to] = { total, from: part.from, part };
	};
	for (let at = 0; at < text.length; at++) {
		if (!steps[at]) continue;
		const before = steps[at]!.part;
		const isFree = before === null || parted[at]!;
		const ofWord = longest.get(text[at]!) ?? 0;
		const most = Math.min(text.length, at + Math.max(ofWord, longestTown) + 1);
		/** 300円 is no 0円. */
		const isAmid = letters[at] === 'digit' && letters[at - 1] === 'digit';
		for (let to = at + 1; to <= most && !(to > at + 1 && parted[to - 1]) && !isAmid; to++) {
			const word = wordAt(at, to);
			const isKnown = to - at <= ofWord + 1 && stems.has(word);
			if (!isKnown && !(to - at > 1 && isTown(word))) continue;
			const isKana = letters.slice(at, to).every((kind) => kind === 'kana');
			if (isKana && to - at < 2) continue;
			const isPart = to - at === 1 && (letters[at - 1] === 'han' || letters[to] === 'han');
			const isWhole = to === text.length || parted[to]! || particles.has(text[to]!);
			const short = isWhole ? cost.shortKanaWhole : cost.shortKana;
			const price = isKana && to - at === 2 ? short : isPart ? cost.part : cost.known;
			offer({ from: at, to, kind: 'known' }, price);
		}
		for (let to = at + 1; to <= Math.min(text.length, at + longestFunctionWord); to++) {
			const word = text.slice(at, to);
			if ((to > at + 1 && parted[to - 1]) || letters[to - 1] === 'katakana') break;
			// At the beginning of a word a particle is none.
			const isHonorific = (word === 'お' || word === 'ご') && letters[to] === 'han';
			const isNot = denies(word, text[at - 1] ?? '');
			if (!isNot && functionWords.has(word) && (!isFree || word.length > 1 || isHonorific)) {
				offer({ from: at, to, kind: 'function' }, cost.function);
			}
			if (!isNot) continue;
			// 予約 なし
			if (!isFree || (before && word.length > 1)) {
				offer({ from: at, to, kind: 'not' }, cost.function);
			}
		}
		const kind = letters[at]!;
		if (before && !isFree && kind === 'kana') {
			const isEnding = letters[at - 1] === 'han' && before.kind !== 'function';
			offer({ from: at, to: at + 1, kind: 'tail' }, isEnding ? cost.ending : cost.tail);
		}
		let price: number = cost.unknown;
		for (let to = at + 1; to <= text.length && letters[to - 1] === kind; to++) {
			if (to > at + 1 && parted[to - 1]) break;
			price += cost.ofLetter[kind];
			const isWhole = to === text.length || letters[to] !== kind || parted[to]!;
			// Kana may end anywhere, the others end with their kind of letters or where a known word begins.
			if (kind === 'kana' ? to - at > 1 : isWhole || kind === 'han') {
				offer({ from: at, to, kind: 'unknown' }, price);
			}
		}
		if (!steps[at + 1]) offer({ from: at, to: at + 1, kind: 'unknown' }, price + cost.unknown);
	}
	const parts: Part[] = [];
	for (let at = text.length; at > 0; at = steps[at]!.from) parts.unshift(steps[at]!.part!);
	return parts;
}
