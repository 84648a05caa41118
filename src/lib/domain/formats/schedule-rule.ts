import { weekdays, type Schedule, type Weekday } from '#lib/domain/content.ts';

type Rule = Omit<Schedule, 'text' | 'exceptions'>;
export type RuleInput = Partial<Rule>;

/** What a line holds for a schedule of which only the words are known. */
export const noRule = 'なし';

/**
 * A schedule's rule in one line, in the terms of RFC 5545: `FREQ=MONTHLY;BYDAY=2SA;TIME=14:00-16:00`.
 * DTSTART and UNTIL are dates; TIME, HOLIDAYS (OPEN or CLOSED) and FREQ=ONCE are ours.
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
		['HOLIDAYS', rule.holidays?.toUpperCase() ?? null]
	];
	const said = parts.filter(([, value]) => value);
	return said.map(([name, value]) => `${name}=${value}`).join(';') || noRule;
}

/** null: the line cannot be understood. Ranges are left to the schema. */
export function readRule(line: string): RuleInput | null {
	if (line === noRule) return {};
	const rule: RuleInput = {};
	for (const part of line.toUpperCase().split(';')) {
		const [name, value] = part.split('=', 2).map((text) => text.trim());
		if (!name || !value || !readPart(rule, name, value)) return null;
	}
	return rule;
}

function readPart(rule: RuleInput, name: string, value: string): boolean {
	switch (name) {
		case 'FREQ':
			rule.frequency = value.toLowerCase() as Rule['frequency'];
			return true;
		case 'INTERVAL':
			rule.interval = Number(value);
			return true;
		case 'BYDAY':
			return readDays(rule, value.split(','));
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
			rule.startsOn = value;
			return true;
		case 'UNTIL':
			rule.endsOn = value;
			return true;
		case 'TIME': {
			const [from, to, more] = value.split('-');
			rule.startsAt = from || null;
			rule.endsAt = to || null;
			return more === undefined;
		}
		case 'HOLIDAYS':
			rule.holidays = value.toLowerCase() as Rule['holidays'];
			return true;
		default:
			return false;
	}
}

/** `SA`, or `2SA,4SA`: every position with every day, which is what a schedule can hold. */
function readDays(rule: RuleInput, parts: string[]): boolean {
	const found = parts.map((part) => /^(-?\d)?([A-Z]{2})$/.exec(part.trim()));
	const days = [...new Set(found.map((one) => one?.[2]?.toLowerCase()))];
	if (!days.every((day): day is Weekday => weekdays.includes(day as Weekday))) return false;
	const positions = [...new Set(found.map((one) => one?.[1]))];
	rule.days = days;
	if (positions.length === 1 && positions[0] === undefined) return parts.length === days.length;
	if (positions.includes(undefined)) return false;
	rule.positions = positions.map(Number) as Rule['positions'];
	const every = positions.flatMap((position) => days.map((day) => `${position}${day}`));
	const given = found.map((one) => `${one![1]}${one![2]!.toLowerCase()}`);
	return given.length === every.length && every.every((one) => given.includes(one));
}
