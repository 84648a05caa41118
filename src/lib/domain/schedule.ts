import holidayJp from '@holiday-jp/holiday_jp';
import { fromDay, shortDateWords, timeWords, toDay, weekdayOf } from './calendar.ts';
import type { Schedule, Weekday } from './content.ts';

export type Occurrence = {
	on: string;
	startsAt: string | null;
	endsAt: string | null;
	/** It falls on a public holiday, and nobody said whether it takes place then. */
	isUnsure: boolean;
};

/** 国民の祝日・休日, substitute holidays included. A record: the package's own `isHoliday` walks a list. */
const publicHolidays: Record<string, unknown> = holidayJp.holidays;

/** A year is as far as a rule is followed; a yearly meeting is then found exactly once. */
const horizonDays = 366;

/** The next dates of all schedules together from `from` on (inclusive), earliest first. */
export function nextOccurrences(
	schedules: readonly Schedule[],
	from: string,
	count: number
): Occurrence[] {
	const found = schedules.flatMap((schedule) => occurrencesOf(schedule, toDay(from), count));
	found.sort((a, b) => order(a).localeCompare(order(b)));
	return found.filter((one, i) => i === 0 || order(found[i - 1]!) !== order(one)).slice(0, count);
}

/** 「12月12日（土）14:00〜16:00」 */
export function occurrenceWords({ on, startsAt, endsAt, isUnsure }: Occurrence): string {
	const words = shortDateWords(on) + (timeWords(startsAt, endsAt) ?? '');
	return isUnsure ? `${words}（祝日に開くかは未確認）` : words;
}

/** The weekdays on which something regular happens, in no order and possibly repeated. */
export function regularDays(schedules: readonly Schedule[]): Weekday[] {
	return schedules.flatMap((schedule) =>
		schedule.frequency === 'weekly' || schedule.frequency === 'monthly' ? schedule.days : []
	);
}

function order(occurrence: Occurrence): string {
	return `${occurrence.on} ${occurrence.startsAt ?? ''}`;
}

function occurrencesOf(schedule: Schedule, from: number, count: number): Occurrence[] {
	const added = schedule.exceptions
		.filter((exception) => exception.kind === 'added' && toDay(exception.on) >= from)
		.map((exception) => ({
			on: exception.on,
			startsAt: exception.startsAt ?? schedule.startsAt,
			endsAt: exception.endsAt ?? schedule.endsAt,
			isUnsure: false
		}));
	const closed = new Set(
		schedule.exceptions.filter((one) => one.kind === 'closed').map((one) => one.on)
	);
	const regular: Occurrence[] = [];
	const first = Math.max(from, schedule.startsOn ? toDay(schedule.startsOn) : from);
	const last = Math.min(
		from + horizonDays,
		schedule.endsOn ? toDay(schedule.endsOn) : from + horizonDays
	);
	const falls = rule(schedule);
	// A date that was named is meant, whatever day it is.
	const isRegular = schedule.frequency !== 'once';
	for (let day = first; falls && day <= last && regular.length < count; day++) {
		if (!falls(day)) continue;
		const on = fromDay(day);
		if (closed.has(on)) continue;
		const isHoliday = on in publicHolidays;
		if (isHoliday && schedule.holidays === 'closed') continue;
		const { startsAt, endsAt, holidays } = schedule;
		regular.push({ on, startsAt, endsAt, isUnsure: isHoliday && holidays === null && isRegular });
	}
	return [...regular, ...added];
}

/** Whether the rule falls on a day; null when the words are all that is known. */
function rule(schedule: Schedule): ((day: number) => boolean) | null {
	const start = schedule.startsOn ? toDay(schedule.startsOn) : null;
	const { interval } = schedule;
	// "Every second week" without a first date says nothing about which week.
	if (interval > 1 && start === null) return null;
	switch (schedule.frequency) {
		case null:
			return null;
		case 'once':
			return start === null ? null : (day) => day === start;
		case 'weekly':
			if (schedule.days.length === 0) return null;
			return (day) =>
				schedule.days.includes(weekdayOf(day)) &&
				(interval === 1 || (weekOf(day) - weekOf(start!)) % interval === 0) &&
				inMonths(schedule, day);
		case 'monthly':
		case 'yearly':
			if (schedule.days.length === 0 && schedule.monthDays.length === 0) return null;
			if (schedule.frequency === 'yearly' && schedule.months.length === 0) return null;
			return (day) =>
				inMonths(schedule, day) &&
				inMonth(schedule, day) &&
				(interval === 1 || spans(schedule.frequency, start!, day) % interval === 0);
	}
}

/** iCalendar's default: weeks begin on Monday. */
const weekOf = (day: number) => Math.floor((day + 3) / 7);

function inMonths(schedule: Schedule, day: number): boolean {
	return schedule.months.length === 0 || schedule.months.includes(parts(day).month);
}

function inMonth(schedule: Schedule, day: number): boolean {
	const { date } = parts(day);
	if (schedule.monthDays.includes(date)) return true;
	if (!schedule.days.includes(weekdayOf(day))) return false;
	if (schedule.positions.length === 0) return true;
	const nth = Math.ceil(date / 7);
	const isLast = parts(day + 7).month !== parts(day).month;
	return schedule.positions.some((position) => (position === -1 ? isLast : position === nth));
}

function spans(frequency: Schedule['frequency'], start: number, day: number): number {
	const a = parts(start);
	const b = parts(day);
	if (frequency === 'yearly') return b.year - a.year;
	return (b.year - a.year) * 12 + b.month - a.month;
}

function parts(day: number): { year: number; month: number; date: number } {
	const [year, month, date] = fromDay(day).split('-').map(Number);
	return { year: year!, month: month!, date: date! };
}
