import type { Field } from './index/document.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { isKana, kanaOfRomaji, soundOf, withOtherVowels } from '#lib/domain/text/reading.ts';

/** Why a document was found although the word is not in it as typed; a reading that was made is not named. */
export type Reason =
	| { by: 'reading'; kana: string | null }
	| { by: 'synonym'; word: string }
	| { by: 'term'; word: string }
	/** It was asked for, and is not there: nobody has said, somebody has said no, or it is not what the place is named for. */
	| { by: 'missing'; word: string; how: 'unknown' | 'no' | 'unnamed' };

/** One way to look for a term: a text in fields, or codes of which one is enough. */
export type Alternative = {
	text: string | null;
	fields: readonly Field[];
	codes: readonly string[];
	factor: number;
	reason: Reason | null;
};

export type Term = {
	word: string;
	text: string;
	alternatives: Alternative[];
	/** Only of what a sentence asked for: what it is called where a place does not have it. */
	asked?: { name: string; facet: string; no: readonly string[]; isOpen: boolean };
};

const maxLetters = 100;
const maxTerms = 8;
const maxAlternatives = 16;
const written: readonly Field[] = ['n', 't', 'd'];
const factors = { reading: 0.95, romaji: 0.9, synonym: 0.8, term: 0.9 };
const notShort = 3;
const longWord = 4;

/** The words of a query, at most eight of the first hundred letters. */
export function wordsOf(query: string): string[] {
	const words = [...query.slice(0, 2 * maxLetters).toWellFormed()]
		.slice(0, maxLetters)
		.join('')
		.normalize('NFKC')
		.split(/[\s、,]+/u);
	const known = new Map(words.map((word) => [normalise(word), word]));
	known.delete('');
	return [...known.values()].slice(0, maxTerms);
}

export function termsOf(query: string, lexicon: Lexicon): Term[] {
	return wordsOf(query).map((word) => termOf(word, lexicon));
}

export function termOf(word: string, lexicon: Lexicon): Term {
	const text = normalise(word);
	const alternatives: Alternative[] = [
		{ text, fields: written, codes: [], factor: 1, reason: null }
	];
	const meanings = [...(lexicon.words.get(text) ?? [])];
	const isTyped = isKana(text);
	for (const spelt of isTyped ? [word] : isAbbreviation(word) ? [] : kanaOfRomaji(word)) {
		const kana = normalise(spelt);
		const factor = isTyped ? factors.reading : factors.romaji;
		const sound = soundOf(kana);
		const reason: Reason = { by: 'reading', kana: spelt };
		if (!isTyped) alternatives.push({ text: kana, fields: written, codes: [], factor, reason });
		const texts = [kana];
		if (sound.length >= notShort) texts.push(normalise(withOtherVowels(spelt)));
		if (isLoose(spelt, sound)) texts.push(sound);
		for (const one of texts) {
			alternatives.push({ text: one, fields: ['r'], codes: [], factor, reason });
		}
		meanings.push(...(lexicon.sounds.get(sound) ?? []));
	}
	alternatives.push(...meanings.flatMap(alternativesOf));
	return { word, text, alternatives: distinct(alternatives).slice(0, maxAlternatives) };
}

/** LINE and NPO are no kana. */
const isAbbreviation = (word: string) => /^[A-ZＡ-Ｚ]{2,5}$/u.test(word);

/** Who types ー in a short word means it: ズーム is not リズム. In a long one it may be missing. */
const isLoose = (spelt: string, sound: string) =>
	sound.length >= longWord || !/ー(?!$)/u.test(spelt.normalize('NFKC'));

function alternativesOf(meaning: Meaning): Alternative[] {
	const { word, text, codes, weight } = meaning;
	const found: Alternative[] = [];
	if (text !== null) {
		const reason: Reason = { by: 'synonym', word };
		const factor = weight * factors.synonym;
		found.push({ text, fields: written, codes: [], factor, reason });
		if (isKana(text)) {
			found.push({ text: soundOf(text), fields: ['r'], codes: [], factor, reason });
		}
	}
	if (codes.length > 0) {
		const reason: Reason = { by: 'term', word };
		found.push({ text: null, fields: [], codes, factor: weight * factors.term, reason });
	}
	return found;
}

/** Nearest first, each way once. */
function distinct(alternatives: Alternative[]): Alternative[] {
	const seen = new Set<string>();
	return alternatives
		.toSorted((a, b) => b.factor - a.factor)
		.filter(({ text, fields, codes }) => {
			const way = `${text} ${fields.join('')} ${codes[0]}`;
			return !seen.has(way) && seen.add(way);
		});
}

const before = /[のなで]$/u;
const after = /^[のにではがをとへ]/u;

/** A long word cut at the words that are known inside it: 「高崎の家族会」 → 高崎・家族会. Null when none is. */
export function cut(term: Term, lexicon: Lexicon): Term[] | null {
	const pieces: string[] = [];
	let rest = '';
	for (let at = 0; at < term.text.length;) {
		const known = longestKnown(term.text, at, lexicon);
		if (known === 0) {
			rest += term.text[at++];
			continue;
		}
		pieces.push(between(rest, pieces.length > 0, true), term.text.slice(at, at + known));
		rest = '';
		at += known;
	}
	pieces.push(between(rest, pieces.length > 0, false));
	const words = pieces.filter(Boolean);
	// A single letter left over is a slip rather than a word.
	if (words.some((word) => word.length < 2) || words.length === 0 || words[0] === term.text) {
		return null;
	}
	return words.slice(0, maxTerms).map((word) => termOf(word, lexicon));
}

/** Without the particle that ties it to the known word before or after it. */
function between(rest: string, isAfter: boolean, isBefore: boolean): string {
	const bare = isAfter ? rest.replace(after, '') : rest;
	return isBefore ? bare.replace(before, '') : bare;
}

function longestKnown(text: string, at: number, { words, longest }: Lexicon): number {
	for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
		const part = text.slice(at, at + length);
		// Two kana are a word in too many places.
		if (words.has(part) && (length > 2 || !isKana(part))) return length;
	}
	return 0;
}
