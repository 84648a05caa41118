import type { Content, Visibility } from './content.ts';
import { stillShown } from './precision.ts';
import { contentFor, isOpenTo, type Audience } from './publication.ts';
import { isSameWay, tellerOf, textsIn } from '#lib/domain/input/spelling.ts';

/** Words of a content that somebody wrote freely, and that may tell what has been hidden since. */
const free = [
	...([
		'plainName',
		'genderNote',
		'residencyNote',
		'summary',
		'description',
		'activities'
	] as const),
	...(['firstVisit', 'approach', 'referral', 'feeNote', 'operationNote', 'hoursNote'] as const),
	...(['access', 'accessibilityNote', 'alert', 'organization'] as const),
	...(['schedules', 'phones', 'contacts', 'links', 'sources'] as const)
];

/**
 * What an older content may still tell readers beside that of today: never more than today's precision
 * and ways to reach the place allow. The very same object where nothing has been hidden since.
 */
export function narrow(older: Content, today: Content, audience: Audience = 'web'): Content {
	const precision = precisionLeft(older, today);
	const isOpen = isOpenFor(audience);
	const phones = waysLeft(older.phones, today.phones, ({ number }) => number, isOpen);
	const contacts = waysLeft(older.contacts, today.contacts, ({ value }) => value, isOpen);
	const links = waysLeft(older.links, today.links, ({ url }) => url, isOpen);
	const isNarrower =
		precision !== older.precision ||
		phones.length + contacts.length + links.length <
			older.phones.length + older.contacts.length + older.links.length;
	const hidden = [
		...placesHidden(older, today, precision),
		...waysHidden(older, today, { phones, contacts, links }, isOpen)
	];
	if (!isNarrower && hidden.length === 0) return older;
	const told = textsIn(contentFor(audience, today));
	const left = withoutTelling(
		{ ...older, precision, phones, contacts, links },
		{ today, told: new Set(told), hidden }
	);
	return !isNarrower && isSameContent(left, older) ? older : left;
}

const isSameContent = (one: Content, other: Content) =>
	JSON.stringify(one) === JSON.stringify(other);

const isExactly = ({ precision, location }: Content) =>
	precision === 'exact' && (location.street !== null || location.latitude !== null);

/** A place that was shown exactly, and whose street and point are both gone, is not exact any more. */
function precisionLeft(older: Content, today: Content): Content['precision'] {
	const isVaguer = isExactly(older) && today.precision === 'exact' && !isExactly(today);
	return stillShown(older.precision, isVaguer ? 'town' : today.precision);
}

type Way = { visibility: Visibility } | { url: string };
/** A link has no other readers than everybody. */
const isOpenFor = (audience: Audience) => (way: Way) =>
	!('visibility' in way) || isOpenTo(audience, way.visibility);
type IsOpen = ReturnType<typeof isOpenFor>;
const isForStaff = (way: Way) => 'visibility' in way && way.visibility === 'staff';

/**
 * Ways that these readers could take: one that is not for them any more is hidden. One that is not there
 * any more was corrected where another came in its place, and else it was taken away.
 */
function waysLeft<T extends Way>(
	older: T[],
	today: T[],
	valueOf: (way: T) => string,
	isOpen: IsOpen
): T[] {
	const inList = (list: T[], way: T) => list.filter((one) => isSameWay(valueOf(one), valueOf(way)));
	const open = older.filter(isOpen);
	const gone = open.filter((way) => inList(today, way).length === 0);
	const came = today.filter((way) => isOpen(way) && inList(older, way).length === 0);
	const isCorrected = came.length >= gone.length;
	return older.filter((way) => {
		if (!isOpen(way)) return true;
		const now = inList(today, way);
		return now.length === 0 ? isCorrected : now.some(isOpen) && !now.some(isForStaff);
	});
}

function placesHidden(older: Content, today: Content, precision: Content['precision']): string[] {
	if (precision === older.precision) return [];
	const isTownHidden = precision !== 'exact' && precision !== 'town';
	return [older, today].flatMap(({ location: { town, street, building, postalCode }, access }) =>
		[isTownHidden ? town : null, street, building, postalCode, access].filter(
			(word) => word !== null
		)
	);
}

type Ways = Pick<Content, 'phones' | 'contacts' | 'links'>;

const valuesOf = ({ phones, contacts, links }: Ways, isMeant: (way: Way) => boolean): string[] => [
	...phones.filter(isMeant).map(({ number }) => number),
	...contacts.filter(isMeant).map(({ value }) => value),
	...links.filter(isMeant).map(({ url }) => url)
];

/** What was taken off the older one, and what today is kept from readers and was not then. */
function waysHidden(older: Content, today: Content, left: Ways, isOpen: IsOpen): string[] {
	const shown = valuesOf(today, isOpen);
	const kept = [...valuesOf(left, isOpen), ...valuesOf(older, (way) => !isOpen(way))];
	const among = (list: string[], value: string) => list.some((one) => isSameWay(one, value));
	return [...valuesOf(older, isOpen), ...valuesOf(today, (way) => !isOpen(way))].filter(
		(value) => !among(shown, value) && !among(kept, value)
	);
}

/** Texts that tell what is hidden go, unless readers are told the same text today. */
function withoutTelling(
	content: Content,
	{ today, told, hidden }: { today: Content; told: Set<string>; hidden: string[] }
): Content {
	const isHidden = tellerOf(hidden);
	const isTelling = (text: string) => !told.has(text) && isHidden(text);
	const left = (value: unknown): unknown => {
		if (typeof value === 'string') return isTelling(value) ? null : value;
		if (Array.isArray(value)) return value.filter((one) => !textsIn(one).some(isTelling));
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, left(part)]));
	};
	const texts = Object.fromEntries(free.map((field) => [field, left(content[field])]));
	const { organization, alert } = texts as Partial<Content>;
	const isNameTelling = isTelling(content.name);
	return {
		...content,
		...texts,
		organization: organization?.name ? organization : null,
		alert: alert?.text ? alert : null,
		...(isNameTelling ? { name: today.name, kana: today.kana } : {})
	};
}
