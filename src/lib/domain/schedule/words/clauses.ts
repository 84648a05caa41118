import { beginsClock, takeClock, type Span } from './clock.ts';
import type { Cursor } from './cursor.ts';
import type { Kind } from './tokens.ts';
import { beginsUnit, takeUnit } from './units.ts';
import type { Unit } from './tokens.ts';
import { joins } from './weekdays/weekly.ts';

/** What is said, one after the other. */
export type Clause =
	| {
			kind: 'units';
			units: Unit[];
			/** On these days; not on these; on these too. */
			role: 'base' | 'closed' | 'open';
			/** 「8月は」: what follows is about these days. */
			isTopic: boolean;
			/** 「定休日」 and 「〜以外」: it is open on all other days. */
			isRest: boolean;
			text: string;
	  }
	| { kind: 'clock'; span: Span; isPause: boolean }
	/** 「月1回」「週2回」: only to be believed where the days are named too. */
	| { kind: 'count'; per: 'week' | 'month'; times: number; text: string }
	| { kind: 'break'; mark: Kind };

const breaks = new Set<Kind>(['opening', 'closing', 'dot', 'stop', 'slash', 'colon']);
const silent = new Set<Kind>(['note', 'open', 'no', 'wo', 'ha', 'filler']);
const closing: Kind[] = ['closed', 'closedLabel', 'except'];

export function clausesOf(cursor: Cursor): Clause[] {
	const clauses: Clause[] = [];
	while (cursor.peek()) clauses.push(...takeClause(cursor));
	return clauses;
}

function takeClause(cursor: Cursor): Clause[] {
	const start = cursor.at;
	const token = cursor.peek()!;
	const count = takeCount(cursor);
	if (count) return [count];
	if (cursor.is('pause')) return takePause(cursor, start);
	if (beginsClock(cursor)) return takeTimes(cursor);
	if (closing.includes(token.kind)) return [takePrefixed(cursor, start)];
	if (beginsUnit(cursor)) return [takeUnits(cursor)];
	if (breaks.has(token.kind)) return [{ kind: 'break', mark: cursor.take().kind }];
	if (silent.has(token.kind)) {
		cursor.take();
		return [];
	}
	return cursor.refuse(start);
}

/** 「週2回」「週3日」「月に1回」「毎月1回」; nothing is taken where it is none. */
function takeCount(cursor: Cursor): Clause | null {
	const token = cursor.peek()!;
	const isMonth = token.day === 'mo' || token.kind === 'everyMonth';
	const isWeek = token.kind === 'week' || token.kind === 'everyWeek';
	if (!isMonth && !isWeek) return null;
	const number = cursor.is('filler', 1) || cursor.is('no', 1) ? 2 : 1;
	const unit = cursor.peek(number + 1);
	const isCounted = unit?.kind === 'times' || (isWeek && unit?.day === 'su');
	if (!cursor.is('number', number) || !isCounted) return null;
	const start = cursor.at;
	const times = cursor.peek(number)!.value;
	cursor.at += number + 2;
	const text = textOf(cursor, start);
	return { kind: 'count', per: isMonth ? 'month' : 'week', times, text };
}

const textOf = (cursor: Cursor, start: number) =>
	cursor.tokens
		.slice(start, cursor.at)
		.map(({ text }) => text)
		.join('');

/** 「昼休み12時〜13時」「昼休み：正午〜午後1時を除く」 */
function takePause(cursor: Cursor, start: number): Clause[] {
	cursor.take();
	while (cursor.takeIf('colon', 'ha', 'no', 'wo'));
	if (!beginsClock(cursor)) return cursor.refuse(start);
	const span = takeClock(cursor);
	cursor.takeIf('wo', 'ha');
	cursor.takeIf('except', 'closed');
	return [{ kind: 'clock', span, isPause: true }];
}

/** 「12時〜13時は休み」「12〜13時を除く」「12時〜13時 昼休み」 */
function takeTimes(cursor: Cursor): Clause[] {
	const span = takeClock(cursor);
	const particle = cursor.is('ha') || cursor.is('wo') ? 1 : 0;
	const isPause =
		cursor.is('pause', particle) ||
		cursor.is('except', particle) ||
		(particle === 1 && cursor.is('closed', 1));
	if (isPause) {
		cursor.at += particle;
		if (cursor.takeIf('pause')) cursor.takeIf('wo', 'ha');
		cursor.takeIf('closed', 'except');
	}
	return [{ kind: 'clock', span, isPause }];
}

/** 「定休日：火曜」「休み 土日」「（除く祝日）」 */
function takePrefixed(cursor: Cursor, start: number): Clause {
	const { kind } = cursor.take();
	while (cursor.takeIf('colon', 'ha', 'no'));
	if (!beginsUnit(cursor) || beginsClock(cursor)) return cursor.refuse(start);
	const units = takeList(cursor);
	cursor.takeIf('wo', 'ha');
	cursor.takeIf('closed', 'except');
	const text = textOf(cursor, start);
	const isRest = kind !== 'closed';
	return { kind: 'units', units, role: 'closed', isTopic: false, isRest, text };
}

function takeUnits(cursor: Cursor): Clause {
	const start = cursor.at;
	const units = takeList(cursor);
	const particle = cursor.takeIf('ha', 'mo', 'wo', 'no', 'filler', 'include');
	if (particle?.kind === 'filler') cursor.takeIf('ha', 'mo');
	// 「月曜定休 火〜日」 and 「月〜金 定休日 土日」: on which of them?
	const isBetween = cursor.is('closedLabel') && beginsUnit(cursor, 1);
	const isMarked = cursor.is('closedLabel') && (cursor.is('colon', 1) || cursor.is('ha', 1));
	if (isBetween || (isMarked && !cursor.peek()!.gap)) cursor.refuse(start);
	// 「12/31のみ休み」
	if (cursor.is('only') && cursor.is('closed', 1)) cursor.take();
	const predicate = isMarked ? null : cursor.takeIf('closed', 'closedLabel', 'except');
	const base = { kind: 'units', units, isTopic: false, isRest: false } as const;
	if (predicate) {
		const isRest = predicate.kind !== 'closed';
		if (isRest) cursor.takeIf('no');
		// 「月〜金 休み 土日」: which of them are closed?
		if (predicate.kind !== 'except' && beginsUnit(cursor)) cursor.refuse(start);
		return { ...base, role: 'closed', isRest, text: textOf(cursor, start) };
	}
	if (particle?.kind === 'include') {
		cursor.takeIf('no');
		return { ...base, role: 'open', text: textOf(cursor, start) };
	}
	const isOfHolidays = units.every(({ kind }) => kind === 'holiday');
	const isOpen = (particle?.kind === 'mo' || isOfHolidays) && cursor.is('open');
	if (particle?.kind === 'mo' && !isOpen) cursor.refuse(start);
	if (isOpen) {
		cursor.take();
		return { ...base, role: 'open', text: textOf(cursor, start) };
	}
	const isOnly =
		cursor.takeIf('only') !== null &&
		(units.every(({ kind }) => kind === 'months') || units.every(({ kind }) => kind === 'weekly'));
	const isTopic =
		particle?.kind === 'ha' || (isOnly && (beginsUnit(cursor) || beginsClock(cursor)));
	return { ...base, role: 'base', isTopic, text: textOf(cursor, start) };
}

/** Units that a mark joins, or a space: 「月・水・金」「土日祝」「第1土曜と第3日曜」. */
function takeList(cursor: Cursor): Unit[] {
	const units = [takeUnit(cursor)];
	for (;;) {
		const ahead = joins(cursor) ? 1 : 0;
		if (!beginsUnit(cursor, ahead) || beginsClock(cursor, ahead)) return units;
		if (ahead === 0 && !follows(cursor, units.at(-1)!)) return units;
		// 「12月は第3土曜日、8月は休み」
		if (ahead === 1 && units[0]!.kind !== 'months' && areMonthsAhead(cursor)) return units;
		cursor.at += ahead;
		units.push(takeUnit(cursor));
	}
}

/** 「、8・12月」, not 「、8月13日」. */
function areMonthsAhead(cursor: Cursor): boolean {
	let ahead = 1;
	while (cursor.is('number', ahead) && cursor.is('dot', ahead + 1)) ahead += 2;
	return (
		cursor.is('number', ahead) &&
		cursor.peek(ahead + 1)?.day === 'mo' &&
		!cursor.is('youbi', ahead + 2) &&
		!cursor.is('number', ahead + 2)
	);
}

/** 「土日祝」「祝日年末年始」 stand together without a mark; anything else needs a space. */
function follows(cursor: Cursor, last: Unit): boolean {
	const next = cursor.peek()!;
	if (next.kind === 'holiday') return last.kind === 'weekly';
	if (next.kind === 'yearEnd' || next.kind === 'obon') return last.kind !== 'months';
	return next.gap && last.kind === 'nth' && next.kind === 'nth';
}
