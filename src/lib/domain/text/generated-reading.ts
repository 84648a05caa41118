import { withoutLegalForms } from './normalise.ts';
import { variants } from './variants.ts';

/** Says a text in hiragana, as well as a dictionary knows. */
export type ReadingOf = (text: string) => string;

/** A word as a dictionary of Japanese knows it; `reading` is katakana, or something else for an unknown one. */
export type Word = { surface: string; reading?: string };

/** The same with what IPADIC says of it. */
export type Token = Word & {
	partOfSpeech?: string;
	partOfSpeechSubcategory1?: string;
	baseForm?: string;
};

/** Readings of one revision that nobody has stored; null where one is stored or none is needed. */
export type MadeReadings = { name: string | null; organization: string | null };

type Named = {
	name: string;
	kana: string | null;
	organization: { name: string; kana: string | null } | null;
};

/** Null when every name has its kana or has no kanji. */
export function madeReadings(
	{ name, kana, organization }: Named,
	readingOf: ReadingOf
): MadeReadings | null {
	const missing = (text: string, stored: string | null) =>
		!stored && /\p{Script=Han}/u.test(text) ? readingOf(text) || null : null;
	const made = {
		name: missing(name, kana),
		organization: organization && missing(organization.name, organization.kana)
	};
	return made.name || made.organization ? made : null;
}

/** A name as dictionaries spell it: the usual form of each kanji, no 社会福祉法人. */
export const asInDictionaries = (name: string): string =>
	withoutLegalForms(name.normalize('NFKC'))
		.replace(/\p{Script=Han}/gu, (kanji) => variants.get(kanji) ?? kanji)
		.trim();

/** What no dictionary knows stays as it is. */
export const readingFrom = (words: readonly Word[]): string =>
	words
		.map(({ surface, reading }) =>
			reading !== undefined && /^[ァ-ヶー]+$/u.test(reading) ? reading : surface
		)
		.join('')
		.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
