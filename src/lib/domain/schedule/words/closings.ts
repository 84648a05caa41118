import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import { Unread } from './cursor.ts';
import type { Group, Line } from './groups.ts';
import type { Position, Unit } from './tokens.ts';
import { weekly } from './weekdays/weekly.ts';

export type Closing = { from: string; to: string };

/** What is taken away from a group. */
export type Absence = { holidays: 'open' | 'closed' | null; closings: Closing[] };

const positions: Position[] = [1, 2, 3, 4, 5];

/** Takes what is closed out of each group's days and months; the rest is said of all its rules. */
export function close(line: Line, groups: Group[]): Map<Group, Absence> {
	inferDays(line, groups);
	return new Map(
		groups.map((group, at) => {
			const isLast = at === groups.length - 1;
			// In brackets behind the last days it is said of all.
			const own = [...group.closed, ...line.closed, ...(isLast ? [] : groups.at(-1)!.closed)];
			const absence: Absence = { holidays: null, closings: [] };
			for (const { units, text } of own) {
				for (const unit of units) closeUnit(group, unit, absence, text);
			}
			for (const { units, text } of line.open) {
				for (const unit of units) openUnit(group, unit, absence, text);
			}
			if (group.units.length === 0 || group.months?.length === 0)
				throw new Unread(own[0]?.text ?? '');
			return [group, absence];
		})
	);
}

/** 「10時〜18時、火曜定休」: open on all other days. */
function inferDays(line: Line, groups: Group[]): void {
	const [only, ...more] = groups;
	if (!only || only.units.length > 0) return;
	const closed = [...only.closed, ...line.closed];
	const [time] = only.times;
	const isAlways = time?.from === '00:00' && time.to === '24:00';
	if (isAlways && more.length === 0) {
		only.units = [{ ...weekly([...weekdays]), holidays: 'open' }];
		return;
	}
	const isRest = closed.some(
		({ isRest, units }) => isRest && units.some(({ kind }) => kind === 'weekly')
	);
	if (!isRest || more.length > 0 || only.times.length === 0) throw new Unread('曜日');
	only.units = [weekly([...weekdays])];
}

function closeUnit(group: Group, unit: Unit, absence: Absence, text: string): void {
	switch (unit.kind) {
		case 'holiday':
			if (group.units.some(({ kind }) => kind === 'holiday')) throw new Unread(text);
			absence.holidays = 'closed';
			return;
		case 'span':
			absence.closings.push({ from: unit.from, to: unit.to });
			return;
		case 'months': {
			const months = group.months ?? Array.from({ length: 12 }, (_, at) => at + 1);
			group.months = months.filter((month) => !unit.months.includes(month));
			return;
		}
		case 'weekly':
			if (unit.interval > 1) throw new Unread(text);
			group.units = group.units.flatMap((one) => without(one, unit.days, text));
			return;
		case 'nth':
			group.units = group.units.flatMap((one) => withoutNth(one, unit, text));
			return;
		default:
			throw new Unread(text);
	}
}

function openUnit({ units }: Group, unit: Unit, absence: Absence, text: string): void {
	if (unit.kind === 'holiday') {
		if (absence.holidays === 'closed') throw new Unread(text);
		absence.holidays = 'open';
		return;
	}
	if (unit.kind === 'span' || unit.kind === 'months') return;
	const all = units.flatMap((one) => (one.kind === 'weekly' ? one.days : []));
	if (unit.kind !== 'weekly' || !unit.days.every((day) => all.includes(day)))
		throw new Unread(text);
}

function without(unit: Unit, days: readonly Weekday[], text: string): Unit[] {
	if (unit.kind === 'holiday') return [unit];
	if (unit.kind !== 'weekly') {
		const isTouched = unit.kind !== 'nth' || unit.days.some((day) => days.includes(day));
		if (isTouched) throw new Unread(text);
		return [unit];
	}
	const left = unit.days.filter((day) => !days.includes(day));
	return left.length > 0 ? [{ ...unit, days: left }] : [];
}

/** 「毎週日曜（第3は休み）」 becomes the 1st, 2nd, 4th and 5th. */
function withoutNth(unit: Unit, closed: Unit & { kind: 'nth' }, text: string): Unit[] {
	if (unit.kind === 'holiday') return [unit];
	if (unit.kind !== 'weekly' || unit.interval > 1 || closed.positions.includes(-1)) {
		throw new Unread(text);
	}
	const days = closed.days.length > 0 ? closed.days : unit.days;
	if (closed.days.length === 0 && unit.days.length > 1) throw new Unread(text);
	const touched = unit.days.filter((day) => days.includes(day));
	const others = unit.days.filter((day) => !days.includes(day));
	if (touched.length === 0) return [unit];
	if (unit.holidays !== null) throw new Unread(text);
	const left = positions.filter((one) => !closed.positions.includes(one));
	const nth: Unit = { kind: 'nth', positions: left, days: touched };
	return others.length > 0 ? [{ ...unit, days: others }, nth] : [nth];
}
