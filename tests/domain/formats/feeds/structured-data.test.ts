import { describe, expect, it } from 'vitest';
import { structuredData } from '#lib/domain/formats/feeds/structured-data.ts';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { canary, content, places } from '../../../support/world.ts';

const names = {
	vocabularies: {},
	municipalities: new Map([['102024', '高崎市']])
} as unknown as Parameters<typeof structuredData>[1]['names'];
const given = {
	names: {
		...names,
		vocabularies: new Proxy({}, { get: () => new Map() }) as (typeof names)['vocabularies']
	},
	page: 'https://example.jp/resources/1',
	today: '2026-11-30'
};
const text = (input: Partial<ContentInput> = {}) =>
	structuredData(publicContent(content({ ...places.hidamari, ...input })), given);
type Told = Record<string, unknown> & {
	subjectOf: { startDate: string; location: unknown }[];
	availableChannel: { serviceLocation?: { address: object; geo?: object }; servicePhone: object };
};
const told = (input?: Partial<ContentInput>) => JSON.parse(text(input)!) as Told;

describe('What search engines are told of a place', () => {
	it('is what its page says', () => {
		const { availableChannel, subjectOf, ...data } = told();
		expect(data).toMatchObject({
			'@context': 'https://schema.org',
			'@type': 'Service',
			name: '居場所カフェ ひだまり',
			url: 'https://example.jp/resources/1'
		});
		expect(availableChannel.servicePhone).toMatchObject({ telephone: '000-111-2222' });
		expect(availableChannel.serviceLocation!.geo).toMatchObject({ latitude: 36.32 });
		expect(subjectOf[0]).toMatchObject({
			startDate: '2026-12-12T14:00:00+09:00',
			endDate: '2026-12-12T16:00:00+09:00'
		});
	});

	it.each(['town', 'municipality', 'private', 'online'] as const)(
		'hides of a place that is shown %s what its page hides',
		(precision) => {
			const data = text({ precision, access: canary('行き方') })!;
			for (const hidden of ['1-2-3', '日だまりビル', '370-0001', '36.32', 'カナリア']) {
				expect(data).not.toContain(hidden);
			}
			expect(data.includes('桜木町')).toBe(precision === 'town');
			expect(data.includes('高崎市')).toBe(precision === 'town' || precision === 'municipality');
		}
	);

	it('ends no script, whatever the words are', () => {
		const name = '</script><!--<script>alert(1)&amp;';
		expect(text({ name })).not.toMatch(/[<>&]/);
		expect(told({ name })['name']).toBe(name);
	});

	it.each(['paused', 'closed'] as const)('is nothing where it is %s', (operation) =>
		expect(text({ operation })).toBeNull()
	);

	it('names a public body by its 法人番号 alone', () => {
		const by = (corporateNumber: string | null) =>
			told({ organization: { name: '市役所', corporateNumber } })['@type'];
		expect(by('9000020102024')).toBe('GovernmentService');
		expect(by('8700110005901')).toBe('Service');
		expect(by(null)).toBe('Service');
	});

	it('takes the hours of a window for no event', () => {
		const weekdays = { text: '平日 10時〜16時', frequency: 'weekly', startsAt: '10:00' } as const;
		const days = ['mo', 'tu', 'we', 'th', 'fr'] as const;
		expect(told({ schedules: [{ ...weekdays, days: [...days] }] }).subjectOf).toBeUndefined();
	});

	it('promises no date that is not sure', () => {
		const monday = {
			text: '毎週月曜 10時',
			frequency: 'weekly',
			days: ['mo'],
			startsAt: '10:00'
		} as const;
		const dates = told({ schedules: [{ ...monday, days: ['mo'] }] }).subjectOf.map(
			({ startDate }) => startDate.slice(0, 10)
		);
		expect(dates).toContain('2026-12-07');
		const unsure = told({
			schedules: [{ ...monday, days: ['mo'], startsOn: '2027-01-05', endsOn: '2027-01-12' }]
		});
		expect(unsure.subjectOf).toBeUndefined();
	});
});
