/** 「14:00〜16:00」「午後1時半から」「13時30分まで」: what it says of the clock, and what else stands there. */
export function takeTimes(words: string): {
	rest: string;
	startsAt: string | null;
	endsAt: string | null;
} {
	const clock = '(午前|午後|AM|PM)?(\\d{1,2})(?::(\\d{2})|時(半|(\\d{1,2})分?)?)';
	const range = new RegExp(`${clock}(?:(?:から|より|〜)(?:${clock})?(?:まで)?|(?:まで)|)`, 'i');
	const found = range.exec(words);
	if (!found) return { rest: words, startsAt: null, endsAt: null };
	const first = timeOf(found.slice(1, 6));
	const second = found[7] === undefined ? null : timeOf(found.slice(6, 11), found[6] ?? found[1]);
	if (first === null || (found[7] !== undefined && second === null)) {
		return { rest: words, startsAt: null, endsAt: null };
	}
	const isEnd = second === null && found[0].endsWith('まで');
	return {
		rest: words.replace(found[0], '、'),
		startsAt: isEnd ? null : first,
		endsAt: isEnd ? first : second
	};
}

function timeOf(parts: (string | undefined)[], half = parts[0]): string | null {
	const [, hours, minutes, said, saidMinutes] = parts;
	const isLater = /午後|PM/i.test(half ?? '') && Number(hours) < 12;
	const hour = Number(hours) + (isLater ? 12 : 0);
	const minute = said === '半' ? 30 : Number(minutes ?? saidMinutes ?? 0);
	if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
