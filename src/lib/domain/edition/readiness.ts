import type { Content } from '#lib/domain/resource/content.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import { dayBreak } from '#lib/domain/calendar/calendar.ts';
import { nextOccurrences } from '#lib/domain/schedule/occurrences.ts';
import { hasRules } from '#lib/domain/schedule/binding.ts';
import { closingFindings, scheduleFindings } from '#lib/domain/schedule/findings.ts';

/** What an entry has to have before its edition is locked; each can be waived by itself. */
export const checks = [
	'verification',
	'change',
	'paper-consent',
	'web-consent',
	'kana',
	'words',
	'audience',
	'contact',
	'municipality',
	'schedule',
	'schedule-words',
	'closing',
	'position'
] as const;
export type Check = (typeof checks)[number];

export const checkNames: Record<Check, string> = {
	verification: '確認がまだ',
	change: '変更がまだ書かれていない',
	'paper-consent': '冊子に載せる同意がない',
	'web-consent': 'サイトに載せる同意がない',
	kana: 'よみがない',
	words: '紹介文がない',
	audience: '対象がない',
	contact: '連絡のしかたがない',
	municipality: '市区町村がない',
	schedule: '開催日が読み取れない',
	'schedule-words': '日時のことばと、きまりが合わない',
	closing: '休みのことが、きまりに入っていない',
	position: '地図の点が市区町村の外にある'
};

export const isCheck = (text: unknown): text is Check => checks.some((check) => check === text);

export type Missing = {
	check: Check;
	/** Path of the field in `Content`, in dots; null: it is about a verification. */
	field: string | null;
	/** What was found, where that helps. */
	found: string | null;
};

/** As far as it is known: false where no outlines are loaded, or the point may not be looked at. */
type Ground = { isOutside: boolean };
type Verification = {
	isVerified: boolean;
	/** It found a change that nobody has written yet. */
	isOwed: boolean;
};

/** What is missing from an entry. Of a place that has closed only that somebody made sure, and agreed. */
export function missingFrom(
	content: Content,
	{ isVerified, isOwed, on, ground }: Verification & { on: string; ground: Ground }
): Missing[] {
	const missing: Missing[] = [];
	const add = (check: Check, field: string | null, found: string | null = null) =>
		missing.push({ check, field, found });
	const agrees = (channel: 'web' | 'paper') =>
		content.consents.some((consent) => consent.channel === channel);

	if (!isVerified) add('verification', null);
	if (isOwed) add('change', null);
	if (!agrees('paper')) add('paper-consent', 'consents');
	if (content.operation === 'closed') return missing;

	if (!agrees('web')) add('web-consent', 'consents');
	if (!content.kana) add('kana', 'kana');
	if (!content.summary && !content.description) add('words', 'summary');
	if (content.audiences.length === 0) add('audience', 'audiences');
	if (!mayBeReached(content)) add('contact', 'contacts');
	if (needsMunicipality(content)) add('municipality', 'location.municipality');
	content.schedules.forEach((schedule, index) => {
		const field = `schedules.${index}.text`;
		if (scheduleFindings(schedule).length > 0) add('schedule-words', field, schedule.text);
		else if (isUnreadable(schedule, on)) add('schedule', field, schedule.text);
	});
	for (const { path, found } of closingFindings(content)) add('closing', path, found);
	if (ground.isOutside) {
		const { latitude, longitude } = content.location;
		add('position', 'location.latitude', `${latitude}, ${longitude}`);
	}
	return missing;
}

const mayBeReached = ({ phones, contacts, approach, links }: Content) =>
	[...phones, ...contacts].some(({ visibility }) => visibility !== 'staff') ||
	approach !== null ||
	links.length > 0;

const needsMunicipality = ({ precision, location }: Content) =>
	!['private', 'online'].includes(precision) && location.municipality === null;

/** Words that name a day or an hour. 「不定期」 and 「お問い合わせください」 are all there is to know. */
const namesTime = /[月火水木金土日]曜|毎[日週月年]|隔週|第[1-5１-５一二三四五]|\d\s*[:：時日]/;

/** Words that say when, and a rule that does not: no date follows from it although it has not ended. */
function isUnreadable(schedule: Schedule, on: string): boolean {
	if (!hasRules(schedule)) return schedule.ruleFor === null && namesTime.test(schedule.text);
	if (schedule.frequency === 'once') return schedule.startsOn === null;
	if (schedule.endsOn !== null && schedule.endsOn < on) return false;
	const from = schedule.startsOn !== null && schedule.startsOn > on ? schedule.startsOn : on;
	return nextOccurrences([schedule], dayBreak(from), 1).length === 0;
}

type Waivable = { missing: readonly { check: Check; waiver: unknown }[] };

const isAsked = (check: Check | null) => (one: { check: Check }) =>
	check === null || one.check === check;

/** Something (of that kind) is missing from it that nobody has waived. */
export const isOpen = ({ missing }: Waivable, check: Check | null = null): boolean =>
	missing.filter(isAsked(check)).some(({ waiver }) => !waiver);

/** What lacks something (of that kind): what is still to be done first, else in the order it was. */
export const openFirst = <Entry extends Waivable>(
	entries: readonly Entry[],
	check: Check | null = null
): Entry[] =>
	entries
		.filter(({ missing }) => missing.some(isAsked(check)))
		.toSorted((a, b) => Number(isOpen(b, check)) - Number(isOpen(a, check)));

/** Of each kind of lack that there is, how many nobody has waived, and how many there are. */
export const countsOf = (missing: readonly (Missing & { waiver: unknown })[]) =>
	checks
		.map((check) => {
			const all = missing.filter((one) => one.check === check);
			return { check, open: all.filter(({ waiver }) => !waiver).length, total: all.length };
		})
		.filter(({ total }) => total > 0);

/** Which lack of which entry a form is about; null when it says neither. */
export function parseLack(form: SentForm): { resourceId: string; check: Check } | null {
	const resourceId = textOf(form, 'resource');
	const check = form.get('check');
	return isCheck(check) && resourceId ? { resourceId, check } : null;
}

/** And why it is waived. */
export function parseWaiver(form: SentForm) {
	const lack = parseLack(form);
	const reason = parseReason(form.get('reason'));
	if (lack && 'value' in reason) return { value: { ...lack, reason: reason.value } };
	const issue = 'issue' in reason ? reason.issue : 'どの掲載のことか読み取れませんでした。';
	return { refused: { ...lack, issue, given: textOf(form, 'reason') } };
}
