import { weekdays } from '#lib/domain/calendar/weekday.ts';
import { ageWant, exactly, want, type Want } from './want.ts';

/** 「0271234567」 of a telephone number in any writing; null for what is none. */
export function phoneDigits(text: string): string | null {
	const digits = text.normalize('NFKC').replace(/^\+81/u, '0').replace(/\D/gu, '');
	return /^0\d{8,10}$/.test(digits) ? digits : null;
}

const phone = /(?:\+81|0)[\d\s()（）・‐‑–—−ーｰ-]{8,16}\d/u;
const postal = /〒?\s*(\d{3})[-‐‑–—−ーｰ]?(\d{4})(?!\d)/u;
const entry = /(?<!\d)(\d{1,4})番(?![地線町丁目])/u;
const digits = '一二三四五六七八九';

/** 三十五 is 35, 十九 is 19. */
function ofKanji(number: string): number {
	const [tens, ones] = number.split('十') as [string, string];
	return 10 * (tens ? digits.indexOf(tens) + 1 : 1) + (ones ? digits.indexOf(ones) + 1 : 0);
}

const age =
	/(?<![\d-])(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(代|歳|才|さい)(半ば|後半|前半)?/u;

/** 「58ですが」「19でもいける?」「15のむすめ」. */
const bareAge =
	/(?<![\d:.\-〜~])([1-9]\d)(?=です|だけど|でも|になった|になる|の(?:娘|息子|子|男|女|母|父|むす|おっと))/u;
const day = /([月火水木金土日])曜日?|(土日|週末|どにち)|(げつ|か|すい|もく|きん|ど|にち)ようび/u;
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
	take(age, ([text, number, unit], spans) => {
		const years = /\d/.test(number!) ? Number(number) : ofKanji(number!);
		if (years > 110) return null;
		const isDecade = unit === '代';
		return ageWant(years, isDecade && years % 10 === 0 ? years + 9 : years, text, spans);
	});
	take(bareAge, ([text, number], spans) => {
		const years = Number(number);
		return ageWant(years, years, text, spans);
	});
	take(day, ([text, letter, isWeekend, kana], spans) => {
		const at = letter ? '月火水木金土日'.indexOf(letter) : dayKana.indexOf(kana!);
		const codes = isWeekend ? ['sa', 'su'] : [weekdays[at]!];
		return want({ facet: 'day', codes, word: text, spans, weight: 1 });
	});
	return { wants, rest };
}
