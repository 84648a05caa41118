import type { Content } from './content.ts';
import { isSameWay, tellerOf, textsIn } from '#lib/domain/input/spelling.ts';

type Row = { visibility: string };
type Ways = {
	phones: readonly (Row & { number: string })[];
	contacts: readonly (Row & { value: string })[];
};

export const isForStaff = ({ visibility }: { visibility: string }) => visibility === 'staff';

/** Numbers and addresses that staff keep for one another. */
export const staffWays = ({ phones, contacts }: Ways): string[] => [
	...phones.filter(isForStaff).map(({ number }) => number),
	...contacts.filter(isForStaff).map(({ value }) => value)
];

/** Whether a way is one of those, in whatever spelling. */
export const isAmong = (ways: readonly string[], way: string): boolean =>
	ways.some((one) => isSameWay(one, way));

/** What an organization may see of its own entry: not what staff wrote for one another. */
export const withoutStaffOnly = (content: Content): Content => ({
	...content,
	staffNote: null,
	phones: content.phones.filter((one) => !isForStaff(one)),
	contacts: content.contacts.filter((one) => !isForStaff(one))
});

/** What an organization proposes, with what it was not shown as it is. */
export function withStaffOnly(proposed: Content, current: Content): Content {
	const ways = staffWays(current);
	return {
		...proposed,
		staffNote: current.staffNote,
		phones: [
			...proposed.phones.filter((one) => !(isForStaff(one) && isAmong(ways, one.number))),
			...current.phones.filter(isForStaff)
		],
		contacts: [
			...proposed.contacts.filter((one) => !(isForStaff(one) && isAmong(ways, one.value))),
			...current.contacts.filter(isForStaff)
		]
	};
}

/** What nobody looked through as it came (a file, an older revision): ways for staff stay so. */
export function keepForStaff(
	content: Content,
	current: Content
): { content: Content; kept: string[] } {
	const ways = staffWays(current);
	const kept = openAgain(content, current);
	if (kept.length === 0) return { content, kept };
	return {
		kept,
		content: {
			...content,
			phones: [
				...content.phones.filter(({ number }) => !isAmong(ways, number)),
				...current.phones.filter(isForStaff)
			],
			contacts: [
				...content.contacts.filter(({ value }) => !isAmong(ways, value)),
				...current.contacts.filter(isForStaff)
			],
			links: content.links.filter(({ url }) => !isAmong(ways, url))
		}
	};
}

/** Ways that are open in a content and for staff in the one of today, as that spells them. */
export function openAgain({ phones, contacts, links }: Content, current: Content): string[] {
	const open = [
		...phones.filter((one) => !isForStaff(one)).map(({ number }) => number),
		...contacts.filter((one) => !isForStaff(one)).map(({ value }) => value),
		...links.map(({ url }) => url)
	];
	return staffWays(current).filter((way) => isAmong(open, way));
}

/** Texts for readers that tell such a way all the same, by the path of their field. */
export function tellingTexts(content: Content, current: Content): string[] {
	const ways = staffWays(current);
	if (ways.length === 0) return [];
	const isTelling = tellerOf(ways);
	const hidden = new Set(['staffNote', 'phones', 'contacts', 'consents', 'location']);
	return Object.entries(content)
		.filter(([field, value]) => !hidden.has(field) && textsIn(value).some(isTelling))
		.map(([field]) => field);
}
