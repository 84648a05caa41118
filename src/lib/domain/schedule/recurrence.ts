import holidayJp from '@holiday-jp/holiday_jp';
import { fromDay, toDay, weekdayOf } from '#lib/domain/calendar/calendar.ts';
import type { Rule } from './schedule.ts';

/** 国民の祝日・休日, substitute holidays included. A record: the package's own `isHoliday` walks a list. */
const publicHolidays: Record<string, unknown> = holidayJp.holidays;
export const isHoliday = (on: string): boolean => Object.hasOwn(publicHolidays, on);

/** On which days (since 1970) a rule falls; null when it says too little to tell any. */
export function recurs(rule: Rule): ((day: number) => boolean) | null {
	const falls = patternOf(rule);
	if (!falls) return null;
	const first = rule.startsOn === null ? -Infinity : toDay(rule.startsOn);
	const last = rule.endsOn === null ? Infinity : toDay(rule.endsOn);
	return (day) => {
		if (day < first || day > last || !falls(day)) return false;
		const on = fromDay(day);
		if (rule.holidays === 'closed' && isHoliday(on)) return false;
		return !rule.closings.some((closing) => lies(on.slice(5), closing));
	};
}

/** Both are MM-DD, and a closing may go over the turn of the year. */
const lies = (on: string, { from, to }: Rule['closings'][number]) =>
	from <= to ? on >= from && on <= to : on >= from || on <= to;

function patternOf(rule: Rule): ((day: number) => boolean) | null {
	const start = rule.startsOn ? toDay(rule.startsOn) : null;
	const { interval, frequency, days, holidays } = rule;
	// "Every second week" without a first date says nothing about which week.
	if (interval > 1 && start === null) return null;
	switch (frequency) {
		case null:
			return null;
		case 'once':
			return start === null ? null : (day) => day === start;
		case 'weekly': {
			const isOnHolidays = holidays === 'also';
			if (days.length === 0 && !isOnHolidays) return null;
			return (day) =>
				(days.includes(weekdayOf(day)) || (isOnHolidays && isHoliday(fromDay(day)))) &&
				(interval === 1 || (weekOf(day) - weekOf(start!)) % interval === 0) &&
				inMonths(rule, day);
		}
		case 'monthly':
		case 'yearly':
			if (days.length === 0 && rule.monthDays.length === 0) return null;
			if (frequency === 'yearly' && rule.months.length === 0) return null;
			return (day) =>
				inMonths(rule, day) &&
				inMonth(rule, day) &&
				(interval === 1 || spans(frequency, start!, day) % interval === 0);
	}
}

/** iCalendar's default: weeks begin on Monday. */
const weekOf = (day: number) => Math.floor((day + 3) / 7);

function inMonths({ months }: Rule, day: number): boolean {
	return months.length === 0 || months.includes(parts(day).month);
}

function inMonth({ monthDays, days, positions }: Rule, day: number): boolean {
	const { year, month, date } = parts(day);
	const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (monthDays.includes(date) || monthDays.includes(date - length - 1)) return true;
	if (!days.includes(weekdayOf(day))) return false;
	if (positions.length === 0) return true;
	const isLast = date > length - 7;
	return positions.some((one) => (one === -1 ? isLast : one === Math.ceil(date / 7)));
}

function spans(frequency: 'monthly' | 'yearly', start: number, day: number): number {
	const a = parts(start);
	const b = parts(day);
	if (frequency === 'yearly') return b.year - a.year;
	return (b.year - a.year) * 12 + b.month - a.month;
}

function parts(day: number): { year: number; month: number; date: number } {
	const [year, month, date] = fromDay(day).split('-').map(Number);
	return { year: year!, month: month!, date: date! };
}
