import { fromDay, toDay, weekdayOf } from '#lib/domain/calendar/calendar.ts';
import type { Cursor } from '#lib/domain/schedule/words/cursor.ts';
import { takeNumber } from '#lib/domain/schedule/words/cursor.ts';
import { dateOf, type Kind } from '#lib/domain/schedule/words/tokens.ts';
import type { Unit } from '#lib/domain/schedule/words/tokens.ts';

type Stretch = { from: string; to: string; isDay: boolean };

/** A day, a month or a fiscal year with its year: 「2026年5月10日（日）」「令和8年4月」「2026年度」. */
export function takeDate(cursor: Cursor, start: number): Unit {
	const first = takeStretch(cursor, start, null);
	if (cursor.takeIf('begins'))
		return { kind: 'between', from: first.from, to: null, isRange: true };
	if (cursor.is('tilde') || cursor.is('from')) {
		const next = cursor.peek(1);
		const isDate = next && (next.kind === 'date' || next.kind === 'era' || isYearless(cursor, 1));
		cursor.take();
		if (!isDate) return { kind: 'between', from: first.from, to: null, isRange: true };
		const second = takeStretch(cursor, start, first.from);
		cursor.takeIf('until');
		if (second.to < first.from) cursor.refuse(start);
		return { kind: 'between', from: first.from, to: second.to, isRange: true };
	}
	if (cursor.takeIf('until')) return { kind: 'between', from: null, to: first.to, isRange: true };
	if (!first.isDay) return { kind: 'between', from: first.from, to: first.to, isRange: true };
	return { kind: 'dates', on: [first.from, ...takeMoreDates(cursor, first.from, start)] };
}

/** A number that begins a date: 「2027年」「6月14日」「6/14」. */
function isYearless(cursor: Cursor, ahead: number): boolean {
	if (!cursor.is('number', ahead)) return false;
	const unit = cursor.peek(ahead + 1);
	return (
		unit?.kind === 'year' || unit?.kind === 'slash' || unit?.day === 'mo' || unit?.day === 'su'
	);
}

/** 「、6月14日（日）」: in the year, or the month, of the one before. */
function takeMoreDates(cursor: Cursor, first: string, start: number): string[] {
	const found: string[] = [];
	const isDate = () => cursor.is('date', 1) || cursor.is('era', 1) || isYearless(cursor, 1);
	while (cursor.is('dot') && isDate()) {
		cursor.take();
		const last = found.at(-1) ?? first;
		const next = takeStretch(cursor, start, last);
		if (!next.isDay || next.from <= last) cursor.refuse(start);
		found.push(next.from);
	}
	return found;
}

/** `before` lends its year, and its month to a day alone. */
function takeStretch(cursor: Cursor, start: number, before: string | null): Stretch {
	if (cursor.is('date')) return day(cursor.take().on, cursor, start);
	const year = takeYear(cursor, start) ?? (before ? Number(before.slice(0, 4)) : null);
	if (year === null) return cursor.refuse(start);
	if (cursor.takeIf('fiscalYear')) {
		return { from: `${year}-04-01`, to: `${year + 1}-03-31`, isDay: false };
	}
	const number = takeNumber(cursor, start);
	if (cursor.peek()?.day === 'su') {
		cursor.take();
		return day(dateOf(year, Number(before?.slice(5, 7)), number), cursor, start);
	}
	if (!cursor.takeIf('slash') && cursor.take().day !== 'mo') cursor.refuse(start);
	if (!cursor.is('number') || cursor.peek()!.gap || isTime(cursor)) {
		const from = dateOf(year, number, 1);
		if (from === null) cursor.refuse(start);
		const last = fromDay(toDay(dateOf(year + Math.floor(number / 12), (number % 12) + 1, 1)!) - 1);
		return { from, to: last, isDay: false };
	}
	const date = takeNumber(cursor, start);
	if (cursor.peek()?.day === 'su' && !cursor.is('youbi', 1)) cursor.take();
	return day(dateOf(year, number, date), cursor, start);
}

const isTime = (cursor: Cursor) => cursor.is('hour', 1) || cursor.is('colon', 1);

function takeYear(cursor: Cursor, start: number): number | null {
	const isEra = cursor.takeIf('era') !== null;
	if (isEra && cursor.takeIf('firstYear')) return 2019;
	const hasYear = cursor.is('year', 1) || cursor.is('fiscalYear', 1);
	if (!cursor.is('number') || !hasYear) return isEra ? cursor.refuse(start) : null;
	const number = cursor.take().value;
	cursor.takeIf('year');
	const year = isEra ? 2018 + number : number;
	return year >= 2019 && year < 2100 ? year : cursor.refuse(start);
}

/** A weekday beside a date has to be that date's. */
function day(on: string | null, cursor: Cursor, start: number): Stretch {
	if (on === null) return cursor.refuse(start);
	const isOpen = cursor.is('opening') && cursor.is('day', 1);
	const at = isOpen ? 1 : 0;
	const weekday = cursor.peek(at)?.day;
	const isNamed = isOpen || cursor.is('youbi', 1);
	if (weekday && isNamed) {
		if (weekday !== weekdayOf(toDay(on))) cursor.refuse(start);
		cursor.at += at + 1;
		cursor.takeIf('youbi');
		const closing: Kind[] = isOpen ? ['closing'] : [];
		if (isOpen && !cursor.takeIf(...closing)) cursor.refuse(start);
	}
	return { from: on, to: on, isDay: true };
}
