import { type Cursor, takeNumber } from '#lib/domain/schedule/words/cursor.ts';
import { takeDate } from './dated.ts';
import { dateOf, type YearDay } from '#lib/domain/schedule/words/tokens.ts';
import type { Unit } from '#lib/domain/schedule/words/tokens.ts';

/**
 * A list of numbers and what they count: 「4・6月」「4月〜11月」「5・15・25日」「12/29〜1/3」「3と8のつく日」.
 * A year leads to a date.
 */
export function takeNumbers(cursor: Cursor, start: number): Unit {
	if (cursor.is('year', 1) || cursor.is('fiscalYear', 1)) return takeDate(cursor, start);
	const numbers = takeList(cursor, start);
	if (cursor.is('day') && cursor.peek()!.day === 'mo' && !cursor.is('youbi', 1)) {
		return takeMonths(cursor, numbers, start);
	}
	if (cursor.is('day') && cursor.peek()!.day === 'su') {
		cursor.take();
		return monthDays(cursor, numbers, start);
	}
	if (cursor.takeIf('digitDay')) return digitDays(cursor, numbers, start);
	if (cursor.is('slash') && cursor.is('number', 1) && numbers.length === 1) {
		cursor.take();
		return takeYearDay(cursor, numbers[0]!, takeNumber(cursor, start), start);
	}
	return cursor.refuse(start);
}

/** 「1・3・5」「4〜9」, in full. */
function takeList(cursor: Cursor, start: number): number[] {
	const found = [takeNumber(cursor, start)];
	while ((cursor.is('dot') || cursor.is('tilde')) && cursor.is('number', 1)) {
		if (!isSameUnit(cursor)) break;
		const isRange = cursor.take().kind === 'tilde';
		const next = takeNumber(cursor, start);
		if (isRange) found.push(-next);
		else found.push(next);
	}
	return found;
}

/** The number after a mark has no unit of its own, or the month or day that all of them share. */
function isSameUnit(cursor: Cursor): boolean {
	const unit = cursor.peek(2);
	if (!unit) return false;
	return ['dot', 'tilde', 'digitDay'].includes(unit.kind) || unit.day === 'mo' || unit.day === 'su';
}

/** A range is written as its end with a minus sign; `size` closes the circle of the months. */
function spread(numbers: number[], size: number, cursor: Cursor, start: number): number[] {
	const found: number[] = [];
	for (const number of numbers) {
		if (number < 0) {
			const from = found.at(-1);
			if (from === undefined || -number > size || -number === from) return cursor.refuse(start);
			const count = (-number - from + size) % size;
			for (let step = 1; step <= count; step++) found.push(((from - 1 + step) % size) + 1);
		} else found.push(number);
	}
	const isOdd = found.some((one) => one < 1 || one > size) || new Set(found).size !== found.length;
	return isOdd ? cursor.refuse(start) : found;
}

/** At 月. 「4月〜11月」 has its unit twice; 「8月13日」 is a day of the year. */
function takeMonths(cursor: Cursor, numbers: number[], start: number): Unit {
	cursor.take();
	if (cursor.is('number') && !cursor.peek()!.gap && isDayNext(cursor) && numbers.length === 1) {
		const date = takeNumber(cursor, start);
		if (cursor.peek()?.day === 'su') cursor.take();
		return takeYearDay(cursor, numbers[0]!, date, start);
	}
	const all = [...numbers];
	const isRange = (cursor.is('tilde') || cursor.is('from')) && cursor.is('number', 1);
	const isNextYear = cursor.is('tilde') && cursor.is('nextYear', 1);
	if (isNextYear || (isRange && cursor.peek(2)?.day === 'mo' && !cursor.is('number', 3))) {
		cursor.take();
		if (isNextYear) cursor.take();
		const last = takeNumber(cursor, start);
		const isMonth = cursor.peek()?.day === 'mo' && !cursor.is('number', 1);
		if (isNextYear && (!isMonth || last >= all.at(-1)!)) cursor.refuse(start);
		all.push(-last);
		cursor.take();
		cursor.takeIf('until');
	} else if (cursor.is('tilde') || cursor.is('from') || cursor.is('until')) cursor.refuse(start);
	const months = spread(all, 12, cursor, start).sort((a, b) => a - b);
	return { kind: 'months', months };
}

/** 「13日」, or 「13〜16日」. */
function isDayNext(cursor: Cursor): boolean {
	if (cursor.peek(1)?.day === 'su') return true;
	return cursor.is('tilde', 1) && cursor.is('number', 2) && cursor.peek(3)?.day === 'su';
}

/** From its first day on: 「12月29日〜1月3日」「8/13〜16」「8月13〜16日」. */
function takeYearDay(cursor: Cursor, month: number, date: number, start: number): Unit {
	skipWeekday(cursor);
	const from = yearDay(month, date, cursor, start);
	const isRange = (cursor.is('tilde') || cursor.is('from')) && cursor.is('number', 1);
	if (!isRange) {
		if (cursor.is('tilde') || cursor.is('from') || cursor.is('until')) cursor.refuse(start);
		return { kind: 'span', from, to: from, isYearly: false };
	}
	cursor.take();
	const first = takeNumber(cursor, start);
	let to = yearDay(month, first, cursor, start, first <= 31);
	if (cursor.is('slash') || cursor.peek()?.day === 'mo') {
		cursor.take();
		to = yearDay(first, takeNumber(cursor, start), cursor, start);
	} else if (first <= date) cursor.refuse(start);
	if (cursor.peek()?.day === 'su') cursor.take();
	if (cursor.is('hour') || cursor.is('colon')) cursor.refuse(start);
	skipWeekday(cursor);
	cursor.takeIf('until');
	return { kind: 'span', from, to, isYearly: false };
}

function yearDay(
	month: number,
	date: number,
	cursor: Cursor,
	start: number,
	isLenient = false
): YearDay {
	// 2028 is a leap year: 29 February is a day of some years.
	const on = dateOf(2028, month, date);
	if (!on && !isLenient) cursor.refuse(start);
	return (on ?? '2028-01-01').slice(5) as YearDay;
}

/** 「（日）」 or 「日曜」 behind a date without its year cannot be checked, and says nothing more. */
function skipWeekday(cursor: Cursor): void {
	if (cursor.is('opening') && cursor.is('day', 1)) {
		const length = cursor.is('youbi', 2) ? 3 : 2;
		if (cursor.is('closing', length)) cursor.at += length + 1;
	}
}

function monthDays(cursor: Cursor, numbers: number[], start: number): Unit {
	if (cursor.is('youbi')) cursor.refuse(start);
	const dates = spread(numbers, 31, cursor, start);
	if (cursor.is('tilde') || cursor.is('from') || cursor.is('until')) cursor.refuse(start);
	return { kind: 'monthDays', dates, isBare: true };
}

/** 「5の日」: 5, 15 and 25. */
function digitDays(cursor: Cursor, numbers: number[], start: number): Unit {
	if (numbers.some((number) => number < 0 || number > 9)) cursor.refuse(start);
	const dates = Array.from({ length: 31 }, (_, at) => at + 1);
	return {
		kind: 'monthDays',
		dates: dates.filter((date) => numbers.includes(date % 10)),
		isBare: false
	};
}
