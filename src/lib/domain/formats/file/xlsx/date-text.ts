const day = 86_400_000;
const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** What a format shows, without the words that are quoted in it. */
const bare = (format: string) =>
	format.replace(/"[^"]*"|\\.|[_*]./gu, '').replace(/\[(?![hms]+\])[^\]]*\]/gi, '');

/** `YYYY-MM-DD`, `HH:MM`, or both; null: the date does not exist. */
export function dateText(value: Date, format: string | undefined): string | null {
	const time = Math.round(value.getTime() / 1000) * 1000;
	if (Number.isNaN(time)) return null;
	const shown = format === undefined ? '' : bare(format);
	// Excel counts days from the last of 1899, or in old files of Macs from 1904.
	const begin = time < Date.UTC(1904, 0, 1) ? Date.UTC(1899, 11, 31) : Date.UTC(1904, 0, 1);
	const seconds = (time % day) / 1000;
	const showsDate =
		/[ydeg]/i.test(shown) ||
		/a{3,}/i.test(shown) ||
		/m/i.test(shown.replace(/h+.*?m+|m+.*?s+/gi, ''));
	const isTime = shown === '' ? time >= begin && time < begin + day : !showsDate;
	if (isTime) {
		const hours = /\[h+\]/i.test(shown)
			? Math.floor((time - begin) / 3_600_000)
			: new Date(time).getUTCHours();
		return clock(hours, new Date(time), /s/i.test(shown));
	}
	const at = new Date(time);
	if (at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 1) return null;
	const date = `${pad(at.getUTCFullYear(), 4)}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
	const showsTime = shown === '' || /[hs]/i.test(shown);
	return showsTime && seconds !== 0 ? `${date} ${clock(at.getUTCHours(), at, false)}` : date;
}

const clock = (hours: number, at: Date, showsSeconds: boolean) =>
	`${pad(hours)}:${pad(at.getUTCMinutes())}` +
	(showsSeconds && at.getUTCSeconds() > 0 ? `:${pad(at.getUTCSeconds())}` : '');

/** A date or time that Japanese letters alone tell from a number: 「令和7年4月」, 「9時半」, 「月曜日」. */
export function japaneseDateText(serial: number, format: string | undefined): string | null {
	const shown = format === undefined ? '' : bare(format).trim();
	if (/[0#?@]|general|標準/i.test(shown) || !/[geahms]/i.test(shown)) return null;
	// Excel believes in a 29th of February 1900, the 60th day.
	const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * day);
	if (!/^a{3,4}$/i.test(shown)) return dateText(date, format);
	const name = '日月火水木金土'[date.getUTCDay()] ?? '';
	return shown.length === 4 ? `${name}曜日` : name;
}
