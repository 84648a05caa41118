import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import { plain } from './letters.ts';
import { wordAt, type Word } from './vocabulary.ts';

export type Kind =
	| Word
	| 'number'
	| 'day'
	| 'date'
	| 'opening'
	| 'closing'
	| 'tilde'
	| 'dot'
	| 'stop'
	| 'slash'
	| 'colon'
	| 'unknown';

export type Token = {
	kind: Kind;
	text: string;
	/** Of a number. */
	value: number;
	/** Of a weekday's letter. */
	day: Weekday | null;
	/** Of a date that is written with marks: 2026-05-10. */
	on: string | null;
	/** Something white stands before it. */
	gap: boolean;
};

/** MM-DD. */
export type YearDay = `${string}-${string}`;

export type Position = 1 | 2 | 3 | 4 | 5 | -1;

/** Days as they are named, whatever is then said of them. */
export type Unit =
	| {
			kind: 'weekly';
			days: Weekday[];
			interval: number;
			/** One letter alone. */
			isBare: boolean;
			/** 毎週 is said. */
			isEvery: boolean;
			/** What the word itself says of holidays: 平日 and 年中無休 do. */
			holidays: 'open' | 'closed' | null;
	  }
	/** No `days`: 「第2・4」 of a weekday that stands elsewhere. */
	| { kind: 'nth'; positions: Position[]; days: Weekday[] }
	/** `isBare`: nothing says that it is every month. */
	| { kind: 'monthDays'; dates: number[]; isBare: boolean }
	| { kind: 'holiday' }
	| { kind: 'months'; months: number[] }
	/** Days of every year, both included. */
	| { kind: 'span'; from: YearDay; to: YearDay; isYearly: boolean }
	| { kind: 'dates'; on: string[] }
	| { kind: 'between'; from: string | null; to: string | null; isRange: boolean };

const marks: [Kind, string][] = [
	['opening', '([{「『【〈《<〔'],
	['closing', ')]}」』】〉》>〕'],
	['tilde', '〜ー'],
	['dot', '・、,とや&+·'],
	['stop', '。;\n■□◆◇●★☆|.'],
	['slash', '/'],
	['colon', ':']
];
const markOf = new Map(marks.flatMap(([kind, letters]) => [...letters].map((one) => [one, kind])));
const dayLetters = '月火水木金土日';
const joining = ['及び', 'および', 'ならびに', '並びに'];
const writtenDate = /(\d{4}|r\d{1,2})([.〜/])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const digits = /\d+/y;
const kanjiNumber = /[一二三四五六七八九十〇]+/y;

/** 「日 時」 and 「土 曜 日」 are spaced out to fill a line. */
const closed = (text: string) =>
	text
		.replace(/^([ 【[■●○◎◆]*)日\s+時(?=[\s:】\]])/gm, '$1日時')
		.replace(/([月火水木金土日])\s+曜\s+日/g, '$1曜日');

/** Each letter belongs to exactly one token; one pass, whatever the text. */
export function tokensOf(words: string): Token[] {
	const text = closed(plain(words).toLowerCase());
	const tokens: Token[] = [];
	let gap = false;
	for (let at = 0; at < text.length;) {
		const white = text[at] !== '\n' && /\s/u.test(text[at]!);
		if (white) {
			gap = true;
			at++;
			continue;
		}
		const token = tokenAt(text, at, tokens.at(-1));
		tokens.push({ value: 0, day: null, on: null, gap, ...token });
		at += token.text.length;
		gap = false;
	}
	return tokens;
}

type Found = Pick<Token, 'kind' | 'text'> & Partial<Token>;

function tokenAt(text: string, at: number, before: Token | undefined): Found {
	const date = matchAt(writtenDate, text, at);
	const isAfterDigit = before?.kind === 'number' && /\d$/.test(text.slice(at - 1, at));
	if (date && !isAfterDigit) {
		const on = dateOf(yearOf(date[1]!), Number(date[3]), Number(date[4]));
		if (on) return { kind: 'date', text: date[0], on };
	}
	const joined = joining.find((one) => text.startsWith(one, at));
	if (joined) return { kind: 'dot', text: joined };
	const word = wordAt(text, at);
	if (word && !(isAfterDigit && /^\d/.test(word.text)) && !endsWithin(text, at, word.text)) {
		return { kind: word.word, text: word.text };
	}
	const number = matchAt(digits, text, at);
	if (number) return { kind: 'number', text: number[0], value: Number(number[0].slice(0, 9)) };
	const kanji = matchAt(kanjiNumber, text, at);
	const value = kanji ? kanjiValue(kanji[0]) : null;
	if (kanji && value !== null) return { kind: 'number', text: kanji[0], value };
	const letter = String.fromCodePoint(text.codePointAt(at)!);
	const day = dayLetters.indexOf(letter);
	if (day >= 0) return { kind: 'day', text: letter, day: weekdays[day]! };
	return { kind: markOf.get(letter) ?? 'unknown', text: letter };
}

/** A word of Latin letters inside a longer one is not that word. */
const endsWithin = (text: string, at: number, word: string) =>
	/^[a-z]/.test(word) &&
	(/[a-z]/.test(text[at - 1] ?? '') ||
		(/[a-z]$/.test(word) && /[a-z]/.test(text[at + word.length] ?? '')));

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

export const yearOf = (text: string): number =>
	text.startsWith('r') ? 2018 + Number(text.slice(1)) : Number(text);

/** null: there is no such day. */
export function dateOf(year: number, month: number, date: number): string | null {
	const on = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
	if (!/^20\d\d-\d\d-\d\d$/.test(on)) return null;
	const read = new Date(`${on}T00:00:00Z`);
	return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(on) ? on : null;
}

/** Up to 九十九. */
function kanjiValue(text: string): number | null {
	const found = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
	if (!found) return null;
	const [, tens, ten, ones] = found;
	const of = (one: string | undefined) => (one ? '一二三四五六七八九'.indexOf(one) + 1 : 0);
	return (ten ? (of(tens) || 1) * 10 : 0) + of(ones);
}
