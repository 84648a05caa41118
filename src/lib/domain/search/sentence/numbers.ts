import { weekdays } from '#lib/domain/calendar/weekday.ts';
import { ageIn } from './ages.ts';
import { clockIn } from './clock.ts';
import { exactly, want, type Want } from './want.ts';

/** 「0271234567」 of a telephone number in any writing; null for what is none. */
export function phoneDigits(text: string): string | null {
	const digits = text.normalize('NFKC').replace(/^\+81/u, '0').replace(/\D/gu, '');
	return /^0\d{8,10}$/.test(digits) ? digits : null;
}

const phone = /(?:\+81|0)[\d\s()（）・‐‑–—−ーｰ-]{8,16}\d/u;
const postal = /〒?\s*(\d{3})[-‐‑–—−ーｰ]?(\d{4})(?!\d)/u;
const entry = /(?<!\d)(\d{1,4})番(?![地線町丁目])/u;
const day =
	/([月火水木金土日])曜日?|(土日|週末|どにち)|(げつ|か(?=ようび)|すい|もく|きん|ど|にち)よう(?:び|(?=[にはのもしだ]))/u;
const dayKana = ['げつ', 'か', 'すい', 'もく', 'きん', 'ど', 'にち'];

/** What numbers and days of a query mean, and the query with spaces in their place. */
export function numbersIn(query: string): { wants: Want[]; rest: string } {
	let rest = query.normalize('NFKC').length === query.length ? query.normalize('NFKC') : query;
	const wants: Want[] = [];
	const take = (
		pattern: RegExp,
		make: (match: RegExpExecArray, spans: Want['spans']) => Want | null
	) => {
		const match = pattern.exec(rest);
		if (!match) return;
		const [text] = match;
		const one = make(match, [{ start: match.index, end: match.index + text.length }]);
		if (!one) return;
		wants.push(one);
		rest =
			rest.slice(0, match.index) + ' '.repeat(text.length) + rest.slice(match.index + text.length);
	};
	take(phone, ([text], spans) => {
		const number = phoneDigits(text);
		return number ? exactly('phone', number, text, spans) : null;
	});
	take(postal, ([text, area, rest], spans) => exactly('postal', `${area}${rest}`, text, spans));
	take(entry, ([text, number], spans) => exactly('entry', String(Number(number)), text, spans));
	const age = ageIn(rest);
	if (age) {
		wants.push(age.want);
		rest = rest.slice(0, age.start) + ' '.repeat(age.end - age.start) + rest.slice(age.end);
	}
	const clock = clockIn(rest);
	if (clock) {
		const { time, start, end } = clock;
		const word = rest.slice(start, end);
		wants.push(want({ facet: 'time', codes: [time], word, spans: [{ start, end }] }));
		rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
	}
	take(day, ([text, letter, isWeekend, kana], spans) => {
		const at = letter ? '月火水木金土日'.indexOf(letter) : dayKana.indexOf(kana!);
		const codes = isWeekend ? ['sa', 'su'] : [weekdays[at]!];
		return want({ facet: 'day', codes, word: text, spans });
	});
	return { wants, rest };
}
