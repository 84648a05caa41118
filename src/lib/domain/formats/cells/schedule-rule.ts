import { weekdays, type Weekday } from '#lib/domain/calendar/weekday.ts';
import type { Rule, Schedule } from '#lib/domain/schedule/schedule.ts';

export type RuleInput = Partial<Rule>;

/** What a line holds for a schedule of which only the words are known. */
export const noRule = 'なし';
/** What a line holds where the words are to be read. */
export const fromWords = 'ことばから';

/**
 * A rule in one line, in the terms of RFC 5545: `FREQ=MONTHLY;BYDAY=2SA;TIME=14:00-16:00`. DTSTART and
 * UNTIL are dates; TIME, HOLIDAYS (OPEN, CLOSED or ALSO), CLOSED (days of each year) and FREQ=ONCE are
 * ours.
 */
export function writeRule(rule: Rule): string {
	const days = rule.positions.length
		? rule.positions.flatMap((position) => rule.days.map((day) => position + day.toUpperCase()))
		: rule.days.map((day) => day.toUpperCase());
	const parts: [string, string | number | null][] = [
		['FREQ', rule.frequency?.toUpperCase() ?? null],
		['INTERVAL', rule.interval === 1 ? null : rule.interval],
		['BYDAY', days.join()],
		['BYSETPOS', rule.days.length ? '' : rule.positions.join()],
		['BYMONTHDAY', rule.monthDays.join()],
		['BYMONTH', rule.months.join()],
		['DTSTART', rule.startsOn],
		['UNTIL', rule.endsOn],
		['TIME', rule.startsAt || rule.endsAt ? `${rule.startsAt ?? ''}-${rule.endsAt ?? ''}` : null],
		['HOLIDAYS', rule.holidays?.toUpperCase() ?? null],
		['CLOSED', rule.closings.map(({ from, to }) => `${from}/${to}`).join()]
	];
	const said = parts.filter(([, value]) => value);
	return said.map(([name, value]) => `${name}=${value}`).join(';') || noRule;
}

/** All rules of a schedule. */
export const writeRules = (schedule: Schedule): string =>
	[schedule, ...schedule.also].map(writeRule).join(' + ');

/** The rules of a line; `unread` is the part that cannot be understood. Ranges are left to the schema. */
export function readRules(line: string): { rules: RuleInput[] } | { unread: string } {
	const rules: RuleInput[] = [];
	for (const one of line.split(/\s\+\s/)) {
		const read = readRule(one.trim());
		if ('unread' in read) return read;
		rules.push(...read.rules);
	}
	return { rules };
}

function readRule(line: string): { rules: RuleInput[] } | { unread: string } {
	if (line === noRule) return { rules: [{}] };
	const rule: RuleInput = {};
	let days: DaySet[] = [];
	for (const part of line
		.toUpperCase()
		.replace(/^RRULE:/, '')
		.split(';')) {
		const [name, value] = part.split('=', 2).map((text) => text.trim());
		if (!name || !value) return { unread: part };
		const read = name === 'BYDAY' ? daySets(value) : null;
		if (read) days = read;
		else if (name === 'BYDAY' || !readPart(rule, name, value)) return { unread: part };
	}
	const [only, ...more] = days;
	if (rule.positions && only) {
		// 「the last of all these days」 is no rule of ours.
		const isPlain = more.length === 0 && only.days.length === 1 && only.positions.length === 0;
		if (!isPlain) return { unread: `BYSETPOS=${rule.positions.join()}` };
		return { rules: [{ ...rule, days: only.days }] };
	}
	if (!only) return { rules: [rule] };
	return {
		rules: days.map(({ days, positions }) => ({
			...rule,
			days,
			...(positions.length > 0 ? { positions } : {})
		}))
	};
}

function readPart(rule: RuleInput, name: string, value: string): boolean {
	switch (name) {
		case 'FREQ':
			rule.frequency = (value === 'DAILY' ? 'weekly' : value.toLowerCase()) as Rule['frequency'];
			if (value === 'DAILY') rule.days = [...weekdays];
			return true;
		case 'INTERVAL':
			rule.interval = Number(value);
			return rule.days === undefined || rule.interval === 1;
		case 'BYSETPOS':
			rule.positions = value.split(',').map(Number) as Rule['positions'];
			return true;
		case 'BYMONTHDAY':
			rule.monthDays = value.split(',').map(Number);
			return true;
		case 'BYMONTH':
			rule.months = value.split(',').map(Number);
			return true;
		case 'DTSTART':
			rule.startsOn = dateOf(value);
			return true;
		case 'UNTIL':
			rule.endsOn = dateOf(value);
			return true;
		case 'WKST':
			return value === 'MO';
		case 'TIME': {
			const [from, to, more] = value.split('-');
			rule.startsAt = from || null;
			rule.endsAt = to || null;
			return more === undefined;
		}
		case 'HOLIDAYS':
			rule.holidays = value.toLowerCase() as Rule['holidays'];
			return true;
		case 'CLOSED':
			rule.closings = value.split(',').map((span) => {
				const [from, to] = span.split('/');
				return { from: from ?? '', to: to ?? from ?? '' };
			});
			return true;
		default:
			return false;
	}
}

/** RFC 5545 writes 20260401 and 20260401T090000. */
const dateOf = (value: string) => value.replace(/^(\d{4})(\d\d)(\d\d)(T.*)?$/, '$1-$2-$3');

type DaySet = { days: Weekday[]; positions: Rule['positions'] };

/** `SA`, `2SA,4SA` or `2SA,4SU`: days that have the same positions together; null: not a list of days. */
function daySets(value: string): DaySet[] | null {
	const positionsOf = new Map<Weekday, number[]>();
	for (const part of value.split(',')) {
		const found = /^([+-]?\d)?([A-Z]{2})$/.exec(part.trim());
		const day = found?.[2]?.toLowerCase() as Weekday | undefined;
		if (!day || !weekdays.includes(day)) return null;
		const known = positionsOf.get(day) ?? [];
		// 「SA,2SA」 says the second one twice.
		if (positionsOf.has(day) && (known.length === 0 || found![1] === undefined)) return null;
		if (found![1] !== undefined) known.push(Number(found![1]));
		positionsOf.set(day, known);
	}
	const sets = Map.groupBy(positionsOf, ([, positions]) => positions.join());
	return [...sets.values()].map((same) => ({
		days: same.map(([day]) => day),
		positions: same[0]![1] as Rule['positions']
	}));
}
