import { isStaffTarget, targets, type Target } from '#lib/domain/formats/mapping/targets.ts';

type Group = { title: string; targets: { target: Target; label: string }[] };

/** In the order in which a town's list has them. */
const groups: [title: string, targets: string][] = [
	[
		'なにか・だれがしているか',
		'name kana plain_name organization organization_kana categories number summary description activities corporate_number organization_url'
	],
	[
		'どこ',
		'address prefecture municipality municipality_code town street building postal_code point latitude longitude access accessibility accessibility_note precision publisher_code'
	],
	['連絡先', 'phone phone_label extension fax mail url form approach referral'],
	[
		'いつ',
		'hours weekdays opens closes hours_note starts_on ends_on operation operation_on operation_note'
	],
	[
		'だれが・いくらで',
		'audiences ages age_min age_max needs gender gender_note residency residency_note service_area eases fee fee_note capacity intake intake_on languages'
	]
];

const byTarget = new Map(targets.map((one) => [one.target, one]));
const placed = new Set(groups.flatMap(([, words]) => words.split(' ')));
/** Written by this product alone; and what nobody may say of a whole list by a column. */
const notHere = new Set(
	'id source schedule_rules schedule_rule_words schedule_exceptions consents'.split(' ')
);
const rest = targets.filter(({ target }) => !placed.has(target) && !notHere.has(target));

/** What a column may become, for a list to choose from. */
export const targetGroups: Group[] = [
	...groups.map(([title, words]) => ({
		title,
		targets: words.split(' ').flatMap((target) => byTarget.get(target) ?? [])
	})),
	{ title: 'そのほか', targets: rest.filter(({ target }) => !isStaffTarget(target)) },
	{ title: '職員だけが見るもの', targets: rest.filter(({ target }) => isStaffTarget(target)) }
];
