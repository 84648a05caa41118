import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { canary, content, now, places, world } from '../../support/world.ts';

const ask = (query = '') => parseFilter(new URLSearchParams(query));

describe('the list of a region', () => {
	it('shows the current revisions of places that agreed to the web and have not closed', () => {
		const { db, region, ids } = world();
		const closed = { ...places.kazoku, operation: 'closed' as const };
		resources.revise(db, ids.kazoku, { content: closed, by: 'editor', at: now });
		const { rows } = listings.region(db, region, ask(), now);
		expect(rows.map((row) => row.name)).toEqual([
			'居場所カフェ ひだまり',
			'オンライン ほしぞら',
			'しごと準備室 みちくさ',
			'月の部屋'
		]);
	});

	it('is up to date as soon as something is saved', () => {
		const { db, region } = world();
		const before = listings.region(db, region, ask(), now).total;
		const added = content({ name: 'あたらしい会', kana: 'あたらしいかい' });
		resources.create(db, { regionId: region.id, content: added, by: 'editor', at: now });
		expect(listings.region(db, region, ask(), now).total).toBe(before + 1);
	});

	it('tells a row as a reader needs it', () => {
		const { db, region, ids } = world();
		const [row] = listings.region(db, region, ask('q=ひだまり'), now).rows;
		expect(row).toEqual({
			id: ids.hidamari,
			number: null,
			region: 'gunma',
			name: '居場所カフェ ひだまり',
			kana: 'いばしょかふぇ ひだまり',
			category: '居場所',
			symbol: 'chair',
			place: '高崎市',
			summary: '本を読んだり、お茶を飲んだり。',
			when: '第2・第4土曜 14時〜16時',
			next: ['11月28日（土）14:00〜16:00', '12月12日（土）14:00〜16:00'],
			who: '本人・経験者（年齢の上限なし）',
			fee: '無料',
			feeNote: 'お茶代100円',
			eases: ['予約不要', '話さなくてよい'],
			checked: '電話で確認 2026年5月1日',
			notice: null,
			found: {
				reasons: [],
				marks: {
					name: [{ start: 7, end: 11 }],
					kana: [{ start: 8, end: 12 }],
					summary: []
				},
				passage: null
			}
		});
	});

	it('turns the next dates with the clock', () => {
		const { db, region } = world();
		const next = (date: string) =>
			listings.region(db, region, ask('q=ひだまり'), new Date(date)).rows[0]!.next[0];
		expect(next('2026-11-28T04:59:00Z')).toBe('11月28日（土）14:00〜16:00');
		expect(next('2026-11-28T05:00:00Z')).toBe('いま開いています（16:00まで）');
		expect(next('2026-11-28T06:59:00Z')).toBe('いま開いています（16:00まで）');
		expect(next('2026-11-28T07:00:00Z')).toBe('12月12日（土）14:00〜16:00');
	});

	it('filters by a wider category what stands under a narrower one', () => {
		const { db, region } = world();
		const { rows } = listings.region(db, region, ask('category=work'), now);
		expect(rows.map((row) => row.name)).toEqual(['しごと準備室 みちくさ']);
	});

	it('finds nobody by a withheld town, and shows no withheld word', () => {
		const { db, region } = world();
		const town = canary('非公開の町');
		const { rows } = listings.region(db, region, ask(`q=${town}`), now);
		expect(rows.map((row) => row.name)).not.toContain('月の部屋');
		expect(JSON.stringify(listings.region(db, region, ask(), now))).not.toContain('カナリア');
		const inTakasaki = listings.region(db, region, ask('municipality=102024'), now);
		expect(inTakasaki.rows.map((row) => row.name)).not.toContain('月の部屋');
	});

	it('offers looser questions when it finds nothing, and each of them finds something', () => {
		const { db, region } = world();
		const filter = ask('category=family&ease=no-booking&municipality=102016');
		const listing = listings.region(db, region, filter, now);
		expect(listing.total).toBe(0);
		expect(listing.steps).toEqual([
			{
				name: '予約不要をはずす',
				address: '?category=family&municipality=102016',
				total: 1
			}
		]);
		const elsewhere = listings.neighbours(db, ask('category=online&municipality=102024'));
		expect(elsewhere.map(({ address, total }) => [address, total])).toEqual([
			['/search?category=online', 1],
			['/search?category=online&online=yes', 1]
		]);
	});
});

describe('the list of everything', () => {
	it('asks for the municipality only once a region is chosen', () => {
		const { db } = world();
		const titles = (query: string) =>
			listings.everything(db, ask(query), now).facets.map(({ facet }) => facet);
		expect(titles('')).toContain('region');
		expect(titles('')).not.toContain('municipality');
		expect(titles('region=gunma')).toContain('municipality');
	});
});
