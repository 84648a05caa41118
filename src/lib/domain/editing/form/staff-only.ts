import type { Content } from '#lib/domain/resource/content.ts';
import { isAmong, isForStaff, staffWays } from '#lib/domain/resource/staff-only.ts';
import type { ResourceFields } from './shape.ts';

/** A form that may have been filled in by somebody who was told more: of `current` nothing for staff is left. */
export function formWithoutStaffOnly(fields: ResourceFields, current: Content): ResourceFields {
	const ways = staffWays(current);
	return {
		...fields,
		staffNote: '',
		phones: fields.phones.filter((one) => !(isForStaff(one) && isAmong(ways, one.number))),
		contacts: fields.contacts.filter((one) => !(isForStaff(one) && isAmong(ways, one.value)))
	};
}
