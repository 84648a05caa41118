import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as calendars from '#lib/server/exports/feeds/calendars.ts';
import * as lists from '#lib/server/exports/feeds/lists.ts';
import { write } from '#lib/server/database/transaction.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { readCalendar, textOf, valueOf } from '../../../support/calendar.ts';
import { content, now, places, world, type World } from '../../../support/world.ts';

const asked = { now, origin: 'https://example.jp' };
const ask = (query = '') => parseFilter(new URLSearchParams(query));
const list = ({ db, region }: World, query = '') =>
	calendars.ofList(db, lists.ofRegion(region, ask(query)), asked);
const names = (text: string) => [
	...new Set(readCalendar(text).events.map((event) => textOf(event, 'SUMMARY')))
];
const meeting = places.hidamari.schedules;

describe('the calendar of a resource', () => {
	const of = ({ db, ids }: World, key: keyof World['ids']) =>
		calendars.ofResource(db, resourcePages.find(db, ids[key], { now })!, asked);

	it('has its dates, its page and its own address', () => {
		const { head, events } = readCalendar(of(world(), 'hidamari'));
		expect(textOf(head, 'X-WR-CALNAME')).toBe('居場所カフェ ひだまり');
		expect(valueOf(head, 'SOURCE')).toMatch(
			/^https:\/\/example\.jp\/resources\/[0-9a-f-]{36}\/calendar\.ics$/
		);
		expect(events.length).toBeGreaterThan(20);
		expect(valueOf(events[0]!, 'DTSTAMP')).toBe('20250401T030000Z');
		expect(valueOf(events[0]!, 'URL')).toMatch(/^https:\/\/example\.jp\/resources\/[0-9a-f-]{36}$/);
	});

	it('is empty and says why while it is paused', () => {
		const made = world();
		const paused = { ...places.hidamari, operation: 'paused' as const };
		resources.revise(made.db, made.ids.hidamari, { content: paused, by: 'editor', at: now });
		const { head, events } = readCalendar(of(made, 'hidamari'));
		expect(events).toEqual([]);
		expect(textOf(head, 'X-WR-CALDESC')).toContain('お休み中。');
	});

	it('says that its times are not known', () => {
		const { head, events } = readCalendar(of(world(), 'kazoku'));
		expect(events).toEqual([]);
		expect(textOf(head, 'X-WR-CALDESC')).toContain('日時は未確認です。');
	});
});

describe('the calendar of a list', () => {
	it('has the places of the list, and of none that is on paper alone, private value or withdrawn place', () => {
		const made = world();
		const { db, ids, region } = made;
		for (const key of ['tsuki', 'kazoku', 'online', 'kamidake'] as const) {
			const dated = { ...places[key], schedules: meeting };
			resources.revise(db, ids[key], { content: dated, by: 'editor', at: now });
		}
		expect(names(list(made)).sort()).toEqual(
			['居場所カフェ ひだまり', '月の部屋', '家族会 はるか', 'オンライン ほしぞら'].sort()
		);
		expect(list(made).replaceAll('\r\n ', '')).not.toContain('カナリア');
		expect(names(list(made, 'category=family'))).toEqual(['家族会 はるか']);
		resources.withdraw(db, ids.kazoku, { by: 'editor', at: now, reason: '希望' });
		expect(names(list(made, 'category=family'))).toEqual([]);
		expect(region.slug).toBe('gunma');
	});

	it('is called by its conditions, but not by words that somebody searched', () => {
		const { head } = readCalendar(list(world(), 'category=ibasho&q=ひみつ'));
		expect(textOf(head, 'X-WR-CALNAME')).toBe('群馬県の予定（ことばでしぼった一覧・居場所）');
		expect(valueOf(head, 'SOURCE')).toBe(
			`https://example.jp/regions/gunma/calendar.ics?q=${encodeURIComponent('ひみつ')}&category=ibasho`
		);
	});

	it('has nothing that only resembles the words', () => {
		expect(names(list(world(), 'q=ひだまり'))).toEqual(['居場所カフェ ひだまり']);
		expect(names(list(world(), 'q=ひだまぬ'))).toEqual([]);
	});

	it('has the first three hundred places, and says so', () => {
		const made = world();
		write(made.db, () => {
			for (let i = 0; i < 310; i++) {
				const one = content({ name: `会${i}`, kana: `かい${i}`, schedules: meeting });
				resources.create(made.db, {
					regionId: made.region.id,
					content: one,
					by: 'editor',
					at: now
				});
			}
		});
		const { head } = readCalendar(list(made));
		expect(textOf(head, 'X-WR-CALNAME')).toMatch(/^群馬県の予定・はじめの300か所/);
		expect(textOf(head, 'X-WR-CALDESC')).toContain(
			'315か所のうち、はじめの300か所を入れています。'
		);
	});
});
