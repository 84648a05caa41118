import type { Content } from '#lib/domain/resource/content.ts';
import { titleOf } from '#lib/domain/editing/form/titles.ts';
import { forbiddenLetter } from '#lib/domain/input/letters.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import type { Booklet, BookletChannel, BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { firstFields } from './entry.ts';
import { readingOfName } from './indexes.ts';
import type { BookletWarning } from '#lib/domain/booklet/layout.ts';

/** An entry, what was written of it, and the words that stand for its texts in a booklet. */
export type Printed = { entry: BookletEntry; content: Content };

/** Letters of a text that still leaves room for a second entry on a page of A5, and of the line of the first visit. */
const mostText = 400;
const mostFirstVisit = 120;
/** Of all that an entry says: about a page. */
const mostAll = 900;
const mostContacts = 6;

const lengthOf = (text: string) => [...text].length;
const wordsOf = (ruby: BookletEntry['text']) => (ruby ? plainOf(ruby) : '');

/** What a person should look at before this entry is printed. */
export function warningsOfEntry({ entry, content }: Printed): BookletWarning[] {
	const found: BookletWarning[] = [];
	const named = `${entry.number}番「${plainOf(entry.name)}」`;
	const warn = (field: string | null, lack: string) =>
		found.push({
			...{ number: entry.number, resource: entry.id, field },
			...{ words: named + lack, lack }
		});
	if (readingOfName(content) === null) {
		warn(
			'kana',
			'に、よみがありません。五十音のさくいんでは最後の「よみがな未記入」に載ります。よみをひらがなで書いてください。'
		);
	}
	if (entry.checked === null) {
		warn(null, 'に、確認の記録がありません。いつ、どうやって確かめたかを書くと、載ります。');
	}
	if (content.operation !== 'closed') {
		lacks(entry, warn);
		lengths(entry, content, warn);
	}
	for (const { path, words } of oddLetters(content)) warn(path, words);
	return found;
}

type Warn = (field: string | null, words: string) => void;

function lacks(entry: BookletEntry, warn: Warn): void {
	if (entry.text === null) {
		warn('summary', 'に、紹介のことばがありません。「短い紹介」を80文字までで書いてください。');
	}
	if (entry.contacts.length === 0) {
		warn(
			'contacts',
			'に、載せられる連絡先がありません。電話・メールなどのどれか、または申し込み方を書いてください。'
		);
	}
}

function lengths(entry: BookletEntry, content: Content, warn: Warn): void {
	const text = lengthOf(wordsOf(entry.text));
	const isLong = text > mostText;
	if (isLong) {
		warn(
			'summary',
			`の紹介が、冊子では長すぎます（${text}文字。目安は${mostText}文字まで）。「短い紹介」を80文字までで書くと、紹介の代わりに載ります。`
		);
	}
	const first = lengthOf(wordsOf(entry.firstVisit[0] ?? null));
	if (first > mostFirstVisit) {
		warn(
			`firstVisit.${firstFields.find((field) => content.firstVisit[field])!}`,
			`の「はじめて行く日」の、冊子に載る1行が長すぎます（${first}文字。目安は${mostFirstVisit}文字まで）。`
		);
	}
	const count = entry.contacts.length;
	if (count > mostContacts) {
		warn(
			content.phones.length > content.contacts.length ? 'phones' : 'contacts',
			`の連絡先が多すぎます（${count}件。目安は${mostContacts}件まで）。はじめての人が使うものだけを冊子に残してください。`
		);
	}
	const all = lengthOf(textsOf(entry).join(''));
	if (all > mostAll && !isLong && first <= mostFirstVisit) {
		warn(
			longestField(content),
			`は、1ページに入りきらないかもしれません（全部で${all}文字。目安は${mostAll}文字まで）。`
		);
	}
}

const textsOf = ({ notice, who, text, firstVisit, when, where, access, ...entry }: BookletEntry) =>
	[notice, who, text, firstVisit[0] ?? null, ...when, where, access, entry.fee]
		.map(wordsOf)
		.concat(entry.contacts.map(({ words }) => words));

/** Fields that an entry prints, besides those that are looked at by themselves. */
const printedFields = [
	...(['hoursNote', 'access', 'feeNote', 'operationNote', 'residencyNote'] as const),
	'genderNote' as const
];

function longestField(content: Content): string {
	const candidates = [
		...printedFields.map((field) => [field, content[field] ?? ''] as const),
		...content.schedules.map(({ text }, row) => [`schedules.${row}.text`, text] as const)
	];
	return candidates.toSorted(([, a], [, b]) => lengthOf(b) - lengthOf(a))[0]![0];
}

const fromRightToLeft =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const gaiji = /\p{Co}/u;
const pictures = /\p{Emoji_Presentation}|\ufe0f/u;

/** Fields whose letters no font of the booklet has, or that turn a line around. */
function oddLetters(content: Content): { path: string; words: string }[] {
	return printedTexts(content).flatMap(([path, text]) => {
		const words = oddIn(text);
		return words ? [{ path, words: `の「${titleOf(path)}」${words}` }] : [];
	});
}

function oddIn(text: string): string | null {
	const forbidden = forbiddenLetter(text);
	if (forbidden) {
		return `の${forbidden.at}文字目に、印刷できない文字（${forbidden.name}）があります。消してください。`;
	}
	const at = (pattern: RegExp) => [...text].findIndex((letter) => pattern.test(letter)) + 1;
	if (gaiji.test(text)) {
		return `の${at(gaiji)}文字目に、外字があります。どの機械でも読める字に直してください。`;
	}
	if (fromRightToLeft.test(text)) {
		return `の${at(fromRightToLeft)}文字目に、右から左に書く文字があります。並びが変わることがあるので、校正で見てください。`;
	}
	if (pictures.test(text)) {
		return `の${at(pictures)}文字目に、絵文字があります。冊子の書体にはないので、ことばで書いてください。`;
	}
	return null;
}

const typed = [
	...(['name', 'kana', 'organization', 'genderNote', 'residencyNote', 'summary'] as const),
	...(['firstVisit', 'approach', 'feeNote', 'operationNote', 'hoursNote', 'schedules'] as const),
	...(['phones', 'contacts', 'links', 'access', 'alert', 'location'] as const)
];

/** Texts that may be printed, each with its path in the editor. */
function printedTexts(content: Content): [path: string, text: string][] {
	const walk = (value: unknown, path: string): [string, string][] => {
		if (typeof value === 'string') return [[path, value]];
		if (value === null || typeof value !== 'object') return [];
		return Object.entries(value).flatMap(([key, part]) => walk(part, `${path}.${key}`));
	};
	const fields = content.summary === null ? [...typed, 'description' as const] : typed;
	return fields.flatMap((field) => walk(content[field], field));
}

type Untold = { id: string; number: number; lacking: BookletChannel | null };

/** What is not in it, and what it does not say beside its entries. */
export function warningsOfBooklet(
	{ channel, words, windows, chapters }: Booklet,
	untold: readonly Untold[]
): BookletWarning[] {
	const ofEdition = (field: string | null, words: string): BookletWarning => ({
		...{ number: null, resource: null, field, words }
	});
	const place = channel === 'paper' ? '冊子' : 'サイトに置く冊子';
	return [
		...(chapters.length > 0 ? [] : [ofEdition(null, '載せられる掲載が1つもありません。')]),
		...(words.imprint === null
			? [
					ofEdition(
						'imprint',
						'奥付のことばがありません。発行者・連絡先・発行の日を書いてください。'
					)
				]
			: []),
		...(words.licence === null
			? [
					ofEdition(
						'licence',
						'利用条件がありません。転載・複製・データの二次利用をどこまでよいとするかを書いてください（例：「CC BY 4.0」「転載は発行者に連絡」）。'
					)
				]
			: []),
		...(windows.length > 0
			? []
			: [
					ofEdition(
						null,
						'「わからないとき」のページに載せる窓口がありません。地域の総合窓口か、目的が「まだわからない」の相談窓口を掲載に加えてください。'
					)
				]),
		...untold.map(({ id, number, lacking }) => ({
			...{ number, resource: id, field: lacking && 'consents' },
			words:
				lacking === null
					? `${number}番は、取り下げられたか、載せる同意がなくなったので、${place}には載りません。`
					: `${number}番には、${lacking === 'paper' ? '冊子' : 'サイト'}に載せる同意がないので、${place}には載りません。同意をもらったら「掲載の同意」に書いてください。`
		}))
	];
}
