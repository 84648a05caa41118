import type { Content } from './content.ts';

export const isForStaff = ({ visibility }: { visibility: string }) => visibility === 'staff';

/** What an organization may see of its own entry: not what staff wrote for one another. */
export const withoutStaffOnly = (content: Content): Content => ({
	...content,
	staffNote: null,
	phones: content.phones.filter((one) => !isForStaff(one)),
	contacts: content.contacts.filter((one) => !isForStaff(one))
});

/** What an organization proposes, with what it was not shown as it is. */
export const withStaffOnly = (proposed: Content, current: Content): Content => ({
	...proposed,
	staffNote: current.staffNote,
	phones: [...proposed.phones, ...current.phones.filter(isForStaff)],
	contacts: [...proposed.contacts, ...current.contacts.filter(isForStaff)]
});
