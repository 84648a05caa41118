import { openNow } from './open-now.ts';
import {
	clockWords,
	fromDay,
	shortDateWords,
	timeWords,
	toDay,
	type Moment
} from '#lib/domain/calendar/calendar.ts';
import type { Rule, Schedule } from './schedule.ts';
import type { Weekday } from '#lib/domain/calendar/weekday.ts';
import { times, type Time } from '#lib/domain/calendar/time-of-day.ts';
import { isHoliday, recurs } from './recurrence.ts';
import { isParted } from './binding/parted.ts';

export type Occurrence = {
	on: string;
	startsAt: string | null;
	endsAt: string | null;
	/** It falls on a public holiday, and nobody said whether it takes place then. */
	isUnsure: boolean;
	/** It has begun, and is known to last. */
	isNow: boolean;
};

/** A year is as far as a rule is followed; a yearly meeting is then found exactly once. */
const horizonDays = 366;

export const rulesOf = ({ also, text, ruleFor, exceptions, ...first }: Schedule): Rule[] =>
	[first, ...also].filter(({ frequency }) => frequency !== null);

/** What all schedules together have from a moment on, earliest first; what is over then is over. */
export function nextOccurrences(
	schedules: readonly Schedule[],
	from: Moment,
	count: number
): Occurrence[] {
	const first = toDay(from.on);
	const found = schedules.flatMap((schedule) =>
		occurrencesOf(schedule, { first, last: first + horizonDays }, from, count)
	);
	return inOrder(found).slice(0, count);
}

/** All on `days` days from a date on. */
export function occurrencesWithin(
	schedules: readonly Schedule[],
	from: string,
	days: number
): Occurrence[] {
	const first = toDay(from);
	const span = { first, last: first + days - 1 };
	return inOrder(schedules.flatMap((schedule) => occurrencesOf(schedule, span, null, Infinity)));
}

/** 「12月12日（土）14:00〜16:00」「いま開いています（16:00まで）」 */
export function occurrenceWords(one: Occurrence): string {
	if (!one.isNow) return occurrenceDateWords(one);
	return one.endsAt === '24:00' ? openNow : `${openNow}（${clockWords(one.endsAt!)}まで）`;
}

/** For paper, on which nothing is now. */
export function occurrenceDateWords({ on, startsAt, endsAt, isUnsure }: Occurrence): string {
	const words = shortDateWords(on) + (timeWords(startsAt, endsAt) ?? '');
	return isUnsure ? `${words}（祝日に開くかは未確認）` : words;
}

/** The weekdays on which something regular happens, in no order and possibly repeated. */
export function regularDays(schedules: readonly Schedule[]): Weekday[] {
	return schedules
		.filter((schedule) => !isParted(schedule))
		.flatMap(rulesOf)
		.flatMap(({ frequency, days }) =>
			frequency === 'weekly' || frequency === 'monthly' ? days : []
		);
}

/** Parts of the day in which regular meetings fall. */
export function timesOf(schedules: readonly Schedule[]): Time[] {
	const spans = schedules
		.filter((schedule) => !isParted(schedule))
		.flatMap(rulesOf)
		.flatMap(({ startsAt, endsAt }) =>
			startsAt ? [{ startsAt, endsAt: endsAt ?? startsAt }] : []
		);
	return times.filter((time) =>
		spans.some(({ startsAt, endsAt }) => {
			if (time === 'morning') return startsAt < noon;
			if (time === 'evening') return endsAt > five || startsAt >= five;
			return startsAt < five && endsAt >= noon;
		})
	);
}

const noon = '12:00';
const five = '17:00';

function inOrder(found: Occurrence[]): Occurrence[] {
	const sorted = found.toSorted((a, b) => order(a).localeCompare(order(b)));
	return sorted.filter((one, at) => at === 0 || order(sorted[at - 1]!) !== order(one));
}

const order = ({ on, startsAt }: Occurrence) => `${on} ${startsAt ?? ''}`;

type Days = { first: number; last: number };

function occurrencesOf(
	schedule: Schedule,
	days: Days,
	now: Moment | null,
	count: number
): Occurrence[] {
	if (isParted(schedule)) return [];
	const [first, last] = [fromDay(days.first), fromDay(days.last)];
	const closed = new Set(
		schedule.exceptions.filter(({ kind }) => kind === 'closed').map(({ on }) => on)
	);
	const added = schedule.exceptions
		.filter(({ kind, on }) => kind === 'added' && on >= first && (count < Infinity || on <= last))
		.map(({ on, startsAt, endsAt }) => ({
			...{ on, startsAt: startsAt ?? schedule.startsAt, endsAt: endsAt ?? schedule.endsAt },
			...{ isUnsure: false, isNow: false }
		}));
	const regular = rulesOf(schedule).flatMap((rule) => ruled(rule, days, { closed, now, count }));
	return [...regular, ...added.flatMap((one) => (now ? asOf(now, one) : one))];
}

function ruled(
	rule: Rule,
	{ first, last }: Days,
	{ closed, now, count }: { closed: Set<string>; now: Moment | null; count: number }
): Occurrence[] {
	const falls = recurs(rule);
	if (!falls) return [];
	const { startsAt, endsAt, holidays, frequency } = rule;
	const found: Occurrence[] = [];
	for (let day = first; day <= last && found.length < count; day++) {
		if (!falls(day)) continue;
		const on = fromDay(day);
		if (closed.has(on)) continue;
		// A date that was named is meant, whatever day it is.
		const isUnsure = frequency !== 'once' && holidays === null && isHoliday(on);
		const one = { on, startsAt, endsAt, isUnsure, isNow: false };
		found.push(...(now ? asOf(now, one) : [one]));
	}
	return found;
}

/** What is over is none; of what has begun without a known end nobody knows whether it still is. */
function asOf(now: Moment, one: Occurrence): Occurrence[] {
	if (one.on !== now.on) return [one];
	const { startsAt, endsAt } = one;
	const hasBegun = startsAt !== null && startsAt <= now.at;
	if (endsAt === null) return hasBegun ? [] : [one];
	if (endsAt <= now.at) return [];
	return [{ ...one, isNow: hasBegun && !one.isUnsure }];
}
