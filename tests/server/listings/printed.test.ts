import { expect, it } from 'vitest';
import { extentWords } from '#lib/domain/reader/printed-list.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { printed } from '#lib/server/listings/printed.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { copy, prepared, sample } from '../../support/seeds.ts';
import { content, now, world } from '../../support/world.ts';

const filterOf = (query = '') => parseFilter(new URLSearchParams(query));

it('what is too long for one page comes in parts that go on counting and say which they are', () => {
	const db = copy(sample);
	const scope = { region: regions.find(db, 'sakura')!.id };
	const all = printed(db, scope, filterOf(), { now });
	const numbers = all.list.rows.map(({ number }) => number);
	expect(numbers).toEqual(numbers.map((_, at) => at + 1));
	expect(extentWords(all.list)).toBe(`${numbers.length}か所すべてです。`);
	expect(all.links.next).toBeNull();
	const second = printed(db, scope, filterOf('page=2'), { now, most: 30 });
	expect(second.list.rows.map(({ id }) => id)).toEqual(
		all.list.rows.slice(30, 60).map(({ id }) => id)
	);
	expect(second.list.rows[0]!.number).toBe(31);
	expect(extentWords(second.list)).toBe(`全${numbers.length}か所のうち、31〜60番めです。`);
	expect([second.links.previous, second.links.next]).toEqual(['', '?page=3']);
});

it('an edition keeps its numbers, and says nothing of today', () => {
	const db = copy(sample);
	const { id } = editions.findByName(db, 'sakura-2026')!;
	const { list } = printed(db, { edition: id }, filterOf('category=ibasho'), { now: null });
	const numbers = list.rows.map(({ number }) => number!);
	expect(Math.max(...numbers)).toBeGreaterThan(numbers.length);
	expect(list.rows.flatMap(({ next }) => next)).toEqual([]);
});

it('the map has every number of its part once, and no other', () => {
	const db = copy(sample);
	const scope = { region: regions.find(db, 'sakura')!.id };
	const { list } = printed(db, scope, filterOf('view=map&page=2'), { now, most: 30 });
	const map = list.map!;
	const single = map.drawing.pins.flatMap(({ text }) => (/^\d+$/.test(text) ? Number(text) : []));
	const all = [...single, ...[...map.groups, ...map.towns].flatMap(({ numbers }) => numbers)];
	expect(new Set(all).size).toBe(all.length);
	for (const number of all) expect(number).toBeGreaterThan(30);
	expect(new Set(map.groups.map(({ mark }) => mark)).size).toBe(map.groups.length);
});

it('paper tells no more of a place than its page', () => {
	const { db, region } = world();
	const { list } = printed(db, { region: region.id }, filterOf('view=map'), { now });
	expect(list.rows.length).toBeGreaterThan(3);
	expect(JSON.stringify(list)).not.toContain('カナリア');
});

it('says where places come from that nobody has checked, and of no others', () => {
	const db = copy(prepared);
	const region = regions.find(db, 'tokyo')!;
	const [, byPhone, byData] = ['未確認の一覧', '電話で確かめた一覧', '公的な一覧'].map((name) => {
		const made = content({ name, sources: [{ name }] });
		return resources.create(db, { regionId: region.id, content: made, by: 'import', at: now });
	});
	const on = '2026-11-01';
	resources.verify(db, { ...byPhone!, method: 'phone', on, by: 'editor', at: now });
	resources.verify(db, { ...byData!, method: 'public-data', on, by: 'import', at: now });
	const { list } = printed(db, { region: region.id }, filterOf(), { now });
	expect(list.sources.toSorted()).toEqual(['公的な一覧', '未確認の一覧'].toSorted());
});
