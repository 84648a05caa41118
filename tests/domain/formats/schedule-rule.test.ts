import { expect, test } from 'vitest';
import { scheduleSchema } from '#lib/domain/schedule/schedule.ts';
import { readRules, writeRule } from '#lib/domain/formats/cells/schedule-rule.ts';
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
	const read = readRules(line);
	expect('rules' in read && schedule(read.rules[0]!)).toEqual(schedule(rule));
});

test.each([
	['FREQ=MONTHLY;BYDAY=2SA,4SU', ['FREQ=MONTHLY;BYDAY=2SA', 'FREQ=MONTHLY;BYDAY=4SU']],
	['FREQ=MONTHLY;BYDAY=2SA,SU', ['FREQ=MONTHLY;BYDAY=2SA', 'FREQ=MONTHLY;BYDAY=SU']],
	['FREQ=MONTHLY;BYMONTHDAY=-1', ['FREQ=MONTHLY;BYMONTHDAY=-1']],
	['RRULE:FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2', ['FREQ=MONTHLY;BYDAY=2SA']],
	['FREQ=DAILY;WKST=MO', ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU']],
	['FREQ=WEEKLY;BYDAY=MO;UNTIL=20270331T150000Z', ['FREQ=WEEKLY;BYDAY=MO;UNTIL=2027-03-31']],
	[
		'FREQ=WEEKLY;BYDAY=MO;TIME=9:00-12:00 + FREQ=WEEKLY;BYDAY=SA;CLOSED=12-29/01-03',
		['FREQ=WEEKLY;BYDAY=MO;TIME=9:00-12:00', 'FREQ=WEEKLY;BYDAY=SA;CLOSED=12-29/01-03']
	]
])('%s is read as RFC 5545 and people mean it', (line, expected) => {
	const read = readRules(line);
	const empty = v.parse(scheduleSchema, { text: 'いつか' });
	expect('rules' in read && read.rules.map((rule) => writeRule({ ...empty, ...rule }))).toEqual(
		expected
	);
});

test('a rule may be written in small letters', () => {
	expect(readRules('freq=weekly;byday=mo')).toEqual({
		rules: [{ frequency: 'weekly', days: ['mo'] }]
	});
});

test.each([
	'',
	'毎週',
	'FREQ',
	'FREQ=',
	'BYDAY=XX',
	'BYDAY=SA,2SA',
	'COUNT=3',
	'BYDAY=MO,TU;BYSETPOS=-1'
])('「%s」 cannot be read as a rule', (line) => {
	expect(readRules(line)).toHaveProperty('unread');
});
