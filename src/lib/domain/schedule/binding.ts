import type { Rule, Schedule } from './schedule.ts';
import { occurrencesWithin, rulesOf } from './occurrences.ts';
import { isParted, theseWords } from './binding/parted.ts';
import { readSchedule, type Reading } from './words.ts';

export { isParted, reworded, theseWords } from './binding/parted.ts';

const noRule: Rule = {
	...{ frequency: null, interval: 1, days: [], positions: [], monthDays: [], months: [] },
	...{ startsOn: null, endsOn: null, startsAt: null, endsAt: null, holidays: null, closings: [] }
};

/** The words alone. */
export const wordsOnly = (schedule: Schedule): Schedule => ({
	...schedule,
	...noRule,
	...{ also: [], ruleFor: null, exceptions: [] }
});

export const hasRules = (schedule: Schedule): boolean => rulesOf(schedule).length > 0;

/**
 * The schedule with rules that belong to its words; null: they belong to others, or contradict them.
 * What was written before rules knew their words, or in a file, holds unless the reader contradicts it;
 * where the reader understands more, such as 年末年始は休み, that holds.
 */
export function held(schedule: Schedule): Schedule | null {
	if (!hasRules(schedule)) return schedule;
	const { text, ruleFor } = schedule;
	if (ruleFor !== null) return isParted(schedule) ? null : schedule;
	const { rules } = readingOf(text);
	if (!rules) return { ...schedule, ruleFor: text };
	const adopted = { ...completed(schedule, rules), ruleFor: text };
	if (isWithin(adopted, schedule)) return adopted;
	// By hand with fewer dates than the words: 「火曜」, but not in winter.
	return isWithin(schedule, adopted) ? { ...schedule, ruleFor: text } : null;
}

/**
 * A schedule as it was sent: rules that nobody wrote by hand follow their words; others hold only once
 * somebody has looked at both.
 */
export function rebound(schedule: Schedule): Schedule {
	const { text, ruleFor } = schedule;
	const rules = readingOf(text).rules;
	if (ruleFor === theseWords) return { ...schedule, ruleFor: text };
	if (!hasRules(schedule)) {
		if (ruleFor !== null && !isParted(schedule)) return schedule;
		return rules ? { ...filled(schedule, rules), ruleFor: text } : { ...schedule, ruleFor: null };
	}
	if (ruleFor === null || ruleFor === '') {
		return { ...schedule, ruleFor: contradicts(schedule) ? '' : text };
	}
	if (!isParted(schedule)) return { ...schedule, ruleFor: text };
	const isRead = rules && isReadFrom(schedule, ruleFor);
	return isRead ? { ...withRules(schedule, rules), ruleFor: text } : schedule;
}

/** Rules that were read, with the holidays and closings that somebody has chosen without a rule. */
function filled(schedule: Schedule, rules: readonly Rule[]): Schedule {
	const { holidays, closings } = schedule;
	const chosen = rules.map((rule) => ({
		...rule,
		holidays: holidays ?? rule.holidays,
		closings: rule.closings.length > 0 ? rule.closings : closings
	}));
	return withRules(schedule, chosen);
}

function isReadFrom(schedule: Schedule, words: string): boolean {
	const { rules } = readingOf(words);
	if (!rules) return false;
	return rulesKey(withRules(schedule, rules)) === rulesKey(schedule);
}

/** A stored schedule as a form sends it back untouched. */
export const asTyped = (schedule: Schedule): Schedule => {
	const known = held(schedule);
	return known
		? { ...known, ruleFor: known.text }
		: { ...schedule, ruleFor: schedule.ruleFor ?? '' };
};

/** For readers: only what holds, and nothing of the words it came from. */
export function shownSchedule(schedule: Schedule): Schedule {
	const known = held(schedule);
	if (!known) return wordsOnly(schedule);
	return { ...known, ruleFor: known.ruleFor === null ? null : known.text };
}

/** Rules that were read, between the first and last day that somebody gave. */
export function withRules(schedule: Schedule, [first, ...also]: readonly Rule[]): Schedule {
	const { startsOn, endsOn } = schedule;
	const onto = (rule: Rule): Rule => ({
		...rule,
		startsOn: rule.startsOn ?? (rule.frequency === 'once' ? null : startsOn),
		endsOn: rule.endsOn ?? endsOn
	});
	return { ...schedule, ...onto(first ?? noRule), also: also.map(onto) };
}

/** Rules that were read, as exactly as the schedule says it: its times and holidays where they say none. */
function completed(schedule: Schedule, rules: readonly Rule[]): Schedule {
	const { holidays, startsAt, endsAt, also } = schedule;
	const hasTimes = rulesOf(schedule).some((rule) => rule.startsAt ?? rule.endsAt);
	const isSilent = also.length === 0 && rules.every((rule) => !rule.startsAt && !rule.endsAt);
	const times = isSilent ? { startsAt, endsAt } : hasTimes ? {} : { startsAt: null, endsAt: null };
	const read = rules.map((rule) => ({
		...{ ...rule, ...times },
		holidays:
			holidays ?? (rule.holidays === 'also' && rule.days.length > 0 ? 'open' : rule.holidays)
	}));
	return withRules(schedule, read);
}

const known = new Map<string, Reading>();
const mostKnown = 2_000;

/** The same few words stand in thousands of places. */
function readingOf(text: string): Reading {
	let reading = known.get(text);
	if (!reading) {
		if (known.size >= mostKnown) known.clear();
		known.set(text, (reading = readSchedule(text)));
	}
	return reading;
}

const rulesKey = (schedule: Schedule) =>
	JSON.stringify(rulesOf(schedule).map((rule) => Object.entries(rule).sort(byName)));

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

/** Longer than a year, so that every month and every fifth weekday comes. */
const comparedDays = 800;

/** Whether all that the one promises the other promises too. */
export function isWithin(one: Schedule, other: Schedule): boolean {
	if (rulesKey(one) === rulesKey(other)) return true;
	const from = other.startsOn ?? '2026-01-01';
	const promised = new Set(datesOf(other, from));
	const dates = datesOf(one, from);
	return dates.length > 0 && dates.every((date) => promised.has(date));
}

/** Whether words that are understood say something else than the rules beside them. */
export function contradicts(schedule: Schedule): boolean {
	const { rules } = readingOf(schedule.text);
	if (!rules || !hasRules(schedule)) return false;
	const [read, written] = [completed(schedule, rules), { ...schedule, ruleFor: null }];
	return !isWithin(read, written) || !isWithin(written, read);
}

const datesOf = (schedule: Schedule, from: string) =>
	occurrencesWithin([{ ...schedule, ruleFor: null }], from, comparedDays).map(
		({ on, startsAt, endsAt }) => `${on} ${startsAt} ${endsAt}`
	);
