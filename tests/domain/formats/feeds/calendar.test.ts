import { describe, expect, it } from 'vitest';
import { calendarText, type CalendarPlace } from '#lib/domain/formats/feeds/calendar.ts';
import { meetingsOf } from '#lib/domain/formats/feeds/meetings.ts';
import type { Content, ContentInput } from '#lib/domain/resource/content.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { readCalendar, textOf, valueOf } from '../../../support/calendar.ts';
import { canary, content } from '../../../support/world.ts';

const names = {
	vocabularies: {
		intake: new Map([
			['stopped', { code: 'stopped', label: '新規停止', plain: 'いまは止めています' }]
		])
	},
	municipalities: new Map([['102024', '高崎市']])
} as unknown as Parameters<typeof calendarText>[2]['names'];

const id = '00000000-0000-4000-8000-000000000001';
const saturday = {
	text: '毎月第2土曜 14時〜16時',
	frequency: 'monthly',
	days: ['sa'],
	positions: [2],
	startsAt: '14:00',
	endsAt: '16:00'
} as const;

const placeOf = (input: Partial<ContentInput>, more: Partial<CalendarPlace> = {}): CalendarPlace =>
	of(
		content({
			name: 'ひだまり',
			schedules: [{ ...saturday, days: ['sa'], positions: [2] }],
			...input
		}),
		more
	);
const of = (whole: Content, more: Partial<CalendarPlace>): CalendarPlace => ({
	row: { id, name: whole.name, category: '居場所', notice: null },
	content: publicContent(whole),
	approvedAt: '2026-04-01T03:00:00.000Z',
	revision: 3,
	isSample: false,
	...more
});

const head = {
	name: 'ひだまり',
	sentences: [],
	address: 'https://example.jp/resources/1/calendar.ics',
	pageOf: (one: string) => `https://example.jp/resources/${one}`,
	isSample: false
};
const written = (places: CalendarPlace[], today = '2026-11-30', more: Partial<typeof head> = {}) =>
	calendarText(places, { ...head, ...more }, { today, names });
const read = (...args: Parameters<typeof written>) => readCalendar(written(...args));

describe('A calendar', () => {
	it('has each date of the next twelve months, in UTC', () => {
		const { events } = read([placeOf({})]);
		expect(events).toHaveLength(12);
		expect(valueOf(events[0]!, 'DTSTART')).toBe('20261212T050000Z');
		expect(valueOf(events[0]!, 'DTEND')).toBe('20261212T070000Z');
		expect(valueOf(events.at(-1)!, 'DTSTART')).toBe('20271113T050000Z');
	});

	it('begins a morning meeting on the day before, as UTC has it', () => {
		const early = {
			...saturday,
			days: ['sa' as const],
			positions: [2 as const],
			startsAt: '08:30',
			endsAt: '24:00'
		};
		const { events } = read([placeOf({ schedules: [{ ...early, text: '第2土曜 8時半〜24時' }] })]);
		expect(valueOf(events[0]!, 'DTSTART')).toBe('20261211T233000Z');
		expect(valueOf(events[0]!, 'DTEND')).toBe('20261212T150000Z');
	});

	it('gives a whole day as dates, with an end that is not part of it', () => {
		const { events } = read([
			placeOf({
				schedules: [{ text: '毎月末日', frequency: 'monthly', monthDays: [-1] }]
			})
		]);
		const [first] = events;
		expect(first!.find(({ name }) => name === 'DTSTART')).toEqual({
			name: 'DTSTART',
			params: { VALUE: 'DATE' },
			value: '20261130'
		});
		expect(first!.find(({ name }) => name === 'DTEND')).toMatchObject({
			params: { VALUE: 'DATE' },
			value: '20261201'
		});
		// Over the turn of the year and in a short month.
		expect(events.map((event) => valueOf(event, 'DTEND'))).toEqual(
			expect.arrayContaining(['20270101', '20270301'])
		);
	});

	it('invents no end', () => {
		const { events } = read([
			placeOf({
				schedules: [
					{ ...saturday, days: ['sa'], positions: [2], text: '第2土曜 14時から', endsAt: null }
				]
			})
		]);
		expect(valueOf(events[0]!, 'DTSTART')).toBe('20261212T050000Z');
		expect(valueOf(events[0]!, 'DTEND')).toBeUndefined();
	});

	it('leaves out what is closed and has what was added, with what was said of it', () => {
		const { events } = read([
			placeOf({
				schedules: [
					{
						...saturday,
						...{ days: ['sa'], positions: [2] },
						exceptions: [
							{ on: '2026-12-12', kind: 'closed', note: '大掃除' },
							{
								on: '2026-12-20',
								kind: 'added',
								startsAt: '10:00',
								endsAt: '12:00',
								note: 'もちつき'
							}
						]
					}
				]
			})
		]);
		expect(valueOf(events[0]!, 'DTSTART')).toBe('20261220T010000Z');
		expect(textOf(events[0]!, 'DESCRIPTION')).toContain('この日のこと：もちつき');
		expect(events).toHaveLength(12);
	});

	it('says of a public holiday what is known, and no more', () => {
		const monday = {
			text: '毎週月曜 10時〜12時',
			frequency: 'weekly',
			days: ['mo'],
			startsAt: '10:00',
			endsAt: '12:00'
		} as const;
		const on = (holidays: 'closed' | 'open' | null) =>
			read([placeOf({ schedules: [{ ...monday, days: ['mo'], holidays }] })]).events.find(
				(event) => valueOf(event, 'DTSTART') === '20270111T010000Z'
			);
		expect(on('closed')).toBeUndefined();
		expect(valueOf(on('open')!, 'STATUS')).toBe('CONFIRMED');
		expect(valueOf(on(null)!, 'STATUS')).toBe('TENTATIVE');
		expect(textOf(on(null)!, 'SUMMARY')).toBe('ひだまり（祝日に開くかは未確認）');
	});

	it('promises no date of a rule that the words do not carry', () => {
		const parted = {
			...saturday,
			days: ['sa' as const],
			positions: [2 as const],
			text: '不定期',
			ruleFor: saturday.text
		};
		expect(read([placeOf({ schedules: [parted] })]).events).toEqual([]);
	});

	it.each(['paused', 'closed'] as const)('has no date of a place that is %s', (operation) => {
		expect(read([placeOf({ operation })]).events).toEqual([]);
	});

	it('keeps an event what it is while other things of its place change', () => {
		const identities = (input: Partial<ContentInput>) =>
			read([placeOf(input)]).events.map((event) => valueOf(event, 'UID'));
		const before = identities({});
		expect(new Set(before).size).toBe(12);
		expect(before[0]).toBe(`${id}-20261212T1400`);
		const wednesday = {
			text: '毎週水曜 10時',
			frequency: 'weekly',
			days: ['we'],
			startsAt: '10:00'
		} as const;
		const reworded = {
			...saturday,
			text: '第2土曜の14時から16時まで',
			days: ['sa' as const],
			positions: [2 as const]
		};
		const after = identities({
			name: '別の名前',
			schedules: [{ ...wednesday, days: ['we'] }, reworded]
		});
		expect(after).toEqual(expect.arrayContaining(before));
	});

	it('is the same bytes for the same places on the same day', () => {
		expect(written([placeOf({})])).toBe(written([placeOf({})]));
		const { events } = read([placeOf({})]);
		expect(valueOf(events[0]!, 'DTSTAMP')).toBe('20260401T030000Z');
		expect(valueOf(events[0]!, 'LAST-MODIFIED')).toBe('20260401T030000Z');
		expect(valueOf(events[0]!, 'SEQUENCE')).toBe('3');
	});

	it('says who it is and how often to ask', () => {
		const all = read([], '2026-11-30', { name: 'さくら市、ほか\\; A,B\r\nX-EVIL:1' }).head;
		expect(textOf(all, 'X-WR-CALNAME')).toBe('さくら市、ほか\\; A,B\nX-EVIL:1');
		expect(valueOf(all, 'X-EVIL')).toBeUndefined();
		expect(valueOf(all, 'VERSION')).toBe('2.0');
		expect(valueOf(all, 'REFRESH-INTERVAL')).toBe('P1D');
		expect(valueOf(all, 'METHOD')).toBeUndefined();
	});

	it('marks what is invented in its name and in every event', () => {
		const { head: all, events } = read([placeOf({}, { isSample: true })], '2026-11-30', {
			isSample: true
		});
		expect(textOf(all, 'X-WR-CALNAME')).toBe('【架空の見本】ひだまり');
		expect(events.every((event) => textOf(event, 'SUMMARY')!.startsWith('【架空の見本】'))).toBe(
			true
		);
		expect(textOf(events[0]!, 'DESCRIPTION')).toContain('これは架空の見本です。');
	});

	it('says that nobody new is taken, beside the words and their note', () => {
		const closed = placeOf({ intake: 'stopped', hoursNote: '年末年始は休み' });
		closed.row.notice = '新規停止';
		const [event] = read([closed]).events;
		expect(textOf(event!, 'SUMMARY')).toBe('ひだまり（新規停止）');
		const words = textOf(event!, 'DESCRIPTION')!;
		expect(words).toContain('いつ：毎月第2土曜 14時〜16時');
		expect(words).toContain('時間の補足：年末年始は休み');
		expect(words).toContain('受け入れ：新規停止。いまは止めています');
	});

	it('has an alert on the days it is about', () => {
		const alert = { text: '場所が変わります', from: '2026-12-01', until: '2026-12-31' };
		const { events } = read([placeOf({ alert })]);
		const told = events.map((event) => textOf(event, 'DESCRIPTION')!.includes('場所が変わります'));
		expect(told.slice(0, 2)).toEqual([true, false]);
	});

	it.each([
		['exact', '〒370-0001 高崎市桜木町1-2-3', '36.32;139.01'],
		['town', '高崎市桜木町', undefined],
		['municipality', '高崎市', undefined],
		['private', undefined, undefined],
		['online', 'オンライン', undefined]
	] as const)(
		'of a place that is shown %s says where it is as exactly',
		(precision, location, geo) => {
			const text = written([
				placeOf({
					precision,
					location: {
						...{ municipality: '102024', town: '桜木町', street: '1-2-3', postalCode: '370-0001' },
						...{ latitude: 36.32, longitude: 139.01 }
					},
					access: canary('行き方'),
					staffNote: canary('メモ')
				})
			]);
			const [event] = readCalendar(text).events;
			expect(textOf(event!, 'LOCATION')).toBe(location);
			expect(valueOf(event!, 'GEO')).toBe(geo);
			expect(text.replaceAll('\r\n ', '')).not.toContain('カナリア');
		}
	);

	it('folds lines between letters, whatever they are', () => {
		const name = '𠮷野家👩‍👩‍👧‍👦が゙'.repeat(8);
		const { events } = read([
			placeOf({ name: name.slice(0, 100).toWellFormed().replaceAll('\ufffd', '') })
		]);
		expect(textOf(events[0]!, 'SUMMARY')).toBe(
			name.slice(0, 100).toWellFormed().replaceAll('\ufffd', '')
		);
	});

	it('stays within its size: whole days up to a date, which it tells', () => {
		const daily = {
			text: '毎日 10時',
			frequency: 'weekly',
			days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'],
			startsAt: '10:00'
		} as const;
		const many = Array.from({ length: 300 }, (_, at) =>
			placeOf(
				{ schedules: [{ ...daily, days: [...daily.days], holidays: 'open' }] },
				{ row: { id: `${id}-${at}`, name: 'ひだまり', category: '居場所', notice: null } }
			)
		);
		const { meetings, until } = meetingsOf(many, '2026-11-30');
		expect(meetings).toHaveLength(300 * 10);
		expect(until).toBe('2026-12-09');
		const few = meetingsOf(many, '2026-11-30', 10);
		expect([few.meetings.length, few.until]).toEqual([10, '2026-11-30']);
		const { head: all } = read(many);
		expect(textOf(all, 'X-WR-CALNAME')).toBe('ひだまり（2026年12月9日まで）');
		expect(textOf(all, 'X-WR-CALDESC')).toContain('2026年12月9日までを入れています');
	});
});
