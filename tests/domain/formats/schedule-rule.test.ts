import { expect, test } from 'vitest';
import { scheduleSchema } from '#lib/domain/content.ts';
import { readRule, writeRule } from '#lib/domain/formats/schedule-rule.ts';
import * as v from 'valibot';

const schedule = (rule: object) => v.parse(scheduleSchema, { text: 'いつか', ...rule });

test.each([
	[{}, 'なし'],
	[{ frequency: 'weekly', days: ['mo', 'we'] }, 'FREQ=WEEKLY;BYDAY=MO,WE'],
	[
		{ frequency: 'monthly', days: ['sa'], positions: [2, 4], startsAt: '14:00', endsAt: '16:00' },
		'FREQ=MONTHLY;BYDAY=2SA,4SA;TIME=14:00-16:00'
	],
	[{ frequency: 'monthly', days: ['su'], positions: [-1] }, 'FREQ=MONTHLY;BYDAY=-1SU'],
	[
		{ frequency: 'monthly', days: ['tu', 'th'], positions: [1, 3] },
		'FREQ=MONTHLY;BYDAY=1TU,1TH,3TU,3TH'
	],
	[
		{ frequency: 'weekly', interval: 2, days: ['fr'], startsOn: '2026-04-03', holidays: 'closed' },
		'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;DTSTART=2026-04-03;HOLIDAYS=CLOSED'
	],
	[
		{ frequency: 'yearly', months: [8], monthDays: [15], endsOn: '2027-03-31' },
		'FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=8;UNTIL=2027-03-31'
	],
	[
		{ frequency: 'once', startsOn: '2026-05-05', startsAt: '10:00' },
		'FREQ=ONCE;DTSTART=2026-05-05;TIME=10:00-'
	],
	[{ positions: [2] }, 'BYSETPOS=2']
] as const)('%j is written as %s, and read back', (rule, line) => {
	expect(writeRule(schedule(rule))).toBe(line);
	expect(schedule(readRule(line)!)).toEqual(schedule(rule));
});

test('a rule may be written in small letters', () => {
	expect(readRule('freq=weekly;byday=mo')).toEqual({ frequency: 'weekly', days: ['mo'] });
});

test.each(['', '毎週', 'FREQ', 'FREQ=', 'BYDAY=XX', 'BYDAY=2SA,SU', 'BYDAY=1TU,3TH', 'COUNT=3'])(
	'「%s」 cannot be read as a rule',
	(line) => {
		expect(readRule(line)).toBeNull();
	}
);
