import { weekdays, type Schedule, type Weekday } from '#lib/domain/content.ts';

export type Days = Pick<Schedule, 'frequency' | 'interval' | 'days' | 'positions' | 'monthDays'>;

const names = '月火水木金土日';
const kanji = '一二三四五';
/** One weekday, or several: 「火・木曜」「月〜金」「土日」. */
const list = '[月火水木金土日](?:曜日?)?(?:[・、,と及びや〜]*[月火水木金土日](?:曜日?)?)*';
const nth = '第?[1-5一二三四五](?:[・、,と〜]*第?[1-5一二三四五])*';

const none: Days = { frequency: null, interval: 1, days: [], positions: [], monthDays: [] };

type Reader = [RegExp, (found: RegExpExecArray) => Days | null];

/** From the most particular to the most general; the first that fits is what is said. */
const readers: Reader[] = [
	[
		new RegExp(`(?:毎月|偶数月|奇数月)?の?(第${nth.slice(2)}|最終|最後の?)週?の?(${list})`),
		([, which, days]) => ({
			...none,
			frequency: 'monthly',
			days: daysIn(days!),
			positions: positionsIn(which!)
		})
	],
	[
		/毎月の?(\d{1,2}日?(?:[・、,と]\d{1,2}日?)*)/,
		([, dates]) => ({ ...none, frequency: 'monthly', monthDays: datesIn(dates!) })
	],
	[
		new RegExp(`(?:隔週|第?2週間?(?:に1回|ごと|おき))の?(${list})`),
		([, days]) => ({ ...none, frequency: 'weekly', interval: 2, days: daysIn(days!) })
	],
	[/平日/, () => ({ ...none, frequency: 'weekly', days: ['mo', 'tu', 'we', 'th', 'fr'] })],
	[/毎日|年中無休/, () => ({ ...none, frequency: 'weekly', days: [...weekdays] })],
	[
		new RegExp(`(?:毎週|週[1-7一二三四五]?回?|)の?(${list})`),
		([, days]) => ({ ...none, frequency: 'weekly', days: daysIn(days!) })
	]
];

export function takeDays(words: string): { rest: string; days: Days | null } {
	for (const [pattern, read] of readers) {
		const found = pattern.exec(words);
		const days = found && read(found);
		if (days) return { rest: words.replace(found[0], '、'), days };
	}
	return { rest: words, days: null };
}

function daysIn(text: string): Weekday[] {
	const found = new Set<Weekday>();
	const marks = [...text.replace(/曜日?/g, '')].filter(
		(mark) => names.includes(mark) || mark === '〜'
	);
	marks.forEach((mark, at) => {
		if (mark !== '〜') found.add(weekdays[names.indexOf(mark)]!);
		else if (at > 0 && at < marks.length - 1) {
			const from = names.indexOf(marks[at - 1]!);
			const to = names.indexOf(marks[at + 1]!);
			for (let day = from; day <= to; day++) found.add(weekdays[day]!);
		}
	});
	return weekdays.filter((day) => found.has(day));
}

function positionsIn(text: string): Schedule['positions'] {
	if (text.startsWith('最')) return [-1];
	const marks = [...text].map((mark) => (mark === '〜' ? mark : numberOf(mark)));
	const found = new Set<number>();
	marks.forEach((mark, at) => {
		if (typeof mark === 'number') found.add(mark);
		else if (mark === '〜') {
			const [from, to] = [marks.slice(0, at).findLast(isNumber), marks.slice(at).find(isNumber)];
			for (let one = from ?? 6; one <= (to ?? 0); one++) found.add(one);
		}
	});
	return [...found].sort() as Schedule['positions'];
}

const isNumber = (mark: unknown): mark is number => typeof mark === 'number';

function numberOf(mark: string): number | null {
	const at = kanji.indexOf(mark);
	return at >= 0 ? at + 1 : /[1-5]/.test(mark) ? Number(mark) : null;
}

const datesIn = (text: string): number[] =>
	[...text.matchAll(/\d{1,2}/g)].map(Number).filter((date) => date >= 1 && date <= 31);
