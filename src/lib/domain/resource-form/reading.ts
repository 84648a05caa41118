import { readSchedule } from '#lib/domain/schedule-words.ts';
import { scheduleForm } from './fields.ts';
import type { ResourceFields } from './shape.ts';

/** The words of one schedule as the fields of its rule; what cannot be read leaves them as they are. */
export function readInto(fields: ResourceFields, row: string): ResourceFields {
	const at = Number(row);
	const schedule = row === '' ? undefined : fields.schedules[at];
	if (!schedule) return fields;
	const { rule } = readSchedule(schedule.text);
	if (!rule) return fields;
	const { startsOn, endsOn, exceptions } = schedule;
	const read = { ...scheduleForm(rule, schedule.text), exceptions };
	return {
		...fields,
		schedules: fields.schedules.with(at, {
			...read,
			startsOn: read.startsOn || startsOn,
			endsOn
		})
	};
}
