import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import type { Divergence } from '#lib/domain/editing/reconcile.ts';
import { forbiddenLetter, tidy } from '#lib/domain/input/letters.ts';

/** What an edition says beside its entries; null where nothing is said. */
export type EditionWords = {
	foreword: string | null;
	imprint: string | null;
	/** What others may do with its words and data (利用条件): 「CC BY 4.0」. */
	licence: string | null;
	/** The sentence a funder requires. */
	funding: string | null;
	cover: string | null;
	/** `#rrggbb`. */
	colour: string | null;
};

export const wordFields = {
	cover: { title: '表紙のことば', most: 200 },
	foreword: { title: 'はじめのことば', most: 4000 },
	imprint: { title: '奥付（発行者・連絡先・発行の日）', most: 1000 },
	licence: { title: '利用条件（転載・複製・データの二次利用）', most: 300 },
	funding: { title: '助成の文', most: 500 }
} as const;
type WordField = keyof typeof wordFields;

/** As it stands in the form. */
export type EditionWordsTyped = Record<keyof EditionWords, string>;

export const wordNames = ['cover', 'foreword', 'imprint', 'licence', 'funding', 'colour'] as const;
const titleOf = (name: keyof EditionWords) => (name === 'colour' ? '色' : wordFields[name].title);

const byName = <T>(of: (name: keyof EditionWords) => T): Record<keyof EditionWords, T> =>
	Object.fromEntries(wordNames.map((name) => [name, of(name)])) as Record<keyof EditionWords, T>;

export const typedIn = (form: SentForm): EditionWordsTyped => byName((name) => textOf(form, name));

export const typedOf = (words: EditionWords): EditionWordsTyped =>
	byName((name) => words[name] ?? '');

type Versions = { base: EditionWords; mine: EditionWords; theirs: EditionWords };

/** Where what I typed and what somebody saved meanwhile differ. */
export const wordDivergences = ({ base, mine, theirs }: Versions): Divergence<string>[] =>
	wordNames
		.filter((field) => mine[field] !== theirs[field])
		.map((field) => ({
			...{ field, title: titleOf(field) },
			...{ base: base[field], mine: mine[field], theirs: theirs[field] },
			choice: base[field] === theirs[field] ? 'mine' : base[field] === mine[field] ? 'theirs' : null
		}));

/** Mine, with the fields that were chosen from theirs. */
export const chosenWords = (
	mine: EditionWords,
	theirs: EditionWords,
	taken: readonly string[]
): EditionWords => byName((name) => (taken.includes(name) ? theirs[name] : mine[name]));

export type EditionWordsIssues = Partial<Record<keyof EditionWords, string>>;

/** Readable as text on the paper of the pages (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;
const paper = '#faf7f1';

export function parseEditionWords(
	form: SentForm
): { value: EditionWords } | { issues: EditionWordsIssues } {
	const issues: EditionWordsIssues = {};
	const read = (field: WordField): string | null => {
		const text = tidy(textOf(form, field));
		const { title, most } = wordFields[field];
		const letter = forbiddenLetter(text);
		if (text.length > most) {
			issues[field] = `${title}は${most}文字までです。いまは${text.length}文字あります。`;
		} else if (letter) {
			issues[field] = `${title}の${letter.at}文字目に、使えない文字（${letter.name}）があります。`;
		}
		return text || null;
	};
	const words = {
		foreword: read('foreword'),
		imprint: read('imprint'),
		licence: read('licence'),
		funding: read('funding'),
		cover: read('cover')
	};
	const colour = textOf(form, 'colour').trim().toLowerCase();
	if (colour && !/^#[0-9a-f]{6}$/.test(colour)) {
		issues.colour = `色は #1f6660 のように書きます（いまは「${colour}」）。`;
	} else if (colour && contrast(colour, paper) < leastContrast) {
		issues.colour = `その色（${colour}）は、紙の色の上では薄くて読みにくくなります。もっと濃い色にしてください。`;
	}
	if (Object.keys(issues).length > 0) return { issues };
	return { value: { ...words, colour: colour || null } };
}

/** Of two colours as `#rrggbb` (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
		number,
		number
	];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const part = parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
