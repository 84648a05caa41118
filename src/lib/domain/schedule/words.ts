import { dateWords, timeWords, weekdayName } from '#lib/domain/calendar/calendar.ts';
import type { Rule, Schedule } from './schedule.ts';
import { isParted } from './binding/parted.ts';

export { readSchedule, type Reading } from './words/reading.ts';

/** A rule in the words it would be printed in; null when there is none. */
export function ruleWords(rule: Rule): string | null {
	const days = [...rule.days.map(weekdayName), ...(rule.holidays === 'also' ? ['祝日'] : [])].join(
		'・'
	);
	const months = monthsWords(rule.months);
	const dates = rule.monthDays.map(monthDayWords).join('・');
	const suffix = rule.days.length > 0 && rule.holidays !== 'also' ? '曜' : '';
	const week =
		rule.interval === 2 ? '隔週' : rule.interval > 1 ? `${rule.interval}週ごとの` : '毎週';
	const when = {
		weekly: rule.days.length === 7 ? '毎日' : `${week}${days}${suffix}`,
		monthly: `${rule.interval > 1 ? `${rule.interval}か月ごとの` : '毎月'}${positionWords(rule, days)}${dates}`,
		yearly: `毎年${rule.months.map((month) => `${month}月`).join('・')}${positionWords(rule, days)}${dates}`,
		once: rule.startsOn ? dateWords(rule.startsOn) : '日付のない1回'
	};
	if (rule.frequency === null) return null;
	const said = `${rule.frequency === 'weekly' || rule.frequency === 'monthly' ? months : ''}${when[rule.frequency]}`;
	// 「07:00」 is read as it stands; 「7:00」 could be the evening.
	const time = rule.startsAt && `${rule.startsAt}〜${rule.endsAt ?? ''}`;
	const holidays = { open: '、祝日も開催', closed: '、祝日は休み', also: '' };
	const closed = rule.closings.map((closing) => `、${closingWords(closing)}は休み`).join('');
	const on = rule.holidays ? holidays[rule.holidays] : '';
	return `${said}${time ? ` ${time}` : until(rule)}${on}${closed}`;
}

/** All rules of a schedule, one after the other; null when there is none. */
export function rulesWords(schedule: Schedule): string | null {
	const said = [schedule, ...schedule.also].flatMap((rule) => ruleWords(rule) ?? []);
	return said.join('／') || null;
}

const until = ({ endsAt }: Rule) => (endsAt ? ` 〜${endsAt}` : '');

const monthDayWords = (date: number) =>
	date === -1 ? '月末' : date < 0 ? `月末から${-date}日目` : `${date}日`;

const yearDayWords = (day: string) => day.split('-').map(Number).join('/');

/** 「年末年始」「8/13〜8/16」 */
export function closingWords({ from, to }: Rule['closings'][number]): string {
	if (from === to) return yearDayWords(from);
	const dates = `${yearDayWords(from)}〜${yearDayWords(to)}`;
	return from > to ? `年末年始（${dates}）` : dates;
}

/** 「8月をのぞく」 rather than eleven months. */
function monthsWords(months: readonly number[]): string {
	if (months.length === 0) return '';
	const others = Array.from({ length: 12 }, (_, at) => at + 1).filter(
		(month) => !months.includes(month)
	);
	return others.length <= 3 ? `${others.join('・')}月を除く` : `${months.join('・')}月の`;
}

/** Of a schedule all that is known: as printed, the rule that is read from it, and what differs. */
export function scheduleWords(schedule: Schedule): string {
	const { text, startsOn, endsOn, exceptions } = schedule;
	const rule = rulesWords(schedule);
	const parted = isParted(schedule) ? '、ことばと合うか未確認' : '';
	return [
		text,
		rule && `（${rule}${parted}）`,
		startsOn && `${dateWords(startsOn)}から`,
		endsOn && `${dateWords(endsOn)}まで`,
		...exceptions.map(({ on, kind, startsAt, endsAt, note }) =>
			[dateWords(on), kind === 'added' ? 'も開く' : 'は休み', timeWords(startsAt, endsAt), note]
				.filter(Boolean)
				.join('')
		)
	]
		.filter(Boolean)
		.join(' ');
}

function positionWords({ positions, days: [first] }: Rule, days: string): string {
	if (!first) return '';
	const which = positions.map((one) => (one === -1 ? '最終' : `第${one}`)).join('・');
	return `${which}${days}曜`;
}
