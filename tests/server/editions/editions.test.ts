import { describe, expect, it } from 'vitest';
import { parseActivityFilter } from '#lib/domain/staff/activity.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as activity from '#lib/server/audit/activity.ts';
import * as editions from '#lib/server/editions/index.ts';
import { giveUp } from '#lib/server/editing/edition/giving-up.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import { content, now, places, world, type World } from '../../support/world.ts';

const by = 'editor';
const at = now;
const all = parseFilter(new URLSearchParams());
const year = (db: Database, number: number) =>
	editions.find(db, { region: 'gunma', year: number })!;
const printed = (db: Database, number: number) => listings.edition(db, year(db, number), all);

function nextEdition({ db, region, ids, revisions }: World, without: (keyof typeof places)[] = []) {
	const id = editions.open(db, { regionId: region.id, year: 2027, by, at, previewed: true });
	for (const key of Object.keys(ids) as (keyof typeof places)[]) {
		if (without.includes(key)) continue;
		editions.pin(db, id, { resourceId: ids[key], revisionId: revisions[key] });
	}
	editions.arrange(db, id);
	return id;
}

describe('an edition', () => {
	it('orders its entries by chapter and kana, and numbers them from 1', () => {
		const { db } = world();
		const { rows } = printed(db, 2026);
		const inOrder = rows.toSorted((a, b) => a.number! - b.number!);
		expect(inOrder.map(({ number, name }) => [number, name])).toEqual([
			[1, '居場所カフェ ひだまり'],
			[3, '月の部屋'],
			[4, '家族会 はるか'],
			[5, 'しごと準備室 みちくさ'],
			[6, 'オンライン ほしぞら']
		]);
	});

	it('never changes once it is published, whatever happens to its resources short of hiding something', () => {
		const { db, ids } = world();
		const before = structuredClone(printed(db, 2026));
		const hash = year(db, 2026).contentHash;
		const page = structuredClone(
			resourcePages.find(db, ids.hidamari, { now, edition: year(db, 2026) })
		);
		resources.revise(db, ids.hidamari, {
			content: { ...places.hidamari, name: '別の名前' },
			by,
			at
		});
		resources.revise(db, ids.tsuki, { content: { ...places.tsuki, operation: 'closed' }, by, at });
		resources.verify(db, {
			resourceId: ids.online,
			revisionId: 1,
			method: 'visit',
			on: '2026-11-01',
			by,
			at
		});
		expect(printed(db, 2026)).toEqual(before);
		expect(year(db, 2026).contentHash).toBe(hash);
		expect(resourcePages.find(db, ids.hidamari, { now, edition: year(db, 2026) })).toEqual(page);
		expect(() =>
			editions.pin(db, year(db, 2026).id, { resourceId: ids.online, revisionId: 2 })
		).toThrow(/locked/);
		expect(() => editions.arrange(db, year(db, 2026).id)).toThrow(editions.LockedError);
	});

	it('supersedes the one before, and is superseded by the next', () => {
		const { db } = world();
		expect([2025, 2026].map((number) => year(db, number).state)).toEqual([
			'superseded',
			'published'
		]);
	});

	it('is hidden from readers until it is published, unless they may preview it', () => {
		const { db, region } = world();
		editions.open(db, { regionId: region.id, year: 2027, by, at });
		editions.open(db, { regionId: region.id, year: 2028, by, at, previewed: true });
		expect(editions.list(db, region.id).map((one) => [one.year, one.previewed])).toEqual([
			[2028, true],
			[2026, false],
			[2025, false]
		]);
	});

	it('is hidden again when it is withdrawn', () => {
		const { db, region } = world();
		editions.withdraw(db, year(db, 2026).id, { by, at, reason: '刷り直し' });
		expect(editions.list(db, region.id).map((one) => one.year)).toEqual([2025]);
	});

	it('that is withdrawn makes the one before the newest again, and leaves its year free', () => {
		const { db, region } = world();
		const states = () => staffView.all(db, { region: 'gunma' }).map((one) => [one.year, one.state]);
		const first = year(db, 2026).id;
		if (year(db, 2026).state !== 'published') editions.publish(db, first, { by, at });
		expect(states()).toEqual([
			[2026, 'published'],
			[2025, 'superseded']
		]);
		editions.withdraw(db, first, { by, at, reason: '刷り直し' });
		expect(states()).toEqual([
			[2026, 'withdrawn'],
			[2025, 'published']
		]);
		const again = editions.openFrom(db, { regionId: region.id, year: 2026, by, at });
		expect(again).not.toBe(first);
		expect(editions.openFrom(db, { regionId: region.id, year: 2026, by, at })).toBe('exists');
		expect(staffView.find(db, { slug: 'gunma', year: '2026' })!.id).toBe(again);
		const next = editions.openFrom(db, { regionId: region.id, year: 2027, by, at });
		editions.publish(db, next as number, { by, at });
		editions.publish(db, again as number, { by, at });
		expect(states()).toEqual([
			[2027, 'published'],
			[2026, 'superseded'],
			[2026, 'withdrawn'],
			[2025, 'superseded']
		]);
	});

	it('that was opened by mistake is given up, and the log does not take another for it', () => {
		const { db, region } = world();
		const open = (year: number) =>
			editions.openFrom(db, { regionId: region.id, year, by, at }) as number;
		const id = open(2072);
		const { entryId } = editions.board(db, id)[0]!;
		editions.change(db, id, [entryId], { stage: 'waiting', by, at });
		expect(editions.loss(db, id)).toMatchObject({ verified: 0, begun: 1, waived: 0 });
		expect(giveUp(db, id, { by, at, reason: '年度の間違い' })).toBe(true);
		expect(giveUp(db, id, { by, at, reason: '年度の間違い' })).toBe(false);
		expect(staffView.find(db, { slug: 'gunma', year: '2072' })).toBeUndefined();
		expect(open(2027)).toBeGreaterThan(id);
		expect(giveUp(db, year(db, 2025).id, { by, at, reason: 'なし' })).toBe(false);
		const admin: User = { id: 'a', name: 'a', role: 'admin', regions: 'all', resources: [] };
		const filter = parseActivityFilter(new URLSearchParams('kind=edition'));
		expect(activity.list(db, admin, filter)[1]).toMatchObject({
			...{ action: 'edition.give-up', reason: '年度の間違い' },
			name: expect.stringContaining('2072年度版') as string
		});
	});

	it('is found by its name, and by no other word', () => {
		const { db } = world();
		expect(editions.findByName(db, 'gunma-2026')?.year).toBe(2026);
		for (const name of ['gunma', 'gunma-26', 'gunma-2030', '-2026', '../gunma-2026']) {
			expect(editions.findByName(db, name)).toBeUndefined();
		}
	});
});

describe('two editions', () => {
	it('are compared by their pins: arrived, changed field by field, paused, closed and gone', () => {
		const w = world();
		const { db, ids, region } = w;
		const id = nextEdition(w, ['kazoku']);
		const change = (key: keyof typeof places, change: object) => {
			const revisionId = resources.revise(db, ids[key], {
				content: { ...places[key], ...change },
				by,
				at
			});
			editions.pin(db, id, { resourceId: ids[key], revisionId });
		};
		change('hidamari', { feeNote: 'お茶代200円' });
		change('tsuki', { operation: 'paused' });
		change('shigoto', { operation: 'closed' });
		const arrived = resources.create(db, {
			regionId: region.id,
			content: content({ name: '新しい会' }),
			by,
			at
		});
		editions.pin(db, id, arrived);
		editions.arrange(db, id);
		const changes = editions.changes(db, year(db, 2027))!;
		const names = (rows: { name: string }[]) => rows.map((row) => row.name);
		expect({
			from: changes.from,
			arrived: names(changes.arrived),
			changed: changes.changed.map(({ row, fields }) => [row.name, fields]),
			paused: names(changes.paused),
			closed: names(changes.closed),
			gone: names(changes.gone),
			continued: changes.continued
		}).toEqual({
			from: 2026,
			arrived: ['新しい会'],
			changed: [
				[
					'居場所カフェ ひだまり',
					[
						{
							field: 'fee',
							title: '費用',
							before: '無料（お茶代100円）',
							after: '無料（お茶代200円）'
						}
					]
				]
			],
			paused: ['月の部屋'],
			closed: ['しごと準備室 みちくさ'],
			gone: ['家族会 はるか'],
			continued: 1
		});
	});

	it('show no change where only what readers may not see has changed', () => {
		const w = world();
		const id = nextEdition(w);
		const hidden = { ...places.hidamari, staffNote: '電話は夕方に' };
		const revisionId = resources.revise(w.db, w.ids.hidamari, { content: hidden, by, at });
		editions.pin(w.db, id, { resourceId: w.ids.hidamari, revisionId });
		editions.arrange(w.db, id);
		expect(editions.changes(w.db, year(w.db, 2027))!.changed).toEqual([]);
	});

	it('can be any two of a region, and there may be none before', () => {
		const { db } = world();
		expect(editions.changes(db, year(db, 2026), 2025)?.arrived.map((row) => row.name)).toEqual([
			'しごと準備室 みちくさ'
		]);
		expect(editions.changes(db, year(db, 2026), 2027)).toBeUndefined();
		expect(editions.changes(db, year(db, 2025))?.from).toBeNull();
	});

	it('are counted over all regions', () => {
		const w = world();
		nextEdition(w, ['kazoku', 'online']);
		const { from, regions } = editions.nationwideChanges(w.db, 2027);
		expect(from).toBe(2026);
		expect(
			regions.map(({ edition, arrived, gone }) => [edition.region.slug, arrived, gone])
		).toEqual([['gunma', 0, 2]]);
	});
});

describe('errata', () => {
	it('are the fields that the current revision contradicts, with the day since when', () => {
		const { db, ids } = world();
		expect(editions.errata(db, year(db, 2026))).toEqual([]);
		resources.revise(db, ids.kazoku, {
			content: { ...places.kazoku, name: '家族会 はるかぜ' },
			by,
			at: new Date('2026-09-30T20:00:00Z')
		});
		const [erratum, ...others] = editions.errata(db, year(db, 2026));
		expect(others).toEqual([]);
		expect(erratum).toMatchObject({
			number: 4,
			since: '2026-10-01',
			fields: [{ title: '名前', before: '家族会 はるか', after: '家族会 はるかぜ' }]
		});
	});

	it('say nothing of a place that is withdrawn, nor what was for paper alone', () => {
		const { db, ids } = world();
		const { consents } = places.kazoku;
		for (const key of ['kazoku', 'kamidake'] as const) {
			resources.revise(db, ids[key], {
				...{ content: { ...places[key], consents, name: `いまの${key}` }, by },
				at: new Date('2026-09-30T20:00:00Z')
			});
		}
		const told = () => editions.errata(db, year(db, 2026)).map(({ row }) => row.id);
		expect(told()).toEqual([ids.kazoku]);
		resources.withdraw(db, ids.kazoku, { by, at, reason: '本人の希望' });
		expect(told()).toEqual([]);
	});

	it('say nothing that was printed and has been hidden since', () => {
		const { db, ids } = world();
		const { hidamari } = places;
		resources.revise(db, ids.hidamari, {
			content: {
				...hidamari,
				precision: 'private',
				phones: hidamari.phones.map((phone) => ({ ...phone, visibility: 'staff' as const })),
				feeNote: 'お茶代200円'
			},
			...{ by, at }
		});
		const [{ fields } = {}] = editions.errata(db, year(db, 2026));
		expect(fields).toMatchObject([{ field: 'fee' }]);
		expect(JSON.stringify(fields)).not.toMatch(/桜木町|000-111-2222|駅から/);
	});
});
