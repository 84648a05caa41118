import { describe, expect, it } from 'vitest';
import { dayBreak } from '#lib/domain/calendar/calendar.ts';
import { scheduleSchema } from '#lib/domain/schedule/schedule.ts';
import {
	nextOccurrences,
	occurrenceDateWords,
	occurrenceWords,
	regularDays
} from '#lib/domain/schedule/occurrences.ts';
import * as v from 'valibot';

type Input = Omit<v.InferInput<typeof scheduleSchema>, 'text'>;

const schedule = (input: Input) => v.parse(scheduleSchema, { text: '定例', ...input });
const dates = (input: Input, from: string, count = 3) =>
	nextOccurrences([schedule(input)], dayBreak(from), count).map(({ on }) => on);

describe('the next dates of a schedule', () => {
	it.each<[string, Input, string, string[]]>([
		[
			'every Saturday',
			{ frequency: 'weekly', days: ['sa'] },
			'2026-11-22',
			['2026-11-28', '2026-12-05', '2026-12-12']
		],
		[
			'a day that is today',
			{ frequency: 'weekly', days: ['su'] },
			'2026-11-22',
			['2026-11-22', '2026-11-29', '2026-12-06']
		],
		[
			'the 2nd and 4th Saturday',
			{ frequency: 'monthly', days: ['sa'], positions: [2, 4] },
			'2026-11-22',
			['2026-11-28', '2026-12-12', '2026-12-26']
		],
		[
			'the last Sunday',
			{ frequency: 'monthly', days: ['su'], positions: [-1] },
			'2026-11-22',
			['2026-11-29', '2026-12-27', '2027-01-31']
		],
		[
			'a fifth Monday, which few months have',
			{ frequency: 'monthly', days: ['mo'], positions: [5] },
			'2026-11-22',
			['2026-11-30', '2027-03-29', '2027-05-31']
		],
		[
			'the 31st, which some months lack',
			{ frequency: 'monthly', monthDays: [31] },
			'2026-11-22',
			['2026-12-31', '2027-01-31', '2027-03-31']
		],
		[
			'every second Wednesday from a first one',
			{ frequency: 'weekly', interval: 2, days: ['we'], startsOn: '2026-11-04' },
			'2026-11-22',
			['2026-12-02', '2026-12-16', '2026-12-30']
		],
		[
			'every third month',
			{ frequency: 'monthly', interval: 3, monthDays: [1], startsOn: '2026-09-01' },
			'2026-11-22',
			['2026-12-01', '2027-03-01', '2027-06-01']
		],
		['once', { frequency: 'once', startsOn: '2026-12-24' }, '2026-11-22', ['2026-12-24']],
		['once, in the past', { frequency: 'once', startsOn: '2026-10-24' }, '2026-11-22', []],
		[
			'every year',
			{ frequency: 'yearly', months: [4], monthDays: [29] },
			'2026-11-22',
			['2027-04-29']
		],
		[
			'only in some months',
			{ frequency: 'monthly', days: ['sa'], positions: [1], months: [1, 7] },
			'2026-11-22',
			['2027-01-02', '2027-07-03']
		],
		[
			'not before it starts',
			{ frequency: 'weekly', days: ['mo'], startsOn: '2027-01-05' },
			'2026-11-22',
			['2027-01-11', '2027-01-18', '2027-01-25']
		],
		[
			'not after it ends',
			{ frequency: 'weekly', days: ['mo'], endsOn: '2026-11-30' },
			'2026-11-22',
			['2026-11-23', '2026-11-30']
		],
		[
			'closed on public holidays (23 November is one)',
			{ frequency: 'weekly', days: ['mo'], holidays: 'closed' },
			'2026-11-22',
			['2026-11-30', '2026-12-07', '2026-12-14']
		],
		[
			'closed on a citizens’ holiday between two (22 September 2026)',
			{ frequency: 'weekly', days: ['tu'], holidays: 'closed' },
			'2026-09-20',
			['2026-09-29', '2026-10-06', '2026-10-13']
		],
		[
			'an exception',
			{ frequency: 'weekly', days: ['sa'], exceptions: [{ on: '2026-11-28', kind: 'closed' }] },
			'2026-11-22',
			['2026-12-05', '2026-12-12', '2026-12-19']
		],
		[
			'an added day',
			{ frequency: 'weekly', days: ['sa'], exceptions: [{ on: '2026-11-25', kind: 'added' }] },
			'2026-11-22',
			['2026-11-25', '2026-11-28', '2026-12-05']
		],
		['only words', {}, '2026-11-22', []],
		[
			'every second week, nobody knows which',
			{ frequency: 'weekly', interval: 2, days: ['we'] },
			'2026-11-22',
			[]
		]
	])('follow %s', (_, input, from, expected) => {
		expect(dates(input, from)).toEqual(expected);
	});

	it('come from all schedules together, in order and without repeats', () => {
		const both = [
			schedule({ frequency: 'weekly', days: ['sa'], startsAt: '14:00' }),
			schedule({ frequency: 'monthly', days: ['sa'], positions: [4], startsAt: '14:00' }),
			schedule({ frequency: 'weekly', days: ['sa'], startsAt: '10:00', endsAt: '12:00' })
		];
		expect(nextOccurrences(both, dayBreak('2026-11-22'), 3).map(occurrenceWords)).toEqual([
			'11月28日（土）10:00〜12:00',
			'11月28日（土）14:00〜',
			'12月5日（土）10:00〜12:00'
		]);
	});

	it('say so when they fall on a public holiday and nobody knows what happens then', () => {
		const words = (input: Input) =>
			nextOccurrences([schedule(input)], dayBreak('2026-11-22'), 2).map(occurrenceWords);
		const mondays: Input = { frequency: 'weekly', days: ['mo'], startsAt: '10:00' };
		expect(words(mondays)).toEqual([
			'11月23日（月）10:00〜（祝日に開くかは未確認）',
			'11月30日（月）10:00〜'
		]);
		expect(words({ ...mondays, holidays: 'open' })[0]).toBe('11月23日（月）10:00〜');
		expect(words({ frequency: 'once', startsOn: '2026-11-23' })).toEqual(['11月23日（月）']);
	});

	it('do not depend on where the server stands', () => {
		const zone = process.env['TZ'];
		try {
			for (const place of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Tokyo']) {
				process.env['TZ'] = place;
				expect(
					dates({ frequency: 'weekly', days: ['mo'], holidays: 'closed' }, '2026-11-22', 1)
				).toEqual(['2026-11-30']);
			}
		} finally {
			if (zone === undefined) delete process.env['TZ'];
			else process.env['TZ'] = zone;
		}
	});
});

it('counts as regular days only what comes back every week or month', () => {
	expect(
		regularDays([
			schedule({ frequency: 'weekly', days: ['mo', 'tu'] }),
			schedule({ frequency: 'once', startsOn: '2026-12-24', days: ['th'] }),
			schedule({ days: ['su'] })
		])
	).toEqual(['mo', 'tu']);
});

it('says on paper on which day it is, though it runs now', () => {
	const saturdays = schedule({
		...{ frequency: 'weekly', days: ['sa'] },
		...{ startsAt: '14:00', endsAt: '16:00' }
	});
	const [now] = nextOccurrences([saturdays], { on: '2026-11-28', at: '15:00' }, 1);
	expect(occurrenceWords(now!)).toBe('いま開いています（16:00まで）');
	expect(occurrenceDateWords(now!)).toBe('11月28日（土）14:00〜16:00');
});

describe('the dates of a day that has begun', () => {
	const at = (time: string, input: Input) =>
		nextOccurrences([schedule(input)], { on: '2026-11-28', at: time }, 1).map(occurrenceWords)[0];
	const saturdays: Input = { frequency: 'weekly', days: ['sa'] };

	it.each([
		['13:59', { startsAt: '14:00', endsAt: '16:00' }, '11月28日（土）14:00〜16:00'],
		['14:00', { startsAt: '14:00', endsAt: '16:00' }, 'いま開いています（16:00まで）'],
		['15:59', { startsAt: '14:00', endsAt: '16:00' }, 'いま開いています（16:00まで）'],
		['16:00', { startsAt: '14:00', endsAt: '16:00' }, '12月5日（土）14:00〜16:00'],
		['13:59', { startsAt: '14:00' }, '11月28日（土）14:00〜'],
		['08:00', { startsAt: '08:30', endsAt: '09:30' }, '11月28日（土）8:30〜9:30'],
		['08:30', { startsAt: '08:30', endsAt: '09:30' }, 'いま開いています（9:30まで）'],
		['14:00', { startsAt: '14:00' }, '12月5日（土）14:00〜'],
		['16:59', { endsAt: '17:00' }, '11月28日（土）'],
		['17:00', { endsAt: '17:00' }, '12月5日（土）'],
		['23:59', {}, '11月28日（土）'],
		['23:59', { startsAt: '00:00', endsAt: '24:00' }, 'いま開いています']
	] as [string, Input, string][])('at %s of %j are %s', (time, times, words) => {
		expect(at(time, { ...saturdays, ...times })).toBe(words);
	});
});
