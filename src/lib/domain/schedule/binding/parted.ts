import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { wordsKey } from '#lib/domain/schedule/words/letters.ts';

type Bound = Pick<Schedule, 'text' | 'ruleFor'>;

/** Chosen in the form: the rules were looked at beside the words as they are now. */
export const theseWords = '=';

/** Whether the words have become others than those that the rules were read from or confirmed for. */
export const isParted = ({ text, ruleFor }: Bound): boolean =>
	ruleFor !== null && ruleFor !== text && wordsKey(ruleFor) !== wordsKey(text);

/** The same schedule in other words, which are known to say the same: shortened for paper. */
export const reworded = <One extends Schedule>(schedule: One, text: string): One => ({
	...schedule,
	text,
	ruleFor: schedule.ruleFor === null || isParted(schedule) ? schedule.ruleFor : text
});
