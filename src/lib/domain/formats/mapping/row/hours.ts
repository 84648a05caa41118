import { readTime, readTimes } from '#lib/domain/formats/cells/clock.ts';
import { readWords } from '#lib/domain/formats/cells/schedule.ts';
import { readDate } from '#lib/domain/formats/cells/values.ts';
import { readWeekdays } from '#lib/domain/formats/cells/weekdays.ts';
import { isDate } from '#lib/domain/calendar/calendar.ts';
import type { Cell, Sheet } from './sheet.ts';

const longest = 300;
/** Words that may change a rule of days and times: what they say is not known to be all of it. */
const ofTimes =
	/[月火水木金土日]曜|[土日]日|平日|祝|休日|\d\s*時|\d:\d|第\s*\d|隔週|不定|期間|季節|夏|冬|不可|休|閉|除|[月日]まで|から/u;

type ScheduleDraft = ReturnType<typeof readWords>;

/** The same hours stand in most rows of a list. */
const known = new Map<string, ScheduleDraft>();
const mostKnown = 500;

function read(words: string): ScheduleDraft {
	let draft = known.get(words);
	if (!draft) {
		if (known.size >= mostKnown) known.clear();
		known.set(words, (draft = readWords(words)));
	}
	return draft;
}

const isUnderstood = (words: string): boolean => 'frequency' in read(words);

/** Days, times and what is said of them: a schedule where they say one for certain, else words. */
export function readHours(sheet: Sheet): void {
	const schedules: unknown[] = [];
	const words = partsInWords(sheet);
	const note = sheet.text('hours_note', '\n');
	if (words) schedules.push(...together(sheet, words, note));
	else if (note) ofWords(sheet, note, schedules, true);
	for (const cell of sheet.of('hours')) ofWords(sheet, cell.text, schedules, false, cell);
	if (schedules.length > 0) {
		const before = (sheet.draft['schedules'] as unknown[] | undefined) ?? [];
		sheet.draft['schedules'] = [...before, ...schedules];
	}
}

function noteWords({ draft }: Sheet, text: string): void {
	const said = [draft['hoursNote'], text].filter(Boolean);
	draft['hoursNote'] = said.join('\n');
}

/** 「月・火 9:00〜17:00（年末年始は休み）」: the note within the words where both are understood. */
function together(sheet: Sheet, words: string, note: string) {
	const understood = isUnderstood(words);
	const said = note.replace(/\n+/g, '、').replace(/。$/, '');
	// Open data call it 利用不可 when a place is closed.
	const plain = said.replace(/(?:終日)?(?:ご?利用|使用)(?:不可|できません)/g, '休み');
	for (const one of understood && note ? new Set([said, plain]) : []) {
		const whole = `${words}（${one}）`;
		if (whole.length > longest || !isUnderstood(whole)) continue;
		if (one !== said) noteWords(sheet, note);
		return [read(whole)];
	}
	if (note) noteWords(sheet, note);
	if (!understood || !ofTimes.test(note.normalize('NFKC'))) {
		return [understood ? read(words) : { text: words }];
	}
	const cell = { ...sheet.of('hours_note')[0]!, text: note };
	sheet.warn(cell, 'hours', '曜日や時刻に、読み取れない例外があるので、日付は出しません。');
	return [{ text: words }];
}

/** 「月・火・水 9:00〜17:00」 of the columns for days, beginning and end; null where they say nothing. */
function partsInWords(sheet: Sheet): string | null {
	const days = sheet.of('weekdays')[0];
	const dates = datesInWords(sheet);
	const [from, to] = ['opens', 'closes'].map((target) => sheet.of(target)[0]);
	if (!days && !dates && !from && !to) return null;
	const read = days && readWeekdays(days.text);
	if (days && !read && !isUnderstood(days.text)) {
		sheet.warn(days, 'hours', '曜日として読めません。ことばのまま残します。');
	}
	const when = [dates, days ? (read ?? days.text.replace(/\n+/g, '、')) : null];
	const said = [...when, timesInWords(sheet, from, to)].filter(Boolean).join(' ');
	return said.slice(0, longest) || null;
}

function timesInWords(sheet: Sheet, from?: Cell, to?: Cell): string {
	const whole = from && !to ? readTimes(from.text) : null;
	if (whole) return `${spoken(whole.startsAt)}〜${spoken(whole.endsAt)}`;
	const [startsAt, endsAt] = [from, to].map((cell) => cell && readTime(cell.text));
	for (const [cell, time] of [
		[from, startsAt],
		[to, endsAt]
	] as const) {
		if (cell && !time) sheet.warn(cell, 'hours', '時刻として読めません。ことばのまま残します。');
	}
	if (startsAt && endsAt && startsAt === endsAt) {
		sheet.warn(to!, 'hours', '始まりと終わりが同じ時刻です。ことばのまま残します。');
	}
	const words = [from && (spoken(startsAt) || from.text), to && (spoken(endsAt) || to.text)];
	return from || to ? words.map((one) => one ?? '').join('〜') : '';
}

const spoken = (time: string | null | undefined) => (time ?? '').replace(/^0/, '');

function datesInWords(sheet: Sheet): string | null {
	const [from, to] = ['starts_on', 'ends_on'].map((target) => sheet.of(target)[0]);
	const words = [from, to].map((cell) => {
		if (!cell) return null;
		const date = readDate(cell.text);
		if (!isDate(date)) {
			sheet.warn(cell, 'value', '日付として読めません。ことばのまま残します。');
			return cell.text;
		}
		const [year, month, day] = date.split('-').map(Number);
		return `${year}年${month}月${day}日`;
	});
	const [first, last] = words;
	if (!first && !last) return null;
	return first === last || !last ? first! : `${first ?? ''}〜${last}`;
}

/** Words of a column of their own: a schedule where they are understood, else what is printed. */
function ofWords(sheet: Sheet, text: string, schedules: unknown[], isNote: boolean, cell?: Cell) {
	const lines = text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
	// 「月～金」 above 「10:00～15:00」 is one.
	const one = lines.join(' ');
	const isOne = lines.length > 1 && !lines.every(isUnderstood) && isUnderstood(one);
	for (const line of isOne ? [one] : lines) {
		const isRead = line.length <= longest && isUnderstood(line);
		if (isRead) schedules.push(read(line));
		else if (isNote || line.length > longest) noteWords(sheet, line);
		else {
			schedules.push({ text: line });
			if (cell)
				sheet.warn(
					cell,
					'hours',
					'曜日や時刻を読み取れないので、日付は出しません。ことばのまま残します。'
				);
		}
	}
}
