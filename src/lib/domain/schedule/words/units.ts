import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import type { Cursor } from './cursor.ts';
import { takeDate } from './dated.ts';
import { takeNumbers } from './dates.ts';
import type { YearDay, Position, Unit } from './tokens.ts';
import type { Kind } from './tokens.ts';

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

export const weekly = (days: Weekday[], interval = 1): Unit & { kind: 'weekly' } => ({
	...{ kind: 'weekly', days, interval },
	...{ isBare: false, isEvery: false, holidays: null }
});

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

/** 「月・水・金」「月水金」「月〜金」「月曜から金曜まで」. */
function takeWeekdays(cursor: Cursor, start: number): Unit {
	const found: Weekday[] = [];
	let isBare = true;
	for (;;) {
		found.push(cursor.take().day!);
		if (cursor.takeIf('youbi')) isBare = false;
		const isRange = (cursor.is('tilde') || cursor.is('from')) && cursor.is('day', 1);
		if (isRange) {
			cursor.take();
			const to = cursor.take();
			if (cursor.takeIf('youbi')) isBare = false;
			cursor.takeIf('until');
			found.push(...following(found.at(-1)!, to.day!));
		}
		if (cursor.is('day')) continue;
		if (!joins(cursor) || !cursor.is('day', 1)) break;
		cursor.take();
	}
	const days = weekdays.filter((day) => found.includes(day));
	if (new Set(found).size !== found.length) cursor.refuse(start);
	return { ...weekly(days), isBare: isBare && days.length === 1 };
}

const joiners = new Set<Kind>(['dot', 'slash']);
export const joins = (cursor: Cursor): boolean => cursor.isOne(joiners);

/** After `from`, up to `to`, over the end of the week if need be. */
function following(from: Weekday, to: Weekday): Weekday[] {
	const first = weekdays.indexOf(from);
	const count = (weekdays.indexOf(to) - first + 7) % 7;
	return upTo(count).map((step) => weekdays[(first + step) % 7]!);
}

/** 「第1・3」「第1・第3」「第1〜第3」「第4・最終」, and the weekdays that follow. */
function takeNth(cursor: Cursor, start: number): Unit {
	const positions = takePositions(cursor, start);
	if (cursor.is('week')) cursor.refuse(start);
	const isJoined = cursor.is('no') || cursor.is('dot');
	if (isJoined && cursor.is('day', 1)) cursor.take();
	if (!cursor.is('day')) return { kind: 'nth', positions, days: [] };
	const first = cursor.at;
	const unit = takeWeekdays(cursor, start);
	const { days } = unit as Unit & { kind: 'weekly' };
	const taken = cursor.tokens.slice(first, cursor.at);
	// 「第2月」 may be a month, 「第3日」 a day, 「第2土日」 a weekend that lies over two weeks.
	const isNamed =
		taken.some(({ kind }) => kind === 'youbi') ||
		taken.some(({ day }) => day && !['mo', 'su'].includes(day));
	const isWeekend = days.includes('sa') && days.includes('su');
	const isStretch = taken.some(({ kind }) => kind === 'tilde' || kind === 'from');
	if (!isNamed || isWeekend || isStretch) cursor.refuse(start);
	return { kind: 'nth', positions, days };
}

function takePositions(cursor: Cursor, start: number): Position[] {
	const found: Position[] = [];
	for (;;) {
		if (cursor.takeIf('last')) found.push(-1);
		else {
			cursor.takeIf('nth');
			found.push(takePosition(cursor, start));
		}
		const isRange = cursor.is('tilde') && (cursor.is('number', 1) || cursor.is('nth', 1));
		if (isRange) {
			cursor.take();
			cursor.takeIf('nth');
			const [from, to] = [found.at(-1)!, takePosition(cursor, start)];
			if (to <= from) cursor.refuse(start);
			for (let one = from + 1; one <= to; one++) found.push(one as Position);
		}
		if (cursor.is('nth') || (cursor.is('last') && !cursor.peek()!.gap)) continue;
		const next = cursor.peek(1);
		const isNext = next?.kind === 'nth' || next?.kind === 'last' || isPosition(cursor, 1);
		if (!joins(cursor) || !isNext) break;
		// 「第1土曜」 has its own weekday before the next 第 comes.
		cursor.take();
	}
	if (new Set(found).size !== found.length) cursor.refuse(start);
	return found.sort((a, b) => (a < 0 ? 6 : a) - (b < 0 ? 6 : b));
}

/** A number that is followed by nothing that makes it another one: 「第1・3土曜」, not 「第1・10時」. */
function isPosition(cursor: Cursor, ahead: number): boolean {
	const token = cursor.peek(ahead);
	if (token?.kind !== 'number' || token.value < 1 || token.value > 5) return false;
	const next = cursor.peek(ahead + 1)?.kind;
	if (next === 'day') return cursor.peek(ahead + 1)!.day !== 'mo' || cursor.is('youbi', ahead + 2);
	return (
		next === undefined ||
		[
			'dot',
			'no',
			'closing',
			'slash',
			'nth',
			'only',
			'tilde',
			'stop',
			'week',
			'ha',
			'mo',
			'wo',
			'except',
			'closed'
		].includes(next)
	);
}

function takePosition(cursor: Cursor, start: number): Position {
	const token = cursor.take();
	if (token.kind !== 'number' || token.value < 1 || token.value > 5) return cursor.refuse(start);
	return token.value as Position;
}
