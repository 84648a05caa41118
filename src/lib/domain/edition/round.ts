import { fromDay, isDate, toDay } from '#lib/domain/calendar/calendar.ts';
import { idIn, textOf, textsOf, type SentForm } from '#lib/domain/input/form.ts';
import { letterIssue, tidy } from '#lib/domain/input/letters.ts';
import { methods, type Method } from '#lib/domain/resource/verification.ts';

/** What is written down of an entry that nobody has verified yet. */
export const stages = ['contacting', 'waiting', 'unreachable'] as const;
export type Stage = (typeof stages)[number];

/** What a verification came to. */
export const results = ['confirmed', 'changed', 'paused', 'closed'] as const;
export type Result = (typeof results)[number];

/** Where an entry stands in the round, from the first to the last step. */
export const progresses = ['untouched', ...stages, ...results] as const;
export type Progress = (typeof progresses)[number];

export const progressNames: Record<Progress, string> = {
	untouched: '未着手',
	contacting: '連絡中',
	waiting: '返事待ち',
	unreachable: '連絡つかず',
	confirmed: '確認済',
	changed: '変更あり',
	paused: '休止',
	closed: '終了'
};

/** A verification of this round says more than any note of how far it has come. */
export const progressOf = (stage: Stage | null, result: Result | null): Progress =>
	result ?? stage ?? 'untouched';

/** Nothing is left to do. A change that was found counts once it is written. */
export const isDone = (progress: Progress, { isOwed }: { isOwed: boolean }): boolean =>
	!isOwed && results.some((one) => one === progress);

/** The parts of an entry that somebody may have gone through. */
export const sections = {
	place: '場所・行き方',
	contact: '連絡先',
	schedule: '日時',
	cost: '費用',
	audience: '対象・年齢',
	text: '紹介文'
} as const;
export type Section = keyof typeof sections;

export type Verified = {
	method: Method;
	/** Calendar date in Japan. */
	on: string;
	role: string | null;
	sections: Section[];
	result: Result | 'unreachable';
	note: string | null;
	/** Calendar date in Japan; null: by the rhythm of the place. */
	nextDueOn: string | null;
};
export type VerifiedIssues = Partial<Record<keyof Verified, string>>;

const longestNote = 500;
/** In years: a check or a plan beyond that was mistyped. */
const longAgo = 10;

const year = 365;

/**
 * When a place is asked again, by its own rhythm: as long after this check as was said the last time,
 * else a year. Calendar dates in Japan.
 */
export function nextDue(on: string, last: { on: string; nextDueOn: string | null } | null): string {
	const days = last?.nextDueOn ? toDay(last.nextDueOn) - toDay(last.on) : year;
	return fromDay(toDay(on) + (days > 0 ? days : year));
}

/** `today`: the date in Japan; a check in the future is none. */
export function parseVerified(
	form: SentForm,
	today: string
): { value: Verified } | { issues: VerifiedIssues } {
	const method = methods.find((one) => one === form.get('method'));
	const result = [...results, 'unreachable' as const].find((one) => one === form.get('result'));
	const on = dateOf(form, 'on');
	const nextDueOn = dateOf(form, 'nextDueOn');
	const note = tidy(textOf(form, 'note'));
	const role = tidy(textOf(form, 'role'));
	const issues: VerifiedIssues = {
		...(method ? {} : { method: '確かめ方を選んでください。' }),
		...(result ? {} : { result: '結果を選んでください。' }),
		...(on === null || on === ''
			? { on: '確かめた日を、2026-11-26 のように書いてください。' }
			: on < yearsFrom(today, -longAgo)
				? { on: `確かめた日が、${longAgo}年より前（${on}）になっています。` }
				: on > today
					? { on: `確かめた日が、きょう（${today}）よりあとになっています。` }
					: {}),
		...(nextDueOn === null
			? { nextDueOn: '次の予定は、2027-05-01 のように書いてください。' }
			: nextDueOn && on && nextDueOn <= on
				? { nextDueOn: `次の予定（${nextDueOn}）は、確かめた日（${on}）よりあとにしてください。` }
				: nextDueOn > yearsFrom(today, longAgo)
					? { nextDueOn: `次の予定が、${longAgo}年よりあと（${nextDueOn}）になっています。` }
					: {}),
		...lineIssue('note', 'メモ', note, longestNote),
		...lineIssue('role', '役割', role, 50)
	};
	if (!method || !result || !on || nextDueOn === null || Object.keys(issues).length > 0) {
		return { issues };
	}
	const named = new Set(textsOf(form, 'sections'));
	const chosen = (Object.keys(sections) as Section[]).filter((one) => named.has(one));
	return {
		value: {
			method,
			on,
			role: role || null,
			sections: chosen,
			result,
			note: note || null,
			nextDueOn: nextDueOn || null
		}
	};
}

/** The revision that was looked at, and the check that was known then. */
export type Seen = { revision: number | null; verification: number | null };

/** What a form says that its author saw; null where it says nothing that could be. */
export const seenIn = (form: SentForm): Seen => ({
	revision: idIn(form, 'revision'),
	verification: idIn(form, 'check')
});

/** What was typed, to be shown again. */
export const givenIn = (form: SentForm): Record<string, string | string[]> => ({
	...Object.fromEntries(
		['method', 'result', 'on', 'role', 'note', 'nextDueOn'].map((name) => [
			name,
			textOf(form, name)
		])
	),
	sections: textsOf(form, 'sections')
});

/** The same day so many years before or after. */
const yearsFrom = (date: string, years: number) =>
	`${Number(date.slice(0, 4)) + years}${date.slice(4)}`;

/** '' when nothing was written, null when it is no date. */
function dateOf(form: SentForm, name: string): string | null {
	const text = textOf(form, name).trim();
	if (text === '') return '';
	return isDate(text) ? text : null;
}

function lineIssue(field: 'note' | 'role', name: string, text: string, most: number) {
	if (text.length > most)
		return { [field]: `${name}は${most}文字までです。いまは${text.length}文字あります。` };
	const issue = letterIssue(text, `${name}の`);
	return issue ? { [field]: `${issue}。` } : {};
}
