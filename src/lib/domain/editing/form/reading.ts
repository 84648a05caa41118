import { withRules } from '#lib/domain/schedule/binding.ts';
import { readSchedule } from '#lib/domain/schedule/words.ts';
import { scheduleForm } from './fields.ts';
import { scheduleOf } from './parse.ts';
import type { ResourceFields } from './shape.ts';

/** The words of one schedule as the fields of its rules; what cannot be read leaves them as they are. */
export function readInto(fields: ResourceFields, row: string): ResourceFields {
	const at = Number(row);
	const typed = row === '' ? undefined : fields.schedules[at];
	const schedule = typed && scheduleOf({ ...typed, ruleFor: '' });
	const rules = schedule && readSchedule(schedule.text).rules;
	if (!rules) return fields;
	const read = { ...withRules(schedule, rules), text: typed.text, ruleFor: typed.text };
	return { ...fields, schedules: fields.schedules.with(at, scheduleForm(read)) };
}
