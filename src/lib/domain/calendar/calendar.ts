import { weekdays, type Weekday } from './weekday.ts';

/** Calendar dates are `YYYY-MM-DD` in Japan; days are counted from 1970-01-01. */

const dayMs = 86_400_000;
const japanOffsetMs = 9 * 3_600_000;
const weekdayNames: Record<Weekday, string> = {
	mo: '月',
	tu: '火',
	we: '水',
	th: '木',
	fr: '金',
	sa: '土',
	su: '日'
};

/** The date in Japan, which has kept UTC+9 without daylight saving since 1951. */
export function japanDate(now: Date): string {
	return new Date(now.getTime() + japanOffsetMs).toISOString().slice(0, 10);
}

/** A date and the time of the clock on it, `HH:MM`. */
export type Moment = { on: string; at: string };

/** What the calendar and the clock in Japan show. */
export function japanMoment(now: Date): Moment {
	const here = new Date(now.getTime() + japanOffsetMs).toISOString();
	return { on: here.slice(0, 10), at: here.slice(11, 16) };
}

/** The first minute of a day. */
export const dayBreak = (on: string): Moment => ({ on, at: '00:00' });

export const toDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** Whether there is such a day: 2026-02-30 is none. */
export const isDate = (text: string): boolean =>
	/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(toDay(text)) && fromDay(toDay(text)) === text;

export const fromDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): Weekday => weekdays[(((day + 3) % 7) + 7) % 7]!;

export const weekdayName = (weekday: Weekday): string => weekdayNames[weekday];

/** 「2026年2月3日」 */
export function dateWords(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${year}年${month}月${day}日`;
}

/** 「2026年2月」 */
export function monthWords(date: string): string {
	const [year, month] = date.split('-').map(Number);
	return `${year}年${month}月`;
}

/** 「12月12日（土）」 */
export function shortDateWords(date: string): string {
	const [, month, day] = date.split('-').map(Number);
	return `${month}月${day}日（${weekdayNames[weekdayOf(toDay(date))]}）`;
}

/** 「9:30〜16:00」; an unknown end is left open, an unknown start is null. */
export function timeWords(startsAt: string | null, endsAt: string | null): string | null {
	if (!startsAt) return null;
	return `${clockWords(startsAt)}〜${endsAt ? clockWords(endsAt) : ''}`;
}

/** 「9:30」 of 「09:30」, as people write it in a sentence. */
export const clockWords = (time: string): string => time.replace(/^0(?=\d)/, '');

/** An ISO instant as the clock in Japan shows it: 「2026年2月3日 14:05」. */
export function instantWords(instant: string): string {
	const here = new Date(new Date(instant).getTime() + japanOffsetMs).toISOString();
	return `${dateWords(here.slice(0, 10))} ${here.slice(11, 16)}`;
}
