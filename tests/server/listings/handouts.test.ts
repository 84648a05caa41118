import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import { describe, expect, it } from 'vitest';
import type { Handout } from '#lib/domain/reader/handout/contents.ts';
import { groundOf, meet, shapesOf } from '#lib/domain/map/land.ts';
import type { OutlineTopology } from '#lib/domain/map/outline.ts';
import { onGround } from '#lib/domain/reader/handout/handout.ts';
import { handoutIn } from '#lib/domain/reader/handout/in-region.ts';
import { correspondenceOf } from '#lib/domain/reader/handout/correspondence.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import * as handouts from '#lib/server/listings/handouts.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import * as regionResources from '#lib/server/listings/region-resources.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { copy, sample } from '../../support/seeds.ts';
import { content, now, world } from '../../support/world.ts';

const origin = 'https://shiori.example.jp';
const { db, ids, region } = world();
const find = (id: string) => handouts.find(db, id, { now, origin });
const found = (id: string) => find(id) as Handout;

describe('a handout', () => {
	it('says what a person needs, and where all of it is', () => {
		const handout = found(ids.hidamari);
		expect(handout).toMatchObject({
			title: '居場所カフェ ひだまり',
			address: `${origin}/resources/${ids.hidamari}`,
			purpose: '見学',
			speaker: 'person',
			texts: { size: 14, access: '駅から歩いて5分' }
		});
		expect(handout.next[0]).toBe('11月28日（土）14:00〜16:00');
		expect(handout.categories.map(({ label }) => plainOf(label))).toEqual(['居場所']);
		expect(handout.sketch).not.toBeNull();
	});

	it('keeps to itself what its place keeps', () => {
		for (const id of Object.values(ids)) {
			const handout = find(id);
			if (!handout) continue;
			const correspondence = correspondenceOf(handout as Handout, 'person');
			expect(JSON.stringify([handout, correspondence])).not.toContain('カナリア');
			expect(JSON.stringify([handout, correspondence])).not.toContain('36.987654');
		}
		expect(find(ids.kamidake)).toBeUndefined();
		expect(find('00000000')).toBeUndefined();
		expect(found(ids.tsuki).sketch).toBeNull();
		expect(found(ids.tsuki).profile.address).toBeNull();
	});

	it('names other places that take somebody, with a way to reach them', () => {
		const other = content({
			name: '居場所 こもれび',
			kana: 'いばしょ こもれび',
			audiences: ['anyone'],
			phones: [{ number: '000-333-4444' }]
		});
		const full = content({ name: '満員の居場所', kana: 'まんいん', intake: 'full' });
		const closed = content({ name: '終わった居場所', kana: 'おわった', operation: 'closed' });
		for (const one of [other, full, closed]) {
			resources.create(db, { regionId: region.id, content: one, by: 'editor', at: now });
		}
		expect(found(ids.hidamari).alternatives).toEqual([
			{
				name: '居場所 こもれび',
				about: '居場所・場所は未確認・どなたでも',
				next: null,
				way: { title: '電話', words: '000-333-4444' }
			}
		]);
	});

	it('is the same whether the server or the device puts it together', () => {
		const file = regionResources.file(db, region, now);
		for (const resource of file.resources) {
			const onDevice = handoutIn(file, resource, { now: japanMoment(now), origin });
			const { sketch, ...here } = found(resource.id);
			const whole = { ...onDevice, credit: here.credit };
			expect(whole).toMatchObject(JSON.parse(JSON.stringify(here)) as object);
			expect(onDevice.sketch === null).toBe(sketch === null);
		}
	});

	it('is drawn on the same land on the device, and says whose', () => {
		const file = regionResources.file(db, region, now);
		const onServer = found(ids.hidamari);
		expect(onServer.credit).toBe('国土数値情報（行政区域データ）（国土交通省）を加工して作成');
		expect(onServer.sketch!.ground.land.length).toBeGreaterThan(0);
		const resource = file.resources.find(({ id }) => id === ids.hidamari)!;
		const means = { now: japanMoment(now), origin };
		const land = outlines
			.list(db)
			.prefectures.filter(({ bounds }) => meet(bounds, onServer.sketch!.bounds))
			.map(({ slug }) => JSON.parse(outlines.find(db, slug, 'detail')!) as OutlineTopology)
			.map((topology) => ({ ...shapesOf(topology), credit: onServer.credit! }));
		const onDevice = onGround(handoutIn(file, resource, means), (bounds, size) =>
			groundOf(land, bounds, size)
		);
		expect(onDevice.sketch).toEqual(onServer.sketch);
		expect(onDevice.credit).toBe(onServer.credit);
	});

	it('of an invented place is drawn on invented land, with its rivers and railways', () => {
		const own = copy(sample);
		const { resources } = regionResources.file(own, regions.find(own, 'sakura')!, now);
		const sketches = resources.flatMap(({ id }) => {
			const { sketch, credit } = handouts.find(own, id, { now, origin }) as Handout;
			return sketch ? [{ ...sketch.ground, credit }] : [];
		});
		expect(sketches.length).toBeGreaterThan(30);
		for (const { land, credit } of sketches) {
			expect(land.length).toBeGreaterThan(0);
			expect(credit).toContain('架空');
		}
		expect(sketches.some(({ rivers, railways }) => rivers.length > 0 && railways.length > 0)).toBe(
			true
		);
	});

	it('ends when its place is taken off', () => {
		resources.withdraw(db, ids.online, { by: 'editor', at: now, reason: '終了' });
		expect(find(ids.online)).toEqual({ goneOn: '2026-11-22' });
	});
});
