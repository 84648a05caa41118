import { dateWords, timeWords, weekdayName } from './calendar.ts';
import type { Schedule } from './content.ts';
import { takeDays } from './schedule-words/days.ts';
import { takeTimes } from './schedule-words/times.ts';

type Rule = Omit<Schedule, 'text' | 'exceptions'>;

/**
 * What printed words say as a rule. `rule` is null where no day can be told from them; `unread` are
 * the words that went into no rule: they stay where they are printed.
 */
export type Reading = { rule: Rule | null; unread: string[]; needsStart: boolean };

const nothing: Rule = {
	frequency: null,
	interval: 1,
	days: [],
	positions: [],
	monthDays: [],
	months: [],
	startsOn: null,
	endsOn: null,
	startsAt: null,
	endsAt: null,
	holidays: null
};

/** These say that no rule holds, whatever else is said. */
const irregular = /不定期|随時|要問い?合わせ|お問い?合わせ|変更になる|未定/;

export function readSchedule(text: string): Reading {
	const words = text
		.normalize('NFKC')
		.replace(/[~∼-]/g, '〜')
		.replace(/(?<=[\d時分半月火水木金土日曜])[ー–—−](?=[\d月火水木金土日午])/g, '〜')
		.replace(/(?<=曜日?)から(?=[月火水木金土日]曜)/g, '〜')
		.replace(/\s+/g, '');
	if (irregular.test(words)) return { rule: null, unread: [text.trim()], needsStart: false };
	const { rest: afterHolidays, holidays } = takeHolidays(words);
	const { rest: afterDates, dates } = takeDates(afterHolidays);
	const { rest: afterTimes, startsAt, endsAt } = takeTimes(afterDates);
	const { rest: afterMonths, months } = takeMonths(afterTimes);
	const { rest, days } = dates ? { rest: afterMonths, days: null } : takeDays(afterMonths);
	const unread = leftOver(rest);
	if (!dates && !days) return { rule: null, unread, needsStart: false };
	const rule = { ...nothing, ...days, ...dates, months: dates?.months ?? months, startsAt, endsAt };
	return { rule: { ...rule, holidays }, unread, needsStart: rule.interval > 1 };
}

/** 「祝日は休み」「（祝日・年末年始を除く）」「祝日も開催」 */
function takeHolidays(words: string): { rest: string; holidays: Rule['holidays'] } {
	const closed =
		/(?:国民の)?(?:祝日|祝祭日|祝)(・年末年始)?(?:は|を|の場合は)?(?:お?休み?|休館日?|休業|除く|のぞく|除き)/;
	const isClosed = closed.exec(words);
	if (isClosed) {
		return {
			rest: words.replace(isClosed[0], isClosed[1] ? '年末年始を除く' : '、'),
			holidays: 'closed'
		};
	}
	const open = /(?:祝日|祝祭日|祝)(?:も|は)(?:開催|開館|あり|実施|やっています|開いています|営業)/;
	const isOpen = open.exec(words);
	if (isOpen) return { rest: words.replace(isOpen[0], '、'), holidays: 'open' };
	return { rest: words, holidays: null };
}

type Dates = Pick<Rule, 'frequency' | 'startsOn' | 'monthDays' | 'months'>;

/** One day: 「2026年12月5日」, or the same one every year: 「毎年5月3日」. */
function takeDates(words: string): { rest: string; dates: Dates | null } {
	const once = /(\d{4})年(\d{1,2})月(\d{1,2})日(?:\(?[月火水木金土日](?:曜日?)?\)?)?/.exec(words);
	if (once) {
		const [found, year, month, date] = once;
		const on = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
		if (!Number.isNaN(Date.parse(on))) {
			const dates: Dates = { frequency: 'once', startsOn: on, monthDays: [], months: [] };
			return { rest: words.replace(found, '、'), dates };
		}
	}
	const yearly = /毎年(\d{1,2})月(\d{1,2})日/.exec(words);
	if (!yearly) return { rest: words, dates: null };
	return {
		rest: words.replace(yearly[0], '、'),
		dates: {
			frequency: 'yearly',
			startsOn: null,
			monthDays: [Number(yearly[2])],
			months: [Number(yearly[1])]
		}
	};
}

/** 「4月〜11月」「偶数月」: in which months it takes place. */
function takeMonths(words: string): { rest: string; months: number[] } {
	const half = /(偶数|奇数)月/.exec(words);
	if (half) {
		const odd = half[1] === '奇数' ? 1 : 0;
		const months = Array.from({ length: 12 }, (_, at) => at + 1).filter((one) => one % 2 === odd);
		return { rest: words.replace(half[0], '毎月'), months };
	}
	const range = /(\d{1,2})月?(?:〜|から)(\d{1,2})月(?:まで)?の?/.exec(words);
	const single = /(?<!\d)(\d{1,2}月?(?:[・、,]\d{1,2}月?)*月)の?(?!曜)/.exec(words);
	if (range) {
		const [found, from, to] = [range[0], Number(range[1]), Number(range[2])];
		const count = ((to - from + 12) % 12) + 1;
		const months = Array.from({ length: count }, (_, at) => ((from + at - 1) % 12) + 1);
		return { rest: words.replace(found, '、'), months: months.sort((a, b) => a - b) };
	}
	if (!single) return { rest: words, months: [] };
	const months = [...single[1]!.matchAll(/\d{1,2}/g)].map(Number);
	if (!months.every((month) => month >= 1 && month <= 12)) return { rest: words, months: [] };
	return { rest: words.replace(single[0], '、'), months };
}

/** What is more than a particle or a bracket. */
const leftOver = (rest: string): string[] =>
	rest
		.split(/[、,。・()「」『』[\]/／\s]+/)
		.map((part) =>
			part.replace(
				/^(?:の|に|は|で|開催|実施|開所|曜日?)+|(?:の|に|は|で|開催|実施|です|開所)+$/g,
				''
			)
		)
		.filter((part) => part !== '');

/** A rule in the words it would be printed in; null when there is none. */
export function ruleWords(rule: Rule): string | null {
	const days = rule.days.map(weekdayName).join('・');
	const months = rule.months.length > 0 ? `${rule.months.join('・')}月の` : '';
	const dates = rule.monthDays.map((date) => `${date}日`).join('・');
	const when = {
		weekly:
			rule.interval === 2
				? `隔週${days}曜`
				: rule.interval > 1
					? `${rule.interval}週ごとの${days}曜`
					: `毎週${days}曜`,
		monthly: `${rule.interval > 1 ? `${rule.interval}か月ごとの` : '毎月'}${positionWords(rule, days)}${dates}`,
		yearly: `毎年${rule.months.map((month) => `${month}月`).join('・')}${positionWords(rule, days)}${dates}`,
		once: rule.startsOn ? dateWords(rule.startsOn) : '日付のない1回'
	};
	if (rule.frequency === null) return null;
	const said = `${rule.frequency === 'weekly' || rule.frequency === 'monthly' ? months : ''}${when[rule.frequency]}`;
	const time = timeWords(rule.startsAt, rule.endsAt);
	const holidays = { open: '、祝日も開催', closed: '、祝日は休み' };
	return `${said}${time ? ` ${time}` : ''}${rule.holidays ? holidays[rule.holidays] : ''}`;
}

/** Of a schedule all that is known: as printed, the rule that is read from it, and what differs. */
export function scheduleWords(schedule: Schedule): string {
	const { text, startsOn, endsOn, exceptions } = schedule;
	const rule = ruleWords(schedule);
	return [
		text,
		rule && `（${rule}）`,
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
