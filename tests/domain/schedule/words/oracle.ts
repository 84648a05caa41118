import holidayJp from '@holiday-jp/holiday_jp';

/**
 * What a phrase means, written apart from the reader and its rules: sessions with a bar between, each of
 * days, times and what limits them.
 * Days: `mo`, `sa2`, `sa-1`, `d15`, `d-1`, `hol`, `daily`, `y05-03`, `on=2026-05-10`.
 * Limits: `!hol`, `m4,5` and `!m8` months, `!12-29..01-03` each year, `from=`, `to=`, `every2=`.
 */
export type Session = { date: string; opens: string | null; closes: string | null };

const names = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];
const dayMs = 86_400_000;

export function meant(spec: string, from: string, days: number): Session[] {
	const sessions = spec.split(' | ').flatMap((part) => {
		const [which, times, ...limits] = part.split(' ');
		const [opens, closes] = times!.split('-');
		return datesFrom(from, days)
			.filter((date) => which!.split(',').some((day) => falls(date, day)))
			.filter((date) => limits.every((limit) => allows(date, limit)))
			.map((date) => ({ date, opens: opens || null, closes: closes || null }));
	});
	const key = (one: Session) => `${one.date} ${one.opens} ${one.closes}`;
	return [...new Map(sessions.map((one) => [key(one), one])).values()].sort((a, b) =>
		key(a) < key(b) ? -1 : 1
	);
}

function datesFrom(from: string, days: number): string[] {
	const first = Date.parse(`${from}T00:00:00Z`);
	return Array.from({ length: days }, (_, at) =>
		new Date(first + at * dayMs).toISOString().slice(0, 10)
	);
}

function falls(date: string, day: string): boolean {
	if (day === 'daily') return true;
	if (day === 'hol') return date in holidayJp.holidays;
	if (day.startsWith('on=')) return date === day.slice(3);
	if (day.startsWith('y')) return date.slice(5) === day.slice(1);
	const at = new Date(`${date}T00:00:00Z`);
	const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
	const number = at.getUTCDate();
	if (day.startsWith('d')) {
		const wanted = Number(day.slice(1));
		return wanted > 0 ? number === wanted : number === last;
	}
	if (names[at.getUTCDay()] !== day.slice(0, 2)) return false;
	const nth = day.slice(2);
	if (nth === '') return true;
	return nth === '-1' ? number + 7 > last : Math.ceil(number / 7) === Number(nth);
}

function allows(date: string, limit: string): boolean {
	const month = Number(date.slice(5, 7));
	if (limit === '!hol') return !(date in holidayJp.holidays);
	if (limit.startsWith('from=')) return date >= limit.slice(5);
	if (limit.startsWith('to=')) return date <= limit.slice(3);
	if (limit.startsWith('every2=')) {
		const first = Date.parse(`${limit.slice(7)}T00:00:00Z`);
		const apart = (Date.parse(`${date}T00:00:00Z`) - first) / dayMs;
		return apart >= 0 && apart % 14 === 0;
	}
	if (limit.startsWith('!m')) return !limit.slice(2).split(',').map(Number).includes(month);
	if (limit.startsWith('m')) return limit.slice(1).split(',').map(Number).includes(month);
	const [from, to] = limit.slice(1).split('..') as [string, string];
	const day = date.slice(5);
	return !(from <= to ? day >= from && day <= to : day >= from || day <= to);
}
