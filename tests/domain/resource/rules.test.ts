import { describe, expect, test } from 'vitest';
import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { resourceCsv, writeRow } from '#lib/domain/formats/resource-csv.ts';
import { prefectureNotAround } from '#lib/domain/map/prefecture-bounds.ts';
import { contentOf, fieldsOf, formOf, pairsOf } from '#lib/domain/editing/form.ts';
import { context } from '../../support/formats.ts';
import { content } from '../../support/world.ts';

const whole = content({
	name: 'ひだまり',
	schedules: [{ text: '毎週土曜', frequency: 'weekly', days: ['sa'] }],
	location: { municipality: '102024', latitude: 36.32, longitude: 139.01 }
});
const schedule = (change: object): Partial<Content> => ({
	schedules: [{ ...whole.schedules[0]!, ...change }]
});
const exception = (on: string, kind: string, times = {}) => ({
	...{ on, kind, startsAt: null, endsAt: null, note: null, ...times }
});
const located = (change: object): Partial<Content> => ({
	location: { ...whole.location, ...change }
});
const saidBy = (how: string) => [{ channel: 'web', givenBy: how, givenOn: null, how }];

/** What cannot be, the field that is named, and what its sentence says. */
const impossible: [string, object, string, string][] = [
	['a date that does not exist', { intakeOn: '2026-02-30' }, 'intakeOn', '2026-02-30 という日は'],
	['no leap year', { operationOn: '2027-02-29' }, 'operationOn', 'という日はありません'],
	['a month that is none', schedule({ startsOn: '2026-13-01' }), 'schedules.0.startsOn', '13-01'],
	['ages 39–15', { ageMin: 39, ageMax: 15 }, 'ageMax', '上限（15）が下限（39）より'],
	['an age limit beside none', { ageMax: 39, ageOpen: true }, 'ageMax', '「上限なし」の両方'],
	['half a year of age', { ageMin: 15.5 }, 'ageMin', '整数'],
	['an age of nobody', { ageMax: 121 }, 'ageMax', '0〜120'],
	['a capacity below nothing', { capacity: -1 }, 'capacity', '0〜99999'],
	[
		'a notice that ends before it begins',
		{ alert: { text: '休み', from: '2026-08-31', until: '2026-08-01' } },
		'alert.until',
		'終わりの日（2026-08-01）が、始まりの日（2026-08-31）より前'
	],
	[
		'15:00-15:00',
		schedule({ startsAt: '15:00', endsAt: '15:00' }),
		'schedules.0.endsAt',
		'同じ（15:00）'
	],
	[
		'16:00-14:00',
		schedule({ startsAt: '16:00', endsAt: '14:00' }),
		'schedules.0.endsAt',
		'終わる時刻（14:00）が、始まる時刻（16:00）より前'
	],
	['24:30', schedule({ startsAt: '24:30' }), 'schedules.0.startsAt', '24:00 まで'],
	[
		'a schedule that ends before it starts',
		schedule({ startsOn: '2026-05-01', endsOn: '2026-04-01' }),
		'schedules.0.endsOn',
		'始まる日（2026-05-01）より前'
	],
	[
		'a closed day before the start',
		schedule({ startsOn: '2026-05-01', exceptions: [exception('2026-04-04', 'closed')] }),
		'schedules.0.exceptions.0.on',
		'あいだにありません'
	],
	[
		'an added day after the end',
		schedule({ endsOn: '2026-05-01', exceptions: [exception('2026-05-09', 'added')] }),
		'schedules.0.exceptions.0.on',
		'あいだにありません'
	],
	[
		'a day both closed and added',
		schedule({
			exceptions: [exception('2026-05-02', 'closed'), exception('2026-05-02', 'added')]
		}),
		'schedules.0.exceptions.1.on',
		'休みにも追加にも'
	],
	[
		'an added day that begins after the usual end',
		schedule({
			...{ startsAt: '10:00', endsAt: '12:00' },
			exceptions: [exception('2026-05-02', 'added', { startsAt: '13:00' })]
		}),
		'schedules.0.exceptions.0.endsAt',
		'終わる時刻（12:00）'
	],
	['latitude alone', located({ longitude: null }), 'location.latitude', '両方'],
	['longitude alone', located({ latitude: null }), 'location.latitude', '両方'],
	['a point outside Japan', located({ latitude: 51.5 }), 'location.latitude', '日本の中'],
	[
		'a point in another prefecture',
		located({ latitude: 35.18, longitude: 136.9 }),
		'location.latitude',
		'群馬県の外'
	],
	[
		'two consents for one channel',
		{ consents: [...saidBy('代表'), ...saidBy('職員')] },
		'consents.1.channel',
		'同じ掲載先'
	],
	[
		'a corporate number with a digit mistyped',
		{
			organization: { name: '見本の会', kana: null, corporateNumber: '8700110005902', url: null }
		},
		'organization.corporateNumber',
		'成り立たない'
	],
	[
		'a link with a password',
		{ links: [{ label: null, url: 'https://user:pw@example.jp/' }] },
		'links.0.url',
		'「@」より前'
	],
	[
		'a form on a host of two scripts',
		{
			contacts: [{ kind: 'form', value: 'https://ехample.jp', label: null, visibility: 'public' }]
		},
		'contacts.0.value',
		'よく似た文字'
	],
	['a letter that turns the text around', { access: '駅\u202eから' }, 'access', '2文字目']
];

describe.each(impossible)('%s', (_, change, path, sentence) => {
	const wrong = { ...whole, ...change } as Content;

	test('is no content', () => {
		expect(parseContent(wrong)).toEqual({
			issues: [{ path, message: expect.stringContaining(sentence) as string }]
		});
	});

	test('is refused by the form, beside its field', () => {
		const form = new FormData();
		for (const [name, value] of pairsOf(formOf(wrong))) form.append(name, value);
		expect(contentOf(fieldsOf(form))).toMatchObject({
			issues: [{ path, message: expect.stringContaining(sentence) as string }]
		});
	});

	test('is refused by the import, with the line and the column', () => {
		const identity = { id: '', source: null, number: null };
		const cells = new Map(Object.entries(writeRow(identity, wrong, context, { staff: true })));
		const { content, problems } = resourceCsv.read({ line: 7, cells }, context);
		expect(content).toBeNull();
		expect(problems).toMatchObject([
			{ line: 7, message: expect.stringContaining(sentence) as string }
		]);
	});
});

test.each([
	['14:00 to midnight', schedule({ startsAt: '14:00', endsAt: '24:00' })],
	['one age', { ageMin: 18, ageMax: 18 }],
	['a notice of one day', { alert: { text: '休み', from: '2026-08-01', until: '2026-08-01' } }],
	['a leap day', { intakeOn: '2028-02-29' }],
	[
		'another date beside the one of a single meeting',
		schedule({
			...{ frequency: 'once', startsOn: '2026-12-06' },
			exceptions: [exception('2026-12-20', 'added')]
		})
	],
	['a start without an end', schedule({ startsAt: '22:00' })]
])('%s can be', (_, change) => {
	expect(parseContent({ ...whole, ...change })).toHaveProperty('value');
});

test.each([
	['131016', 35.69, 139.75, null],
	['134210', 27.09, 142.19, null],
	['131016', 43.06, 141.35, '東京都'],
	['011011', 43.06, 141.35, null],
	['999999', 43.06, 141.35, null]
])('the prefecture of %s around %d, %d: outside of %s', (code, latitude, longitude, name) => {
	expect(prefectureNotAround(code, { latitude, longitude })).toBe(name);
});
