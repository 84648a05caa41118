import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contentSchema } from '#lib/domain/resource/content.ts';
import { scheduleSchema, type Schedule } from '#lib/domain/schedule/schedule.ts';
import {
	boundOnto,
	readOrigin,
	readRuleLine,
	readWords,
	rulesOnto,
	scheduleWarning,
	writeOrigin,
	writeRuleLine
} from '#lib/domain/formats/cells/schedule.ts';
import { nextOccurrences } from '#lib/domain/schedule/occurrences.ts';
import { shownSchedule } from '#lib/domain/schedule/binding.ts';
import { content } from '../../support/world.ts';

const schedule = (input: object) => v.parse(scheduleSchema, input);
const having = (...schedules: Schedule[]) =>
	v.parse(contentSchema, { ...content({ name: 'ひだまり' }), schedules });
/** As a file says it: the words, the rules and, if there is a column for it, whose they are. */
const said = (text: string, rules: string, origin?: string) => {
	const draft = readWords(text);
	expect(readRuleLine(draft, rules)).toBeNull();
	if (origin !== undefined) readOrigin(draft, origin);
	return schedule(draft);
};
const datesOf = (one: Schedule) =>
	nextOccurrences([shownSchedule(one)], { on: '2026-12-01', at: '00:00' }, 1).map(({ on }) => on);

const saturdays = 'FREQ=MONTHLY;BYDAY=2SA';
const before = having({ ...said('毎月第2土曜', saturdays), ruleFor: '毎月第2土曜' });

describe('A file that changes the words and leaves the rule', () => {
	test('parts the rule from the words, so that there are no dates', () => {
		const [bound] = boundOnto(having(said('毎月第3日曜', saturdays)), before).schedules;
		expect(bound!.ruleFor).toBe('毎月第2土曜');
		expect(datesOf(bound!)).toEqual([]);
		expect(scheduleWarning(bound!)).toContain('日付は出しません');
	});

	test('parts a rule that knew no words yet', () => {
		const old = having(said('毎月第2土曜', saturdays));
		expect(old.schedules[0]!.ruleFor).toBeNull();
		const [bound] = boundOnto(having(said('不定期', saturdays)), old).schedules;
		expect(bound!.ruleFor).toBe('毎月第2土曜');
		expect(datesOf(bound!)).toEqual([]);
	});

	test('keeps a rule that the new words say', () => {
		const [bound] = boundOnto(having(said('第2土曜日', saturdays)), before).schedules;
		expect(bound!.ruleFor).toBeNull();
		expect(datesOf(bound!)).toEqual(['2026-12-12']);
	});

	test('keeps a rule that is changed with them', () => {
		const moved = said('毎月第3日曜', 'FREQ=MONTHLY;BYDAY=3SU');
		const [bound] = boundOnto(having(moved), before).schedules;
		expect(datesOf(bound!)).toEqual(['2026-12-20']);
		expect(scheduleWarning(bound!)).toBeNull();
	});

	test('does not take the rule of other words that the file still has', () => {
		const both = having(said('毎月第2土曜', saturdays), said('会員の日', saturdays));
		const [, added] = boundOnto(both, before).schedules;
		expect(datesOf(added!)).toEqual(['2026-12-12']);
	});
});

describe('A rule that is parted from its words', () => {
	const parted = schedule({ ...said('毎月第3日曜', saturdays), ruleFor: '毎月第2土曜' });

	test('is exported as なし, and is still there when that comes back', () => {
		expect(writeRuleLine(parted)).toBe('なし');
		const back = said('毎月第3日曜', writeRuleLine(parted));
		expect(back.frequency).toBeNull();
		expect(boundOnto(having(back), having(parted)).schedules).toEqual([parted]);
	});

	test('gives way to a rule that the file says', () => {
		const back = said('毎月第3日曜', 'FREQ=MONTHLY;BYDAY=3SU');
		const [bound] = boundOnto(having(back), having(parted)).schedules;
		expect(datesOf(bound!)).toEqual(['2026-12-20']);
	});
});

test('なし takes away a rule that belongs to its words', () => {
	const [bound] = boundOnto(having(said('毎月第2土曜', 'なし')), before).schedules;
	expect([bound!.frequency, datesOf(bound!)]).toEqual([null, []]);
});

test('whose rule it is stands in its own column, and is read back', () => {
	const [mine] = before.schedules;
	for (const ruleFor of [null, '', '毎月第2土曜']) {
		const back = said(mine!.text, saturdays, writeOrigin({ ...mine!, ruleFor }));
		expect(back.ruleFor).toBe(ruleFor);
	}
});

test('a file without rules keeps those of words it leaves, and reads the others', () => {
	expect(rulesOnto(['毎月第2土曜', '毎週月曜'], before)).toBe(`${saturdays}\nことばから`);
	expect(said('毎週月曜', 'ことばから').days).toEqual(['mo']);
});

test('a line that is no rule is named with its part, and changes nothing', () => {
	const draft = readWords('毎週月曜');
	expect(readRuleLine(draft, 'FREQ=WEEKLY;BYDAY=XX')).toBe(
		'「FREQ=WEEKLY;BYDAY=XX」の「BYDAY=XX」がくりかえしとして読めません。'
	);
	expect(draft).toEqual(readWords('毎週月曜'));
});
