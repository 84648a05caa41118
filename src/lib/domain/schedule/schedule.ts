import * as v from 'valibot';
import { date, optionalDate, optionalTime, required, words } from '#lib/domain/input/values.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';

const yearDay = v.pipe(
	v.string(),
	v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '月日は MM-DD で書きます')
);
const monthDay = v.pipe(
	v.number(),
	v.integer(),
	v.minValue(-31),
	v.maxValue(31),
	v.notValue(0, '0日はありません')
);

/** One rule of recurrence in iCalendar's terms (RFC 5545 RRULE). */
const ruleEntries = {
	/** null: the words are all that is known (不定期 and the like). */
	frequency: v.optional(v.nullable(v.picklist(['weekly', 'monthly', 'yearly', 'once'])), null),
	/** Every n-th week, month or year; counted from `startsOn`. */
	interval: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52)), 1),
	days: v.optional(v.array(v.picklist(weekdays)), []),
	/** BYSETPOS of the weekday in its month: 1–5, or -1 for the last. Empty: every one. */
	positions: v.optional(v.array(v.picklist([1, 2, 3, 4, 5, -1])), []),
	/** BYMONTHDAY; -1 is the last day of the month. */
	monthDays: v.optional(v.array(monthDay), []),
	/** BYMONTH. Empty: every month. */
	months: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), []),
	/** DTSTART: the first date, and the date itself of a `once`. */
	startsOn: optionalDate,
	/** UNTIL, inclusive. */
	endsOn: optionalDate,
	startsAt: optionalTime,
	endsAt: optionalTime,
	/** On public holidays (国民の祝日・休日): too, not, or on every one besides the days; null: not known. */
	holidays: v.optional(v.nullable(v.picklist(['open', 'closed', 'also'])), null),
	/** Days of each year without it, both included: 年末年始 is 12-29 to 01-03. */
	closings: v.optional(v.array(v.object({ from: yearDay, to: yearDay })), [])
};

/** Rules of recurrence, with the words printed in the booklet. */
export const scheduleSchema = v.object({
	/** As printed, verbatim: 「毎月第2土曜 14時〜16時」. */
	text: required(300),
	/**
	 * The words that the rules were read from or confirmed for; other words than `text`: the rules hold
	 * no more (`domain/schedule/binding.ts`). null: nobody has said.
	 */
	ruleFor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300))), null),
	...ruleEntries,
	/** Further rules of the same words: other times on other days, a second session. */
	also: v.optional(v.array(v.object(ruleEntries)), []),
	exceptions: v.optional(
		v.array(
			v.object({
				on: date,
				/** EXDATE or RDATE. */
				kind: v.picklist(['closed', 'added']),
				startsAt: optionalTime,
				endsAt: optionalTime,
				note: words()
			})
		),
		[]
	)
});

export type Schedule = v.InferOutput<typeof scheduleSchema>;
export type Rule = Schedule['also'][number];
