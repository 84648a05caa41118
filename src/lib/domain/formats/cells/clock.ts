const dashes = /[〜～~∼‐‑–—―−ー－-]|から|より/u;
const clock =
	/^(午前|午後|am|pm)?(\d{1,2})(?:[:時](?:(\d{1,2})分?|(半))?)?(?:分)?(am|pm)?(?:まで|迄)?$/i;

const bare = (cell: string) => cell.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');

/** 9:00, 9：00, 9時半, 午後1時 and 0930 as 09:00 …; null for what is no time of the day. */
export function readTime(cell: string): string | null {
	const text = bare(cell)
		.replace(/^正午$/, '12:00')
		.replace(/^(\d{1,2}:\d\d):00$/, '$1');
	const packed = /^([01]\d|2[0-4])([0-5]\d)$/.exec(text);
	if (packed) return time(Number(packed[1]), Number(packed[2]));
	const [, before, hour, minute, half, after] = clock.exec(text) ?? [];
	if (!hour || (/^\d+$/.test(text) && Number(hour) > 24)) return null;
	const part = (before ?? after ?? '').toLowerCase();
	const isLate = (part === '午後' || part === 'pm') && Number(hour) < 12;
	return time(Number(hour) + (isLate ? 12 : 0), half ? 30 : Number(minute ?? 0));
}

const time = (hour: number, minute: number): string | null =>
	minute > 59 || hour > 24 || (hour === 24 && minute > 0)
		? null
		: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** 9：00～17：00; null for anything else. */
export function readTimes(cell: string): { startsAt: string; endsAt: string } | null {
	const parts = bare(cell).split(dashes);
	if (parts.length !== 2) return null;
	const [startsAt, endsAt] = parts.map(readTime);
	return startsAt && endsAt ? { startsAt, endsAt } : null;
}
