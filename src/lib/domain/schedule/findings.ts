import type { Rule, Schedule } from './schedule.ts';
import { rulesOf } from './occurrences.ts';
import { contradicts, hasRules, held } from './binding.ts';
import { closingsOf, type NamedClosing } from './words/notes.ts';

/** What deserves a look about one schedule's words and rules. */
export function scheduleFindings(schedule: Schedule): string[] {
	if (!hasRules(schedule)) return [];
	if (!held(schedule)) {
		return [
			'このことばと、下のきまりが合っているか、まだ確かめていません。それまで日付は出しません'
		];
	}
	return schedule.ruleFor !== null && contradicts(schedule)
		? ['このことばからは、下のきまりと違う日や時刻が読み取れます']
		: [];
}

/** Closings that a note names and a rule still has dates on. */
export function closingFindings(content: {
	schedules: readonly Schedule[];
	hoursNote: string | null;
}): { path: string; message: string; found: string }[] {
	const rules = content.schedules.map((schedule) => {
		const known = held(schedule);
		return known ? rulesOf(known) : [];
	});
	return [
		...missed(content.hoursNote, 'hoursNote', rules.flat()),
		// Words that were not understood may name closings too.
		...content.schedules.flatMap(({ text }, row) =>
			missed(text, `schedules.${row}.text`, rules[row]!)
		)
	];
}

function missed(note: string | null, path: string, rules: readonly Rule[]) {
	if (!note || rules.length === 0) return [];
	return closingsOf(note)
		.filter((closing) => rules.some((rule) => !minds(rule, closing)))
		.map(({ words }) => ({
			path,
			message: `「${words}」とありますが、その日にも日付が出ます。下のきまりの「毎年の休み」や「祝日」に入れるか、日時のことばに書きそえてください`,
			found: words
		}));
}

/** Whether a rule has no date on days that are said to be closed. */
function minds(rule: Rule, { holidays, months, span }: NamedClosing): boolean {
	if (rule.frequency === 'once' || rule.frequency === null) return true;
	if (holidays && rule.holidays !== 'closed') return rule.frequency === 'yearly';
	if (months.length > 0) {
		return rule.months.length > 0 && !rule.months.some((month) => months.includes(month));
	}
	if (!span) return true;
	const named = monthsOf(span);
	if (rule.months.length > 0 && !rule.months.some((month) => named.includes(month))) return true;
	return rule.closings.length > 0 && rule.closings.some((one) => covers(one, span));
}

type Span = { from: string; to: string };

const monthsOf = ({ from, to }: Span) => [Number(from.slice(0, 2)), Number(to.slice(0, 2))];

/** It closes on a day that the other closes on: people differ in when the year ends. */
const covers = (one: Span, other: Span) =>
	isIn(one, other.from) || isIn(one, other.to) || isIn(other, one.from);

const isIn = ({ from, to }: Span, on: string) =>
	from <= to ? on >= from && on <= to : on >= from || on <= to;
