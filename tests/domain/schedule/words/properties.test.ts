import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSchedule } from '#lib/domain/schedule/words.ts';
import { readTokens } from '#lib/domain/schedule/words/reading.ts';
import { readSessions } from '#lib/domain/schedule/words/sessions.ts';
import { tokensOf } from '#lib/domain/schedule/words/tokens.ts';
import { meant } from './oracle.ts';

/** A part of a phrase, and what it means in the oracle's notation. */
type Part = [words: string, spec: string];

const letters = ['月', '火', '水', '木', '金', '土', '日'] as const;
const codes = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
const mark = fc.constantFrom('・', '、', '･', ',');
const wave = fc.constantFrom('〜', '～', '-', '－', '–', '—', 'から');
const weekday = fc.integer({ min: 0, max: 6 });

const weekly: fc.Arbitrary<Part> = fc
	.record({
		days: fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 }),
		prefix: fc.constantFrom('毎週', ''),
		suffix: fc.constantFrom('曜', '曜日'),
		mark
	})
	.map(({ days, prefix, suffix, mark }) => [
		prefix + days.map((day) => letters[day]! + suffix).join(mark),
		days.map((day) => codes[day]).join()
	]);

const range: fc.Arbitrary<Part> = fc
	.record({ from: weekday, length: fc.integer({ min: 1, max: 5 }), wave })
	.map(({ from, length, wave }) => [
		`${letters[from]}${wave}${letters[(from + length) % 7]}`,
		Array.from({ length: length + 1 }, (_, step) => codes[(from + step) % 7]).join()
	]);

const nth: fc.Arbitrary<Part> = fc
	.record({
		positions: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5), { minLength: 1, maxLength: 3 }),
		day: weekday,
		prefix: fc.constantFrom('毎月', ''),
		again: fc.boolean(),
		mark
	})
	.map(({ positions, day, prefix, again, mark }) => [
		`${prefix}第${positions.join(again ? `${mark}第` : mark)}${letters[day]}曜`,
		positions.map((position) => `${codes[day]}${position}`).join()
	]);

const monthDays: fc.Arbitrary<Part> = fc
	.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 })
	.map((dates) => [`毎月${dates.join('・')}日`, dates.map((date) => `d${date}`).join()]);

const two = (value: number) => String(value).padStart(2, '0');

/** From nine o'clock on: an earlier hour may be in the evening. */
const times: fc.Arbitrary<Part> = fc
	.record({
		from: fc.integer({ min: 9, max: 20 }),
		length: fc.integer({ min: 1, max: 3 }),
		half: fc.boolean(),
		style: fc.constantFrom('時', ':', '午')
	})
	.chain(({ from, length, half, style }) => {
		const to = from + length;
		const spec = `${two(from)}:${half ? '30' : '00'}-${two(to)}:${half ? '30' : '00'}`;
		const said = (hour: number) => {
			if (style === ':') return `${hour}:${half ? '30' : '00'}`;
			const isLater = style === '午' && hour >= 13;
			const prefix = style === '午' && hour !== 12 ? (isLater ? '午後' : '午前') : '';
			return `${prefix}${isLater ? hour - 12 : hour}時${half ? '半' : ''}`;
		};
		return wave.map((wave): Part => [`${said(from)}${wave}${said(to)}`, spec]);
	});

const limit: fc.Arbitrary<Part> = fc.constantFrom<Part>(
	['', ''],
	['（祝日は休み）', '!hol'],
	['（祝日を除く）', '!hol'],
	['、年末年始は休み', '!12-29..01-03'],
	['（祝日・年末年始を除く）', '!hol !12-29..01-03'],
	['（お盆、年末年始はお休み）', '!08-13..08-16 !12-29..01-03'],
	['※8月は休み', '!m8'],
	['（8月・12月を除く）', '!m8,12']
);
const note = fc.constantFrom('', '（予約制）', '（要予約）', ' 申込不要');

const phrase = fc
	.record({ days: fc.oneof(weekly, range, nth, monthDays), times, limit, note })
	.map(({ days, times, limit, note }): Part => [
		`${days[0]} ${times[0]}${limit[0]}${note}`,
		`${days[1]} ${times[1]} ${limit[1]}`.trim()
	]);

const [from, days] = ['2026-04-01', 400];

describe('Phrases that are put together from parts', () => {
	test('mean what their parts mean', () => {
		fc.assert(
			fc.property(phrase, ([words, spec]) => {
				expect(readSessions(words, from, days)).toEqual({
					...{ words, understood: true, unread: [] },
					dates: meant(spec, from, days)
				});
			}),
			{ numRuns: 1500 }
		);
	});

	test('keep all their sessions', () => {
		fc.assert(
			fc.property(weekly, times, times, ([on, which], [first, a], [second, b]) => {
				fc.pre(a.split('-')[1]! < b.split('-')[0]!);
				const { dates } = readSessions(`${on} ${first}、${second}`, from, days);
				expect(dates).toEqual(meant(`${which} ${a} | ${which} ${b}`, from, days));
			}),
			{ numRuns: 300 }
		);
	});

	test('are read no more once one strange word is among them', () => {
		const strange = fc.constantFrom(
			...[
				'頃',
				'程度',
				'など',
				'原則',
				'おおむね',
				'未定',
				'予定',
				'変更あり',
				'要問合せ',
				'不定期'
			],
			...['または', '翌日', '学校の休み', '都合により', '振替', '休日']
		);
		fc.assert(
			fc.property(phrase, strange, fc.nat(), ([words], odd, place) => {
				const at = place % (words.length + 1);
				const { rules, unread } = readSchedule(words.slice(0, at) + odd + words.slice(at));
				expect(rules).toBeNull();
				expect(unread.join('')).not.toBe('');
			}),
			{ numRuns: 500 }
		);
	});
});

test('any text is read or refused, and never half of each', () => {
	const letter = fc.constantFrom(
		...'月火水木金土日曜第毎週隔祝休年末始盆午前後時半分回24時間〜、・（）は除くもの0123456789:/ \n頃'
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(letter, { maxLength: 40 }).map((all) => all.join(''))
	);
	fc.assert(
		fc.property(text, (words) => {
			const { rules, unread } = readSchedule(words);
			expect(rules === null || (rules.length > 0 && unread.length === 0)).toBe(true);
		}),
		{ numRuns: 5000 }
	);
});

describe('The longer the words, the more looks, and not more than that', () => {
	test.each([
		'第1',
		'1,',
		'月',
		'月・',
		'第1・',
		'1・',
		'1〜',
		'(',
		'10時〜',
		'8月は',
		'年末年始',
		'2026年5月10日、',
		'毎週',
		'月曜10時〜12時、'
	])('%s', (part) => {
		const looks = (length: number) =>
			readTokens(tokensOf(part.repeat(Math.ceil(length / part.length)))).looks;
		expect(looks(8_000)).toBeLessThan(looks(4_000) * 2.5 + 100);
		expect(looks(4_000)).toBeLessThan(4_000 * 30);
	});

	test('and more than a line of a booklet is not looked at', () => {
		expect(readSchedule('第1'.repeat(30_000)).unread[0]).toMatch(/…$/);
	});
});
