import type { Cursor } from '#lib/domain/schedule/words/cursor.ts';
import type { Position, Unit } from '#lib/domain/schedule/words/tokens.ts';
import { joins, takeWeekdays } from './weekly.ts';

/** 「第1・3」「第1・第3」「第1〜第3」「第4・最終」, and the weekdays that follow. */
export function takeNth(cursor: Cursor, start: number): Unit {
	const positions = takePositions(cursor, start);
	if (cursor.is('week')) cursor.refuse(start);
	const isJoined = cursor.is('no') || cursor.is('dot');
	if (isJoined && cursor.is('day', 1)) cursor.take();
	// 「第2・4（土）」
	const isInBrackets = cursor.is('opening') && cursor.is('day', 1);
	if (isInBrackets) cursor.take();
	if (!cursor.is('day')) return { kind: 'nth', positions, days: [] };
	const first = cursor.at;
	const { days } = takeWeekdays(cursor, start);
	const taken = cursor.tokens.slice(first, cursor.at);
	if (isInBrackets && !cursor.takeIf('closing')) cursor.refuse(start);
	// 「第2月」 may be a month, 「第3日」 a day, 「第2土日」 a weekend that lies over two weeks.
	const isNamed =
		isInBrackets ||
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
			'opening',
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
