import type { ContentInput } from '#lib/domain/resource/content.ts';
import type { Weekday } from '#lib/domain/calendar/weekday.ts';

type ScheduleInput = NonNullable<ContentInput['schedules']>[number];
type Part = 'weekdays' | 'saturday' | 'sunday';
export type Hours = Record<Part | 'holidays', string>;

const parts: { part: Part; label: string; days: Weekday[] }[] = [
	{ part: 'weekdays', label: '平日', days: ['mo', 'tu', 'we', 'th', 'fr'] },
	{ part: 'saturday', label: '土曜', days: ['sa'] },
	{ part: 'sunday', label: '日曜', days: ['su'] }
];

/** The words that schedules from these columns begin with. */
export const hoursPattern = /^(平日|土曜|日曜|祝日) \d/;
export const hoursNotePattern = /^(定休日：|留意事項：|(平日|土曜|日曜|祝日)の時間帯は「)/;

/** Four columns of opening hours as weekly schedules; what is not a span of time stays as words. */
export function readHours(
	hours: Hours,
	onOdd: (column: keyof Hours) => void
): { schedules: ScheduleInput[]; notes: string[] } {
	const notes: string[] = [];
	const span = (column: keyof Hours, label: string) => {
		if (!hours[column]) return null;
		const found = /^(\d{1,2}:\d\d)-(\d{1,2}:\d\d)$/.exec(hours[column]);
		const [startsAt, endsAt] = found
			? [found[1]!.padStart(5, '0'), found[2]!.padStart(5, '0')]
			: [];
		if (startsAt && endsAt && isTime(startsAt) && isTime(endsAt) && startsAt < endsAt) {
			return { startsAt, endsAt, text: `${label} ${spoken(startsAt)}〜${spoken(endsAt)}` };
		}
		onOdd(column);
		notes.push(`${label}の時間帯は「${hours[column]}」と書かれています`);
		return null;
	};
	const spans = parts.flatMap(({ part, label, days }) => {
		const found = span(part, label);
		return found ? [{ ...found, days }] : [];
	});
	const holidays = span('holidays', '祝日');
	const sameOnHolidays = (one: { startsAt: string; endsAt: string }) =>
		holidays?.startsAt === one.startsAt && holidays.endsAt === one.endsAt;
	const schedules: ScheduleInput[] = spans.map((one) => ({
		...one,
		frequency: 'weekly' as const,
		holidays: sameOnHolidays(one) ? ('open' as const) : null
	}));
	if (holidays) schedules.push({ text: holidays.text });
	return { schedules, notes };
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
const spoken = (time: string) => time.replace(/^0/, '');
