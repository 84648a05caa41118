import { describe, expect, it, test } from 'vitest';
import { dayBreak } from '#lib/domain/calendar/calendar.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { scheduleSchema, type Schedule } from '#lib/domain/schedule/schedule.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { missingFrom } from '#lib/domain/edition/readiness.ts';
import { contentOf, fieldsOf, formOf, pairsOf } from '#lib/domain/editing/form.ts';
import { warningsOf } from '#lib/domain/resource/warnings.ts';
import { nextOccurrences } from '#lib/domain/schedule/occurrences.ts';
import { held, rebound } from '#lib/domain/schedule/binding.ts';
import { theseWords } from '#lib/domain/schedule/binding/parted.ts';
import { content } from '../../support/world.ts';
import * as v from 'valibot';

const schedule = (input: object): Schedule =>
	v.parse(scheduleSchema, { text: '第2土曜', ...input });
const second = { frequency: 'monthly' as const, days: ['sa' as const], positions: [2 as const] };
const dates = (one: Schedule) =>
	nextOccurrences([one], dayBreak('2026-12-01'), 3).map(({ on }) => on);

describe('A rule whose words have changed', () => {
	const parted = schedule({ ...second, text: '不定期', ruleFor: '第2土曜' });

	it('has no dates, and is in nothing that readers get', () => {
		expect(dates(parted)).toEqual([]);
		expect(held(parted)).toBeNull();
		const shown = publicContent(content({ name: 'あ', schedules: [parted] })).schedules[0]!;
		expect(shown).toMatchObject({ text: '不定期', frequency: null, days: [], ruleFor: null });
		expect(JSON.stringify(shown)).not.toContain('第2土曜');
	});

	it('is warned of beside its field and listed before 校了', () => {
		const found = content({ name: 'あ', schedules: [parted] });
		expect(warningsOf(found, '2026-11-30').map(({ path }) => path)).toContain('schedules.0.text');
		expect(lacks(found)).toContain('schedule-words schedules.0.text');
	});

	it('has not changed where only the spelling has', () => {
		const spelled = schedule({ ...second, text: '第２ 土曜', ruleFor: '第2土曜' });
		expect(dates(spelled)).toEqual(['2026-12-12', '2027-01-09', '2027-02-13']);
	});
});

const lacks = (found: ReturnType<typeof content>) =>
	missingFrom(found, {
		...{ isVerified: true, isOwed: false, on: '2026-11-30' },
		ground: { isOutside: false }
	}).map(({ check, field }) => `${check} ${field}`);

describe('Rules that nobody has bound to words', () => {
	test.each([
		['words that are not understood', { text: '第2土曜ごろ' }, ['2026-12-12', '2027-01-09']],
		['words that say the same', {}, ['2026-12-12', '2027-01-09']],
		['words that say another day', { text: '毎週月曜' }, null],
		['words that close more', { text: '第2土曜（1月は休み）' }, ['2026-12-12', '2027-02-13']],
		['a rule that is narrower by hand', { text: '毎週土曜' }, ['2026-12-12', '2027-01-09']]
	])('hold beside %s', (_, input, expected) => {
		const known = held(schedule({ ...second, ...input }));
		expect(known && dates(known).slice(0, 2)).toEqual(expected);
	});
});

describe('A form that is sent', () => {
	const stored = content({ name: 'あ', schedules: [{ ...second, text: '第2土曜' }] });
	const send = (text: string, more: Record<string, string> = {}) => {
		const form = new FormData();
		const typed = { 'schedules.0.text': text, ...more };
		for (const [name, value] of Object.entries(typed)) form.append(name, value);
		for (const [name, value] of pairsOf(formOf(stored))) {
			if (!(name in typed) || name === 'schedules.0.ruleFor') form.append(name, value);
		}
		const parsed = contentOf(fieldsOf(form));
		return 'value' in parsed ? parsed.value.schedules[0]! : null;
	};

	it('reads changed words by itself', () => {
		const read = send('第3日曜 10時〜12時')!;
		expect(read).toMatchObject({ days: ['su'], positions: [3], ruleFor: '第3日曜 10時〜12時' });
		expect(dates(read)[0]).toBe('2026-12-20');
	});

	it('has no dates of words that cannot be read, until somebody says so', () => {
		expect(dates(send('第2土曜ごろ')!)).toEqual([]);
		const sure = send('第2土曜ごろ', { 'schedules.0.ruleFor': theseWords })!;
		expect(dates(sure)[0]).toBe('2026-12-12');
	});

	it('keeps what was written by hand, without dates, until somebody looks', () => {
		const byHand = schedule({ ...second, days: ['su'], ruleFor: '第2土曜', text: '第3土曜' });
		expect(rebound(byHand)).toEqual(byHand);
		expect(dates(rebound(byHand))).toEqual([]);
	});

	it('reads the words of a new line', () => {
		expect(rebound(schedule({ text: '火・木 10:00-12:00 13:00-16:00' }))).toMatchObject({
			...{ days: ['tu', 'th'], startsAt: '10:00' },
			also: [{ days: ['tu', 'th'], startsAt: '13:00' }]
		});
	});

	it('reads them beside closings that were chosen before there was a rule', () => {
		const closings = [{ from: '12-12', to: '12-12' }];
		const chosen = rebound(schedule({ text: '第2土曜', holidays: 'closed', closings }));
		expect(chosen).toMatchObject({ ...second, holidays: 'closed', closings });
		expect(dates(chosen)).toEqual(['2027-01-09', '2027-02-13', '2027-03-13']);
	});
});

describe('A note that names a closing', () => {
	const noted = (hoursNote: string, text = '毎週木曜 10時〜') => {
		const parsed = parseContent({
			...content({ name: 'あ' }),
			...{ hoursNote, schedules: [rebound(schedule({ text }))] }
		});
		return 'value' in parsed ? parsed.value : content({ name: 'あ' });
	};

	test.each([
		['年末年始は休み', '毎週木曜 10時〜', true],
		['年末年始は休み', '毎週木曜 10時〜（年末年始は休み）', false],
		['8月は休みます。', '毎週木曜 10時〜', true],
		['8月は休みます。', '毎週木曜 10時〜 8月休み', false],
		['祝日はお休みです', '毎週木曜 10時〜', true],
		['祝日はお休みです', '毎週木曜 10時〜、祝日は休み', false],
		['お盆はお休み', '毎週木曜 10時〜', true],
		['年末年始も休まず開いています', '毎週木曜 10時〜', false],
		['水曜の夜は12月23日まで。', '毎週木曜 10時〜', false]
	])('「%s」 beside 「%s」: %s', (note, text, isMissed) => {
		const found = noted(note, text);
		const isWarned = warningsOf(found, '2026-11-30').some(({ path }) => path === 'hoursNote');
		expect([isWarned, lacks(found).includes('closing hoursNote')]).toEqual([isMissed, isMissed]);
	});
});
