import { describe, expect, it } from 'vitest';
import { codeOf, parseCode } from '#lib/domain/reader/bookmark/code.ts';
import { meantBy } from '#lib/domain/reader/bookmark/meant.ts';
import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { profileOf } from '#lib/domain/reader/profile/profile.ts';
import {
	mapIn,
	namesIn,
	resourceIn,
	type RegionResources
} from '#lib/domain/reader/offline/region-resources.ts';
import { regionFileOf } from '#lib/domain/reader/offline/region-file-of.ts';
import type { RegionWords } from '#lib/domain/reader/offline/region-file.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regionFiles from '#lib/server/listings/region-files.ts';
import * as regionResources from '#lib/server/listings/region-resources.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import { copy, sample } from '../../support/seeds.ts';
import { content, now, world } from '../../support/world.ts';

const db = copy(sample);
const sakura = regions.find(db, 'sakura')!;

/** As it comes to a browser. */
const sent = (database: typeof db, region: typeof sakura) =>
	JSON.parse(JSON.stringify(regionResources.file(database, region, now))) as RegionResources;
const file = sent(db, sakura);
const moment = japanMoment(now);
const today = moment.on;

describe('The places of a region on the device', () => {
	it('say on their pages what the server says, word by word', () => {
		const here = namesIn(file);
		for (const one of file.resources) {
			const there = resourcePages.find(db, one.id, { now })!;
			const made = resourceIn(file, one, moment, here);
			expect(profileOf(made, here, today)).toEqual(profileOf(there, names(db), today));
			expect([made.row, made.next, made.history]).toEqual([there.row, there.next, there.history]);
			expect(made.siblings).toEqual(there.siblings);
		}
		expect(file.resources.length).toBeGreaterThan(60);
	});

	it('stand where the server draws them', () => {
		const filter = parseFilter(new URLSearchParams('view=map&category=ibasho'));
		const { map, rows, total } = listings.region(db, sakura, filter, now);
		expect(rows.length).toBe(total);
		const drawn = mapIn(
			file,
			rows.map(({ id }) => file.resources.find((one) => one.id === id)!)
		);
		expect(drawn.spots).toEqual(map!.spots);
		expect(drawn.areas).toEqual(map!.areas);
	});

	it('are found by the code of a list', () => {
		const places = file.resources.slice(0, 20).map(({ id }) => ({ id, region: 'sakura' }));
		const code = parseCode(codeOf([...places, { id: crypto.randomUUID(), region: 'sakura' }]));
		const found = meantBy('value' in code ? code.value : [], new Map([['sakura', file]]));
		expect(found.map(({ found }) => found?.resource.id)).toEqual([
			...places.map(({ id }) => id),
			undefined
		]);
	});

	it('name the newest edition that is published', () => {
		expect(file.edition?.year).toBe(2026);
	});

	it('include those that have closed, not those that were withdrawn', () => {
		expect(file.resources.some(({ content }) => content.operation === 'closed')).toBe(true);
		const { db: other, region, ids } = world();
		resources.withdraw(other, ids.hidamari, { by: 'editor', at: now, reason: '希望' });
		expect(sent(other, region).resources.map(({ id }) => id)).not.toContain(ids.hidamari);
	});
});

describe('A search made of them', () => {
	it('is the one that the server gives', () => {
		const words = JSON.parse(JSON.stringify(regionFiles.words(db))) as RegionWords;
		const there = JSON.parse(JSON.stringify(regionFiles.file(db, sakura, now))) as unknown;
		expect(regionFileOf(file, words, moment)).toEqual(there);
		const { db: other, region } = world();
		resources.create(other, {
			regionId: region.id,
			content: content({ name: '月光荘' }),
			by: 'editor',
			at: now,
			readingOf: () => 'げっこうそう'
		});
		expect(regionFileOf(sent(other, region), words, moment).resources).toEqual(
			JSON.parse(JSON.stringify(regionFiles.file(other, region, now).resources))
		);
	});
});

describe('The file of these places', () => {
	it('tells nothing that their pages withhold', () => {
		const { db: other, region } = world();
		const text = JSON.stringify(sent(other, region));
		expect(text).toContain('居場所カフェ ひだまり');
		expect(text).not.toContain('カナリア');
		expect(text).not.toMatch(/36\.(987|456)|370-9999/);
	});
});
