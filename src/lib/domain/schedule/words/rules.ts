import { toDay, weekdayOf } from '#lib/domain/calendar/calendar.ts';
import type { Rule } from '#lib/domain/schedule/schedule.ts';
import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import type { Absence } from './closings.ts';
import { Unread } from './cursor.ts';
import type { Group, Line } from './groups.ts';
import type { Unit } from './tokens.ts';
import { weekly } from './weekdays/weekly.ts';

type Of<Kind extends Unit['kind']> = Unit & { kind: Kind };
type Pattern = Pick<
	Rule,
	'frequency' | 'interval' | 'days' | 'positions' | 'monthDays' | 'months'
> &
	Pick<Rule, 'startsOn' | 'endsOn' | 'holidays'>;

const pattern: Pattern = {
	...{ frequency: null, interval: 1, days: [], positions: [], monthDays: [], months: [] },
	...{ startsOn: null, endsOn: null, holidays: null }
};

/** A fair, a camp: days on end that are named by their first and last. */
const longestStretch = 10;
/** More is a timetable, not a line. */
const mostRules = 16;

/** Each group as the rules it needs: one for each kind of days, and each time of the day. */
export function rulesOf(
	groups: readonly Group[],
	absences: Map<Group, Absence>,
	line: Line
): Rule[] {
	const patterns = groups.map((group) => patternsOf(group, absences.get(group)!, line));
	if (!areApart(groups, patterns)) throw new Unread('同じ日が2度');
	const hasHolidays = patterns.map((some) => some.some(({ holidays }) => holidays === 'also'));
	const rules = groups.flatMap((group, at) =>
		patterns[at]!.flatMap((one) => {
			// Who keeps other hours on holidays keeps those then.
			const isOther = hasHolidays.includes(true) && !hasHolidays[at];
			const holidays = one.holidays ?? (isOther ? 'closed' : null);
			const { closings } = absences.get(group)!;
			const times = group.times.length > 0 ? group.times : [{ from: null, to: null }];
			return times.map(({ from, to }) => ({
				...{ ...one, holidays, startsAt: from, endsAt: to },
				closings: one.frequency === 'once' ? [] : closings
			}));
		})
	);
	if (rules.length > mostRules) throw new Unread('きまりが多すぎます');
	return rules;
}

function patternsOf({ units, months, times }: Group, absence: Absence, line: Line): Pattern[] {
	const of = <Kind extends Unit['kind']>(kind: Kind) =>
		units.filter((unit): unit is Of<Kind> => unit.kind === kind);
	if (units.some((unit) => unit.kind === 'weekly' && unit.isBare) && times.length === 0) {
		throw new Unread('曜日');
	}
	const between = line.between;
	const shared = {
		...pattern,
		months: months === null || months.length === 12 ? [] : [...months].sort((a, b) => a - b),
		startsOn: between?.from ?? null,
		endsOn: between?.to ?? null,
		holidays: absence.holidays
	};
	const found = [
		...weeklyOf(of('weekly'), of('holiday').length > 0, shared),
		...nthOf(of('nth'), shared),
		...monthDaysOf(of('monthDays'), shared),
		...of('span').map((unit) => yearly(unit, shared)),
		...of('dates').flatMap(({ on }) =>
			on.map((date): Pattern => ({ ...pattern, frequency: 'once', startsOn: date }))
		)
	];
	const hasDates = of('dates').length > 0;
	if (hasDates && (between || months || found.some(({ frequency }) => frequency !== 'once'))) {
		throw new Unread('日付');
	}
	return found;
}

function weeklyOf(units: Of<'weekly'>[], isOnHolidays: boolean, shared: Pattern): Pattern[] {
	const ofKind = (isKind: (unit: Of<'weekly'>) => boolean) =>
		weekdays.filter((day) => units.some((unit) => isKind(unit) && unit.days.includes(day)));
	const all = units.flatMap(({ days }) => days);
	if (new Set(all).size !== all.length) throw new Unread('曜日');
	const base = { ...shared, frequency: 'weekly' as const };
	const plain = ofKind(({ interval, holidays }) => interval === 1 && holidays === null);
	const second = ofKind(({ interval }) => interval === 2);
	const found: Pattern[] = [];
	for (const word of ['closed', 'open'] as const) {
		const days = ofKind(({ holidays }) => holidays === word);
		if (days.length > 0) found.push({ ...base, days, holidays: shared.holidays ?? word });
	}
	if (plain.length > 0 || isOnHolidays) {
		const holidays = isOnHolidays ? 'also' : shared.holidays;
		found.push({ ...base, days: plain, holidays });
	}
	if (second.length > 0) found.push(fortnightly({ ...base, days: second, interval: 2 }));
	return found;
}

/** A start on another weekday does not say which week is meant. */
function fortnightly(one: Pattern): Pattern {
	const { startsOn, days } = one;
	if (startsOn && !days.includes(weekdayOf(toDay(startsOn)))) throw new Unread('隔週の始まりの日');
	return one;
}

function nthOf(units: Of<'nth'>[], shared: Pattern): Pattern[] {
	const byPositions = Map.groupBy(units, ({ positions }) => positions.join());
	return [...byPositions.values()].map((some) => {
		const days = some.flatMap((unit) => unit.days);
		if (new Set(days).size !== days.length) throw new Unread('曜日');
		const inOrder = weekdays.filter((day) => days.includes(day));
		return { ...shared, frequency: 'monthly', days: inOrder, positions: some[0]!.positions };
	});
}

function monthDaysOf(units: Of<'monthDays'>[], shared: Pattern): Pattern[] {
	if (units.length === 0) return [];
	const dates = units.flatMap((unit) => unit.dates);
	const isBare = shared.months.length === 0 && units.every((unit) => unit.isBare);
	if ((isBare && !areSpread(dates)) || new Set(dates).size !== dates.length) throw new Unread('日');
	return [{ ...shared, frequency: 'monthly', monthDays: dates }];
}

/** 「15日」 and 「12・13日」 may be of this month; 「5・15・25日」 come every month. */
function areSpread(dates: readonly number[]): boolean {
	const sorted = dates.toSorted((a, b) => a - b);
	return sorted.length > 1 && sorted.every((date, at) => at === 0 || date - sorted[at - 1]! >= 5);
}

function yearly({ from }: Of<'span'>, shared: Pattern): Pattern {
	const [month, date] = from.split('-').map(Number);
	if (shared.months.length > 0) throw new Unread('毎年');
	return { ...shared, frequency: 'yearly', months: [month!], monthDays: [date!] };
}

/** Days on end: 「2026年5月10日〜12日」. null: too many to be one event, or of no weekday. */
export function stretch({ from, to }: NonNullable<Line['between']>): Unit | null {
	if (!from || !to || toDay(to) - toDay(from) >= longestStretch) return null;
	return { ...weekly([...weekdays]), holidays: 'open' };
}

/** No day belongs to two groups: which of the times would hold? */
function areApart(groups: readonly Group[], patterns: readonly Pattern[][]): boolean {
	const all = patterns.flatMap((some, group) => some.map((one) => ({ one, group })));
	return all.every(({ one, group }, at) =>
		all.slice(at + 1).every((other) => {
			if (!meet(one.months, other.one.months)) return true;
			return !(other.group === group ? areSame(one, other.one) : mayMeet(one, other.one));
		})
	);
}

const meet = <T>(some: readonly T[], others: readonly T[]) =>
	some.length === 0 || others.length === 0 || some.some((one) => others.includes(one));

/** In one group the same times hold twice on a day; only a day that is named twice is odd. */
const areSame = (a: Pattern, b: Pattern) =>
	a.positions.length + b.positions.length > 0 &&
	a.positions.length * b.positions.length === 0 &&
	a.days.some((day) => b.days.includes(day));

function mayMeet(a: Pattern, b: Pattern): boolean {
	if (a.frequency === 'once' && b.frequency === 'once') return a.startsOn === b.startsOn;
	if (a.frequency === 'once' || b.frequency === 'once') return true;
	if (a.monthDays.length > 0 && b.monthDays.length > 0) {
		return a.monthDays.some((date) => b.monthDays.includes(date));
	}
	if (a.monthDays.length > 0 || b.monthDays.length > 0) return true;
	const isEither = (day: Weekday) => a.days.includes(day) && b.days.includes(day);
	const isLastAndLate = (one: Pattern, other: Pattern) =>
		one.positions.includes(-1) && other.positions.some((position) => position >= 4);
	const positionsMeet =
		meet(a.positions, b.positions) || isLastAndLate(a, b) || isLastAndLate(b, a);
	return positionsMeet && weekdays.some(isEither);
}
