import { describe, expect, test } from 'vitest';
import { writeRule } from '#lib/domain/formats/schedule-rule.ts';
import { readSchedule, ruleWords } from '#lib/domain/schedule-words.ts';

const read = (text: string) => {
	const { rule, unread } = readSchedule(text);
	return [rule && writeRule(rule), ...unread];
};

describe('Printed words are read as a rule', () => {
	test.each([
		[
			'毎月第2・第4土曜 14時〜16時、祝日は休み',
			'FREQ=MONTHLY;BYDAY=2SA,4SA;TIME=14:00-16:00;HOLIDAYS=CLOSED'
		],
		['毎週火曜・木曜 10:00〜15:00', 'FREQ=WEEKLY;BYDAY=TU,TH;TIME=10:00-15:00'],
		['第1第3日曜13時半から', 'FREQ=MONTHLY;BYDAY=1SU,3SU;TIME=13:30-'],
		['第１・３日曜日　１３：３０～', 'FREQ=MONTHLY;BYDAY=1SU,3SU;TIME=13:30-'],
		['第2土曜 14時〜16時', 'FREQ=MONTHLY;BYDAY=2SA;TIME=14:00-16:00'],
		['毎月第二・第四水曜日 午後1時〜3時', 'FREQ=MONTHLY;BYDAY=2WE,4WE;TIME=13:00-15:00'],
		['月〜金 9:00-17:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;TIME=09:00-17:00'],
		['月曜日から金曜日', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
		['平日 午前9時から午後5時まで', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;TIME=09:00-17:00'],
		['隔週水曜', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
		['毎月15日', 'FREQ=MONTHLY;BYMONTHDAY=15'],
		['毎月5日・20日 10時', 'FREQ=MONTHLY;BYMONTHDAY=5,20;TIME=10:00-'],
		['最終金曜 18:30〜20:00', 'FREQ=MONTHLY;BYDAY=-1FR;TIME=18:30-20:00'],
		['毎日 17時まで', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;TIME=-17:00'],
		['土日祝も開催 10時〜', 'FREQ=WEEKLY;BYDAY=SA,SU;TIME=10:00-;HOLIDAYS=OPEN'],
		['偶数月の第3土曜 13時', 'FREQ=MONTHLY;BYDAY=3SA;BYMONTH=2,4,6,8,10,12;TIME=13:00-'],
		['4月〜11月の第1日曜', 'FREQ=MONTHLY;BYDAY=1SU;BYMONTH=4,5,6,7,8,9,10,11'],
		['毎年5月3日 10時〜', 'FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=5;TIME=10:00-'],
		['2026年12月5日（土）13:00〜15:00', 'FREQ=ONCE;DTSTART=2026-12-05;TIME=13:00-15:00']
	])('%s', (text, rule) => {
		expect(read(text)).toEqual([rule]);
	});

	test('what goes into no rule is named, and stays as it is printed', () => {
		expect(read('平日9時〜17時(祝日・年末年始を除く)')).toEqual([
			'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;TIME=09:00-17:00;HOLIDAYS=CLOSED',
			'年末年始を除く'
		]);
	});

	test.each(['不定期', '不定期（おおむね第2土曜）', '日程はお問い合わせください', 'ひみつ', ''])(
		'%s is not a rule',
		(text) => expect(readSchedule(text).rule).toBeNull()
	);

	test('every second week asks from which date on', () => {
		expect(readSchedule('隔週水曜 14時').needsStart).toBe(true);
		expect(readSchedule('毎週水曜 14時').needsStart).toBe(false);
	});

	test('a rule that is said in words is read as itself', () => {
		for (const text of [
			'毎月第2・第4土曜 14:00〜16:00、祝日は休み',
			'毎週火・木曜 10:00〜15:00、祝日も開催',
			'隔週水曜',
			'毎月5日・20日',
			'毎年5月3日 10:00〜',
			'4・6・8月の毎月第1日曜'
		]) {
			const { rule } = readSchedule(text);
			expect(ruleWords(rule!), text).toBe(text);
			expect(readSchedule(ruleWords(rule!)!).rule, text).toEqual(rule);
		}
	});
});
