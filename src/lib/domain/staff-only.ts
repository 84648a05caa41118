import type { Content } from './content.ts';

const isForStaff = ({ visibility }: { visibility: string }) => visibility === 'staff';

/** What an organization may see of its own entry: not what staff wrote for one another. */
export const withoutStaffOnly = (content: Content): Content => ({
	...content,
	staffNote: null,
	phones: content.phones.filter((one) => !isForStaff(one)),
	contacts: content.contacts.filter((one) => !isForStaff(one))
});

type Contacts = Pick<Content, 'phones' | 'contacts'>;

/** What was shown in one revision and is for staff alone in a later one. */
function withdrawnIn(base: Contacts, current: Contacts): Set<string> {
	const shown = [
		...base.phones.filter((one) => !isForStaff(one)).map(({ number }) => number),
		...base.contacts.filter((one) => !isForStaff(one)).map(({ value }) => value)
	];
	const hidden = new Set([
		...current.phones.filter(isForStaff).map(({ number }) => number),
		...current.contacts.filter(isForStaff).map(({ value }) => value)
	]);
	return new Set(shown.filter((one) => hidden.has(one)));
}

/**
 * A content that was written from `base`, as it would be from `current`: what is for staff alone now is
 * so in it too, although it was shown when it was written.
 */
export function rebased(content: Content, base: Content, current: Content): Content {
	const withdrawn = withdrawnIn(base, current);
	return withStaffOnly(
		{
			...content,
			phones: content.phones.filter((one) => !isForStaff(one) && !withdrawn.has(one.number)),
			contacts: content.contacts.filter((one) => !isForStaff(one) && !withdrawn.has(one.value))
		},
		current
	);
}

/** What an organization proposes, with what it was not shown as it is. */
export const withStaffOnly = (proposed: Content, current: Content): Content => ({
	...proposed,
	staffNote: current.staffNote,
	phones: [...proposed.phones, ...current.phones.filter(isForStaff)],
	contacts: [...proposed.contacts, ...current.contacts.filter(isForStaff)]
});
