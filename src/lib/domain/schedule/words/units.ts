import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import type { Cursor } from './cursor.ts';
import { takeDate } from './dates/dated.ts';
import { takeNumbers } from './dates/dates.ts';
import type { YearDay, Unit } from './tokens.ts';
import { takeNth } from './weekdays/nth.ts';
import type { Kind } from './tokens.ts';
import { takeWeekdays, weekly } from './weekdays/weekly.ts';

const workdays: Weekday[] = ['mo', 'tu', 'we', 'th', 'fr'];
const even = [2, 4, 6, 8, 10, 12];
const odd = even.map((month) => month - 1);
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

const fixed: Partial<Record<Kind, () => Unit>> = {
	daily: () => weekly([...weekdays]),
	always: () => ({ ...weekly([...weekdays]), holidays: 'open' }),
	workdays: () => ({ ...weekly([...workdays]), holidays: 'closed' }),
	holiday: () => ({ kind: 'holiday' }),
	oddMonths: () => ({ kind: 'months', months: odd }),
	evenMonths: () => ({ kind: 'months', months: even }),
	oddDays: () => ({
		kind: 'monthDays',
		dates: upTo(31).filter((date) => date % 2 === 1),
		isBare: false
	}),
	evenDays: () => ({
		kind: 'monthDays',
		dates: upTo(31).filter((date) => date % 2 === 0),
		isBare: false
	}),
	monthEnd: () => ({ kind: 'monthDays', dates: [-1], isBare: false }),
	newYearsDay: () => span('01-01', '01-01'),
	newYearsDays: () => span('01-01', '01-03'),
	newYearsEve: () => span('12-31', '12-31')
};

const span = (from: YearDay, to: YearDay): Unit => ({
	...{ kind: 'span', from, to },
	isYearly: false
});

/** 年末年始 and お盆, where no dates are given: as most offices and temples keep them. */
const customary = {
	yearEnd: span('12-29', '01-03'),
	obon: span('08-13', '08-16')
} as const;

const beginnings = new Set<Kind>([
	...(Object.keys(fixed) as Kind[]),
	...(['everyWeek', 'everyMonth', 'everyYear', 'fortnight', 'nth', 'last', 'day'] as const),
	...(['yearEnd', 'obon', 'number', 'date', 'era'] as const)
]);

export const beginsUnit = (cursor: Cursor, ahead = 0): boolean => cursor.isOne(beginnings, ahead);

/** One unit, its prefix included: 「毎月第2・4土曜」「5・15・25日」「年末年始（12/29〜1/3）」. */
export function takeUnit(cursor: Cursor): Unit {
	const start = cursor.at;
	const make = fixed[cursor.peek()!.kind];
	if (make) {
		cursor.take();
		if (cursor.is('youbi')) cursor.refuse(start);
		return make();
	}
	if (cursor.is('yearEnd') || cursor.is('obon')) return takeCustomary(cursor);
	if (cursor.is('nth') || cursor.is('last')) return takeNth(cursor, start);
	if (cursor.is('day')) return takeWeekdays(cursor, start);
	const prefix = cursor.takeIf('everyWeek', 'everyMonth', 'everyYear', 'fortnight');
	if (!prefix) return cursor.is('number') ? takeNumbers(cursor, start) : takeDate(cursor, start);
	cursor.takeIf('no');
	const isInBrackets = cursor.takeIf('opening') !== null;
	const unit = beginsUnit(cursor) ? takeUnit(cursor) : cursor.refuse(start);
	if (isInBrackets && !cursor.takeIf('closing')) cursor.refuse(start);
	return prefixed(prefix.kind, unit) ?? cursor.refuse(start);
}

/** null: 「毎週第2土曜」「毎月土曜」 and the like mean nothing certain. */
function prefixed(prefix: Kind, unit: Unit): Unit | null {
	if (prefix === 'everyWeek') {
		return unit.kind === 'weekly' && unit.holidays === null
			? { ...unit, isBare: false, isEvery: true }
			: null;
	}
	if (prefix === 'fortnight') {
		const isPlain = unit.kind === 'weekly' && unit.holidays === null && unit.interval === 1;
		return isPlain ? { ...unit, interval: 2, isBare: false } : null;
	}
	if (prefix === 'everyYear') {
		if (unit.kind === 'span') return unit.from === unit.to ? { ...unit, isYearly: true } : null;
		return unit.kind === 'months' ? unit : null;
	}
	if (unit.kind === 'monthDays') return { ...unit, isBare: false };
	return unit.kind === 'nth' ? unit : null;
}

/** Its own dates may follow: 「年末年始（12月28日〜1月4日）」. */
function takeCustomary(cursor: Cursor): Unit {
	const usual = customary[cursor.take().kind as keyof typeof customary];
	const isInBrackets = cursor.is('opening') && cursor.is('number', 1);
	if (!isInBrackets && !cursor.is('number')) return usual;
	const start = cursor.at;
	cursor.takeIf('opening');
	const own = takeNumbers(cursor, start);
	if (own.kind !== 'span' || (isInBrackets && !cursor.takeIf('closing'))) cursor.refuse(start);
	return own;
}
