import type { Content } from '#lib/domain/resource/content.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { hasRules, held, isParted } from '#lib/domain/schedule/binding.ts';
import { readSchedule } from '#lib/domain/schedule/words.ts';
import type { Draft } from '#lib/domain/formats/column.ts';
import { fromWords, noRule, readRules, writeRules, type RuleInput } from './schedule-rule.ts';

/** Not the words of any rule: somebody has still to look. */
const unsure = '未確認';

type ScheduleDraft = Record<string, unknown> & { text: string };

/** A line of words, with the rules that are read from it. */
export function readWords(text: string): ScheduleDraft {
	const [first, ...also] = readSchedule(text).rules ?? [];
	return first ? { ...first, text, also } : { text };
}

/** The rules that a line says, in the place of those that were read; a sentence where it says none. */
export function readRuleLine(schedule: ScheduleDraft, line: string): string | null {
	if (line === fromWords) return null;
	const read = readRules(line);
	if ('unread' in read) {
		const part = read.unread === line ? '' : `の「${read.unread}」`;
		return `「${line}」${part}がくりかえしとして読めません。`;
	}
	const [first, ...also] = read.rules as [RuleInput, ...RuleInput[]];
	const { text } = schedule;
	for (const key of Object.keys(schedule)) delete schedule[key];
	Object.assign(schedule, { ...first, text, also });
	return null;
}

/** Rules of words that have changed since are nobody's dates. */
export const writeRuleLine = (schedule: Schedule): string =>
	held(schedule) ? writeRules(schedule) : noRule;

export const writeOrigin = ({ ruleFor }: Schedule): string =>
	ruleFor === null ? noRule : ruleFor === '' ? unsure : ruleFor;

export function readOrigin(schedule: ScheduleDraft, line: string): void {
	if (line !== noRule) schedule['ruleFor'] = line === unsure ? '' : line;
}

export const schedulesIn = (draft: Draft): ScheduleDraft[] =>
	(draft['schedules'] ?? []) as ScheduleDraft[];

/** Lines of rules for the words of a file that has none: those of words that it keeps. */
export const rulesOnto = (words: readonly string[], before: Content): string =>
	words
		.map((text) => {
			const same = before.schedules.find((one) => one.text === text);
			return same ? writeRules(same) : fromWords;
		})
		.join('\n');

/**
 * Says of schedules whose words a file has changed, and whose rules it has left, that these belong to
 * the words before.
 */
export function boundOnto(content: Content, before: Content): Content {
	const isKept = (text: string) => content.schedules.some((one) => one.text === text);
	const schedules = content.schedules.map((schedule) => {
		if (schedule.ruleFor !== null) return schedule;
		const same = before.schedules.find((one) => one.text === schedule.text);
		if (same) {
			// What is not shown was not exported.
			if (!hasRules(schedule) && isParted(same))
				return { ...same, exceptions: schedule.exceptions };
			return writeRules(same) === writeRules(schedule)
				? { ...schedule, ruleFor: same.ruleFor }
				: schedule;
		}
		const moved = before.schedules.find(
			(one) => hasRules(one) && !isKept(one.text) && writeRules(one) === writeRules(schedule)
		);
		const isRead = writeRules(schedule) === rulesRead(schedule.text);
		return moved && !isRead ? { ...schedule, ruleFor: moved.ruleFor ?? moved.text } : schedule;
	});
	return { ...content, schedules };
}

/** As they would be written. */
function rulesRead(text: string): string | null {
	const [first, ...also] = readSchedule(text).rules ?? [];
	return first ? writeRules({ ...first, also, text, ruleFor: null, exceptions: [] }) : null;
}

/** What an import has to say of a schedule; null: nothing. */
export function scheduleWarning(schedule: Schedule): string | null {
	if (!hasRules(schedule)) {
		const { unread } = readSchedule(schedule.text);
		return unread.length > 0
			? `日付を読み取れないことば（「${unread.join('」「')}」）があるので、日付は出しません。`
			: null;
	}
	return held(schedule)
		? null
		: 'ことばと、くりかえしが合いません。編集画面で確かめるまで、日付は出しません。';
}
