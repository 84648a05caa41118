import type { Cursor } from './cursor.ts';
import type { Kind, Token } from './tokens.ts';

/** HH:MM; null where the words leave it open. */
export type Span = { from: string | null; to: string | null };

const halves = new Set<Kind>(['am', 'pm', 'morning', 'midday', 'evening', 'night']);

/** An hour as it is written, before it is known which half of the day is meant. */
type Point = {
	half: Kind | null;
	hour: number;
	minute: number;
	/** 09:00, or an hour after noon: the day is counted to 24. */
	isPlain: boolean;
};

/** Whether a clock time begins here: 「10時」「10:00」「10〜17時」「午後」「〜17時」「正午」. */
export function beginsClock(cursor: Cursor, ahead = 0): boolean {
	const token = cursor.peek(ahead);
	if (!token) return false;
	if (halves.has(token.kind) || ['noon', 'allHours', 'allDay'].includes(token.kind)) return true;
	if (token.kind === 'tilde') return beginsPoint(cursor, ahead + 1);
	return beginsPoint(cursor, ahead);
}

function beginsPoint(cursor: Cursor, ahead: number): boolean {
	const token = cursor.peek(ahead);
	if (!token) return false;
	if (token.kind === 'noon') return true;
	const number = halves.has(token.kind) ? ahead + 1 : ahead;
	if (!cursor.is('number', number)) return false;
	if (cursor.is('hour', number + 1)) return true;
	if (isMinutes(cursor, number + 1)) return true;
	if (!cursor.is('tilde', number + 1)) return false;
	// 「10〜17時」: the unit stands once, at the end.
	const second = halves.has(cursor.peek(number + 2)?.kind as Kind) ? number + 3 : number + 2;
	if (cursor.is('noon', number + 2)) return false;
	if (!cursor.is('number', second)) return false;
	return cursor.is('hour', second + 1) || isMinutes(cursor, second + 1);
}

/** 「:30」, two digits right behind the colon. */
function isMinutes(cursor: Cursor, ahead: number): boolean {
	const number = cursor.peek(ahead + 1);
	return cursor.is('colon', ahead) && number?.kind === 'number' && /^\d\d$/.test(number.text);
}

export function takeClock(cursor: Cursor): Span {
	const start = cursor.at;
	if (cursor.takeIf('allHours')) return { from: '00:00', to: '24:00' };
	if (cursor.takeIf('allDay')) return { from: null, to: null };
	if (cursor.takeIf('tilde')) {
		const to = ending(takePoint(cursor, start), cursor, start);
		cursor.takeIf('until');
		return { from: null, to };
	}
	if (cursor.isOne(halves) && !beginsPoint(cursor, 0)) {
		cursor.take();
		return { from: null, to: null };
	}
	const first = takePoint(cursor, start);
	if (cursor.takeIf('until')) return { from: null, to: ending(first, cursor, start) };
	const link = cursor.takeIf('tilde', 'from');
	if (link && beginsPoint(cursor, 0)) {
		const second = takePoint(cursor, start);
		cursor.takeIf('until');
		return range(first, second, cursor, start);
	}
	if (!link) cursor.takeIf('begins');
	// 「月曜10時〜金曜17時」 is one long stretch, not two days.
	else if (link.kind === 'tilde' && cursor.is('day') && !cursor.peek()!.gap) cursor.refuse(start);
	return { from: single(first, cursor, start), to: null };
}

function takePoint(cursor: Cursor, start: number): Point {
	const half = cursor.isOne(halves) ? cursor.take().kind : null;
	if (cursor.takeIf('noon')) return { half: 'noon', hour: 12, minute: 0, isPlain: true };
	const number = cursor.take();
	if (number.kind !== 'number') cursor.refuse(start);
	const minute = takeMinute(cursor, number);
	if (number.value > 24 || minute > 59) cursor.refuse(start);
	const isPlain = number.value > 12 || number.value === 0 || /^0\d$/.test(number.text);
	return { half, hour: number.value, minute, isPlain };
}

function takeMinute(cursor: Cursor, hour: Token): number {
	if (isMinutes(cursor, 0)) {
		cursor.take();
		return cursor.take().value;
	}
	if (!cursor.takeIf('hour')) return cursor.is('tilde') && hour.text.length <= 2 ? 0 : Infinity;
	if (cursor.takeIf('half')) return 30;
	const minutes = cursor.peek();
	if (minutes?.kind !== 'number') return 0;
	const isNamed = cursor.is('minute', 1);
	if (!isNamed && (minutes.gap || !/^\d\d$/.test(minutes.text) || !endsMinutes(cursor))) return 0;
	cursor.take();
	if (isNamed) cursor.take();
	return minutes.value;
}

/** 「13時30〜15時30」: nothing follows that would make it a number of something else. */
function endsMinutes(cursor: Cursor): boolean {
	const next = cursor.peek(1);
	return !next || ['tilde', 'closing', 'stop', 'dot', 'from', 'until'].includes(next.kind);
}

/** The hours that each part of the day may be said with; what is below `later` means the afternoon. */
const hoursOf: Partial<Record<Kind, { from: number; to: number; later: [number, number] | null }>> =
	{
		am: { from: 0, to: 11, later: null },
		pm: { from: 13, to: 23, later: [0, 11] },
		morning: { from: 4, to: 11, later: null },
		midday: { from: 11, to: 15, later: [1, 3] },
		evening: { from: 15, to: 19, later: [3, 7] },
		night: { from: 17, to: 23, later: [5, 11] },
		noon: { from: 12, to: 12, later: null }
	};

/** With its part of the day; null: that part has no such hour. */
function placed(half: Kind, { hour, minute }: Point): number | null {
	const { from, to, later } = hoursOf[half]!;
	if (later && hour >= later[0] && hour <= later[1]) return (hour + 12) * 60 + minute;
	return hour >= from && hour <= to ? hour * 60 + minute : null;
}

/** A single hour needs its part of the day, or to be one that only one part has. */
function single(point: Point, cursor: Cursor, start: number): string {
	const minutes = point.half
		? placed(point.half, point)
		: point.isPlain || point.hour >= 9
			? point.hour * 60 + point.minute
			: null;
	return minutes === null ? cursor.refuse(start) : written(minutes, cursor, start);
}

/** 「9時まで」 may be at night. */
function ending(point: Point, cursor: Cursor, start: number): string {
	if (!point.half && !point.isPlain && point.hour < 12) cursor.refuse(start);
	return single(point, cursor, start);
}

function range(first: Point, second: Point, cursor: Cursor, start: number): Span {
	const from = startOf(first, second);
	const to = from === null ? null : endOf(from, first, second);
	if (from === null || to === null || to <= from) return cursor.refuse(start);
	return { from: written(from, cursor, start), to: written(to, cursor, start) };
}

const isEarly = ({ hour, isPlain }: Point) => !isPlain && hour <= 8;

function startOf(first: Point, second: Point): number | null {
	if (first.half) return placed(first.half, first);
	const minutes = first.hour * 60 + first.minute;
	// 「7時〜9時」 may be in the evening; an end after noon, or one said to be, settles it.
	if (!isEarly(first)) return minutes;
	const end = second.half ? placed(second.half, second) : null;
	const isSettled = end === null ? second.isPlain || second.hour === 12 : end <= minutes + 12 * 60;
	return isSettled && first.hour >= 5 ? minutes : null;
}

/** 「午後1時〜3時」 says its half once; 「9時〜5時」 can only end in the afternoon. */
function endOf(from: number, first: Point, second: Point): number | null {
	if (second.half) return placed(second.half, second);
	const minutes = second.hour * 60 + second.minute;
	if (second.isPlain) return minutes;
	const isLater = first.half !== null && from >= 12 * 60;
	if (isLater) return second.hour <= 11 ? minutes + 12 * 60 : null;
	if (minutes > from) return minutes;
	const isOfficeDay = from >= 8 * 60 && from <= 12 * 60 + 59 && second.hour <= 7;
	return isOfficeDay ? minutes + 12 * 60 : null;
}

function written(minutes: number, cursor: Cursor, start: number): string {
	if (minutes > 24 * 60) cursor.refuse(start);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
