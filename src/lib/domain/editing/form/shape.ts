import type { Content } from '#lib/domain/resource/content.ts';

/** A content while it is being typed: the same tree, every value as its words. */
export type Typed<T> = T extends readonly (infer One)[]
	? One extends object
		? Typed<One>[]
		: string[]
	: T extends object
		? { [Key in keyof T]: Typed<NonNullable<T[Key]>> }
		: string;

export type ResourceFields = Typed<Content>;

/**
 * What a field of the form holds: words, several values of one name, an answer to each code, a group,
 * or rows of a group.
 */
export type Shape = 'text' | 'list' | 'answers' | [Group] | Group;
export type Group = { [name: string]: Shape };

const textsNamed = (...names: string[]): Group =>
	Object.fromEntries(names.map((name) => [name, 'text' as const]));

const rule: Group = {
	...textsNamed('frequency', 'interval', 'monthDays', 'months'),
	days: 'list',
	positions: 'list',
	...textsNamed('startsOn', 'endsOn', 'startsAt', 'endsAt', 'holidays'),
	closings: [textsNamed('from', 'to')]
};

export const shape: Group = {
	...textsNamed('name', 'kana', 'plainName'),
	organization: textsNamed('name', 'kana', 'corporateNumber', 'url'),
	categories: 'list',
	needs: 'list',
	audiences: 'list',
	accessibility: 'list',
	languages: 'list',
	eases: 'answers',
	...textsNamed('ageMin', 'ageMax', 'ageOpen', 'gender', 'genderNote', 'residency'),
	residencyNote: 'text',
	serviceArea: 'list',
	...textsNamed('summary', 'description', 'activities'),
	firstVisit: textsNamed('meets', 'first', 'people', 'bring', 'photos', 'cannotCome'),
	...textsNamed('approach', 'referral', 'fee', 'feeNote', 'intake', 'intakeOn'),
	...textsNamed('operation', 'operationOn', 'operationNote', 'capacity', 'hoursNote'),
	schedules: [
		{
			...textsNamed('text', 'ruleFor'),
			...rule,
			also: [rule],
			exceptions: [textsNamed('on', 'kind', 'startsAt', 'endsAt', 'note')]
		}
	],
	phones: [textsNamed('number', 'kind', 'label', 'visibility')],
	contacts: [textsNamed('value', 'kind', 'label', 'visibility')],
	links: [textsNamed('url', 'label')],
	precision: 'text',
	location: textsNamed(
		'municipality',
		'town',
		'street',
		'building',
		'postalCode',
		'latitude',
		'longitude'
	),
	...textsNamed('access', 'accessibilityNote'),
	alert: textsNamed('text', 'from', 'until'),
	sources: [textsNamed('name', 'url', 'retrievedOn')],
	consents: [textsNamed('channel', 'givenBy', 'givenOn', 'how')],
	staffNote: 'text'
};

/** Fields that choose among a few words say nothing by themselves: a row of only these is empty. */
const choices = new Set([
	'ruleFor',
	'kind',
	'visibility',
	'channel',
	'interval',
	'frequency',
	'holidays'
]);

export function isBlank(value: unknown, name = ''): boolean {
	if (typeof value === 'string') return choices.has(name) || value.trim() === '';
	return Object.entries(value as object).every(([key, part]) => isBlank(part, key));
}

/** Rows beyond it are nobody's booklet. */
export const mostRows = 60;
