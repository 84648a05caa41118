import type { Time } from '#lib/domain/calendar/time-of-day.ts';
import { numberOfKanji } from '#lib/domain/text/normalise.ts';

/** 夜9時, 21:00, 十八時半, 午後の3時; 3時間 is none, and neither is 10時まで寝てる. */
const clock = new RegExp(
	'(朝|あさ|午前|AM|昼|ひる|午後|PM|夕方|夜|よる|晩|深夜)?の?\\s*' +
		'(\\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]|[二]?十)' +
		'(?:時半?(?![間代期点計])|じ(?=から|[まにごいはす]|$)|[:：][0-5]\\d)(?!まで?に?[寝ね])',
	'iu'
);
const mornings = /^(?:朝|あさ|午前|AM)$/iu;
const afternoons = /^(?:昼|ひる|午後|PM)$/iu;

/** The part of a day that a clock time names, where it can be one alone. */
export function clockIn(text: string): { time: Time; start: number; end: number } | null {
	const found = clock.exec(text);
	if (!found) return null;
	const [said, part, typed] = found as unknown as [string, string | undefined, string];
	const hour = /\d/.test(typed) ? Number(typed) : numberOfKanji(typed);
	const time = hour > 24 ? null : timeOf(hour, part);
	return time && { time, start: found.index, end: found.index + said.length };
}

function timeOf(hour: number, part?: string): Time | null {
	if (part && mornings.test(part)) return 'morning';
	if (part && afternoons.test(part)) return hour >= 5 && hour < 11 ? 'evening' : 'day';
	if (part || hour >= 17) return 'evening';
	// Five to eight is as often one as the other.
	if (hour >= 5 && hour < 9) return null;
	return hour >= 9 && hour < 12 ? 'morning' : 'day';
}
