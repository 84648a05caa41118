import { asTyped } from '#lib/domain/schedule/binding.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	contentSchema,
	type Content,
	precisions,
	visibilities
} from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import {
	contentOf,
	emptyForm,
	fieldsOf,
	formOf,
	pairsOf,
	shape
} from '#lib/domain/editing/form.ts';
import { possible } from '../../support/possible.ts';
import { content, places } from '../../support/world.ts';

const sent = (pairs: [string, string][]) => {
	const form = new FormData();
	for (const [name, value] of pairs) form.append(name, value);
	return form;
};

const text = (max = 40) =>
	fc
		.string({ unit: fc.constantFrom(...'あい 曜木A1,.。、\n「」'), minLength: 1, maxLength: max })
		.map((found) => found.trim())
		.filter((found) => found !== '');
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one);
const date = fc.constantFrom('2026-04-01', '2027-12-31');
const time = fc.constantFrom('09:00', '24:00');
const codes = fc.uniqueArray(fc.constantFrom('ibasho', 'women', 'a-1'), { minLength: 1 });
const code = fc.constantFrom('ibasho', 'free');
const visibility = fc.constantFrom(...visibilities);
const url = fc.constant('https://example.jp/a?b=c&d=e');
const short = maybe(text(20));

/** With the words that each rule belongs to. */
const typed = (content: Content): Content => ({
	...content,
	schedules: content.schedules.map(asTyped)
});

const contents = fc.record(
	{
		name: text(),
		kana: short,
		plainName: short,
		organization: maybe(fc.record({ name: text(), kana: short, url: maybe(url) })),
		categories: codes,
		needs: codes,
		eases: fc.dictionary(code, fc.constantFrom('yes' as const, 'no' as const)),
		ageMin: maybe(fc.constant(0)),
		ageMax: maybe(fc.constantFrom(0, 120)),
		ageOpen: fc.boolean(),
		gender: maybe(code),
		serviceArea: fc.constantFrom([], ['102024', '102016']),
		summary: short,
		description: short,
		firstVisit: fc.record({ meets: short, cannotCome: short }),
		operation: fc.constantFrom('open' as const, 'paused' as const, 'closed' as const),
		capacity: maybe(fc.nat(99_999)),
		schedules: fc.array(
			fc.record({
				text: text(),
				frequency: fc.constantFrom('weekly' as const, 'once' as const, null),
				interval: fc.constantFrom(1, 2),
				days: fc.constantFrom([], [...weekdays].slice(2, 4)),
				positions: fc.constantFrom<(2 | -1)[][]>([], [2, -1]),
				monthDays: fc.constantFrom([], [5, 20]),
				months: fc.constantFrom([], [4]),
				startsOn: maybe(date),
				startsAt: maybe(time),
				holidays: fc.constantFrom('closed' as const, null),
				exceptions: fc.array(
					fc.record({ on: date, kind: fc.constant('closed' as const), note: short }),
					{ maxLength: 2 }
				)
			}),
			{ maxLength: 3 }
		),
		phones: fc.array(fc.record({ number: text(20), label: short, visibility })),
		contacts: fc.array(
			fc.record({ kind: fc.constant('mail' as const), value: text(), visibility })
		),
		links: fc.array(fc.record({ url, label: short })),
		precision: fc.constantFrom(...precisions),
		location: fc.record({
			town: short,
			postalCode: maybe(fc.constant('370-0001')),
			...{ latitude: fc.constant(36.32), longitude: fc.constant(139.0100001) }
		}),
		alert: maybe(fc.record({ text: text(), until: maybe(date) })),
		sources: fc.array(fc.record({ name: text(), retrievedOn: maybe(date) })),
		consents: fc.constantFrom(
			[],
			[{ channel: 'paper' as const, givenBy: '代表', givenOn: null, how: '電話' }]
		),
		staffNote: short
	},
	{ requiredKeys: ['name', 'categories', 'precision'] }
);

describe('The form of a resource', () => {
	test('holds everything that a revision holds', () => {
		expect(Object.keys(shape).sort()).toEqual(Object.keys(contentSchema.entries).sort());
	});

	test.each(Object.entries(places))('says %s again as it is', (_, place) => {
		expect(contentOf(fieldsOf(sent(pairsOf(formOf(place)))))).toMatchObject({
			value: typed(place)
		});
	});

	test('of any content says that content again', () => {
		fc.assert(
			fc.property(contents, (input) => {
				const parsed = parseContent(possible(input));
				if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
				const again = contentOf(fieldsOf(sent(pairsOf(formOf(parsed.value)))));
				expect(again).toMatchObject({ value: typed(parsed.value) });
			}),
			{ numRuns: 300 }
		);
	});

	test('gives back whatever was typed, sense or not', () => {
		const pairs: [string, string][] = [
			['name', ''],
			['ageMin', '十五'],
			['categories', 'ibasho'],
			['precision', 'exact'],
			['phones.7.label', '事務所'],
			['location.latitude', '36.3'],
			['schedules.0.monthDays', '一日']
		];
		const fields = fieldsOf(sent(pairs));
		const parsed = contentOf(fields);
		expect(fields.phones).toMatchObject([{ label: '事務所', number: '' }]);
		expect(fields.ageMin).toBe('十五');
		expect('issues' in parsed && parsed.issues.map(({ path }) => path).sort()).toEqual([
			'ageMin',
			'location.latitude',
			'name',
			'phones.0.number',
			'schedules.0.monthDays',
			'schedules.0.text'
		]);
	});

	test('refuses letters that turn the text around, and says where', () => {
		const fields = formOf(content({ name: 'ひだまり' }));
		const parsed = contentOf(fieldsOf(sent(pairsOf({ ...fields, access: '駅\u202eから' }))));
		expect(parsed).toMatchObject({ issues: [{ path: 'access' }] });
		expect('issues' in parsed && parsed.issues[0]!.message).toContain('2文字目');
	});

	test('leaves out rows in which nothing was typed, and does not mind a hostile number of them', () => {
		const pairs = Array.from(
			{ length: 900 },
			(_, row) => [`phones.${row}.number`, `000-${row}`] as [string, string]
		);
		const empty: [string, string][] = [['contacts.0.kind', 'mail']];
		const fields = fieldsOf(sent([...pairs, ...empty]));
		expect(fields.phones).toHaveLength(60);
		expect(fields.contacts).toEqual([]);
	});

	test('starts as an open place of which nothing is known', () => {
		const parsed = contentOf(fieldsOf(sent(pairsOf(emptyForm()))));
		expect('issues' in parsed && parsed.issues.map(({ path }) => path)).toEqual([
			'name',
			'categories'
		]);
	});
});
