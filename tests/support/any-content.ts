import fc from 'fast-check';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import { precisions, visibilities, type Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { openAgain } from '#lib/domain/resource/staff-only.ts';
import { context, vocabularies } from './formats.ts';
import { possible } from './possible.ts';

/** What spreadsheets, archives and code pages are known to change. */
const traps = fc.constantFrom(
	...[
		'=1+1',
		"'=1",
		"''@",
		'+81',
		'-',
		'#N/A',
		'#DIV/0!',
		'_x0041_',
		'_x005F_',
		'0012',
		'1E5',
		'1-2'
	],
	...[
		'2/3',
		'TRUE',
		'𠮷野家',
		'😀',
		'👨\u200d👩\u200d👧',
		'〜−‖—',
		'令和8年',
		'a;b|c\\',
		'"',
		'か\u309a',
		'１'
	],
	...['あ\nい', 'あ\n\nい', '<b>&amp;', 'null', '　', 'なし', '未確認']
);

const words = (maxLength: number) =>
	fc
		.oneof({ arbitrary: typed(maxLength), weight: 4 }, { arbitrary: traps, weight: 1 })
		.map((text) =>
			text.normalize('NFC').replace(/[\p{C}\p{M}]/gu, (one) => (one === '\n' ? one : ''))
		)
		.map((text) => text.normalize('NFC').trim())
		.filter((text) => text.length > 0 && text.length <= maxLength);

const typed = (maxLength: number) =>
	fc.string({
		unit: fc.oneof(
			fc.constantFrom(...'あいう漢字・；;|\\,"\'=+-@%＝：:（）/ \nn'),
			fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
		),
		minLength: 1,
		maxLength: maxLength / 4
	});

const maybe = (max: number) => fc.option(words(max));
const some = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { maxLength });
const codes = (name: keyof typeof vocabularies, minLength = 0) =>
	fc.uniqueArray(fc.constantFrom(...vocabularies[name].keys()), { minLength, maxLength: 4 });
const one = (name: keyof typeof vocabularies) =>
	fc.option(fc.constantFrom(...vocabularies[name].keys()));
const date = fc
	.integer({ min: 0, max: 20_000 })
	.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const time = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const address = fc.webUrl({ withFragments: true, withQueryParameters: true });
const town = fc.constantFrom(...context.gazetteer.byCode.keys());
const who = fc.constantFrom(...visibilities);

const schedule = fc.record({
	text: words(300),
	frequency: fc.option(fc.constantFrom('weekly', 'monthly', 'yearly', 'once')),
	interval: fc.integer({ min: 1, max: 52 }),
	days: fc.uniqueArray(fc.constantFrom(...weekdays)),
	positions: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1)),
	monthDays: some(fc.integer({ min: 1, max: 31 })),
	months: some(fc.integer({ min: 1, max: 12 })),
	startsOn: fc.option(date),
	endsOn: fc.option(date),
	startsAt: fc.option(time),
	endsAt: fc.option(time),
	holidays: fc.option(fc.constantFrom('open', 'closed')),
	exceptions: some(
		fc.record({
			on: date,
			kind: fc.constantFrom('closed', 'added'),
			startsAt: fc.option(time),
			endsAt: fc.option(time),
			note: maybe(200)
		})
	)
});

/** A content about which anything may be said. */
export const anyContent: fc.Arbitrary<Content> = fc
	.record({
		name: words(100),
		kana: maybe(200),
		plainName: maybe(100),
		organization: fc.option(
			fc.record({
				name: words(150),
				kana: maybe(300),
				corporateNumber: fc.option(fc.constant('8700110005901')),
				url: fc.option(address)
			})
		),
		categories: codes('category', 1),
		needs: codes('need'),
		audiences: codes('audience'),
		accessibility: codes('accessibility'),
		languages: codes('language'),
		eases: codes('ease').chain((list) =>
			fc
				.tuple(...list.map(() => fc.constantFrom('yes', 'no')))
				.map((answers) => Object.fromEntries(list.map((code, i) => [code, answers[i]])))
		),
		ageMin: fc.option(fc.integer({ min: 0, max: 120 })),
		ageMax: fc.option(fc.integer({ min: 0, max: 120 })),
		ageOpen: fc.boolean(),
		gender: one('gender'),
		genderNote: maybe(200),
		residency: one('residency'),
		residencyNote: maybe(200),
		serviceArea: fc.uniqueArray(town, { maxLength: 3 }),
		summary: maybe(80),
		description: maybe(400),
		activities: maybe(400),
		firstVisit: fc.record({
			meets: maybe(300),
			first: maybe(300),
			people: maybe(200),
			bring: maybe(200),
			photos: maybe(300),
			cannotCome: maybe(300)
		}),
		approach: maybe(300),
		referral: maybe(300),
		fee: one('fee'),
		feeNote: maybe(300),
		intake: one('intake'),
		intakeOn: fc.option(date),
		operation: fc.constantFrom('open', 'paused', 'closed'),
		operationOn: fc.option(date),
		operationNote: maybe(300),
		capacity: fc.option(fc.nat(99_999)),
		hoursNote: maybe(300),
		schedules: some(schedule),
		phones: some(
			fc.record({
				kind: fc.constantFrom('voice', 'fax'),
				number: fc.oneof(words(40), fc.constantFrom('FAX 1', 'TEL 2', '000-111-2222')),
				label: maybe(200),
				visibility: who
			})
		),
		contacts: some(
			fc.record({
				kind: fc.constantFrom('mail', 'form', 'line', 'chat', 'social', 'post', 'visit'),
				value: words(300),
				label: maybe(200),
				visibility: who
			})
		),
		links: some(fc.record({ label: maybe(200), url: address })),
		precision: fc.constantFrom(...precisions),
		location: fc.record({
			municipality: fc.option(town),
			town: maybe(200),
			street: maybe(200),
			building: maybe(200),
			postalCode: fc.option(fc.constantFrom('123-4567', '1234567')),
			latitude: fc.option(fc.double({ min: 20, max: 46, noNaN: true })),
			longitude: fc.option(fc.double({ min: 122, max: 154, noNaN: true }))
		}),
		access: maybe(300),
		accessibilityNote: maybe(300),
		alert: fc.option(
			fc.record({ text: words(300), from: fc.option(date), until: fc.option(date) })
		),
		sources: some(
			fc.record({ name: words(200), url: fc.option(address), retrievedOn: fc.option(date) })
		),
		consents: fc.uniqueArray(
			fc.record({
				channel: fc.constantFrom('web', 'paper'),
				givenBy: words(100),
				givenOn: fc.option(date),
				how: words(100)
			}),
			{ selector: ({ channel }) => channel }
		),
		staffNote: maybe(400)
	})
	.map((input) => {
		const parsed = parseContent(possible(input));
		if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
		return parsed.value;
	})
	// What is for staff in one row is for staff in all: the others are not written.
	.filter((one) => openAgain(one, one).length === 0);
