import { expect, test } from 'vitest';
import type { Content } from '#lib/domain/resource/content.ts';
import { absence } from '#lib/domain/resource/withdrawal.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as strikes from '#lib/server/contents/struck.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { marksOf, placesOf } from '#lib/server/listings/map.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { exportedCsv } from '../../support/exported.ts';
import { canary, content, now, places, world } from '../../support/world.ts';

const at = new Date('2026-11-23T03:00:00Z');
const act = { by: 'editor', at, reason: '本人の希望' };
const all = parseFilter(new URLSearchParams());
const japan = { bounds: { west: 122, south: 20, east: 154, north: 46 }, zoom: 9 };

const told: Content = {
	...places.hidamari,
	name: 'にじの部屋',
	organization: { name: 'ひだまりの会', kana: null, corporateNumber: null, url: null },
	summary: `ゆずりは町の${canary('番地')}にあります`,
	access: canary('行き方'),
	phones: [{ kind: 'voice', number: '000-777-1234', label: null, visibility: 'public' }],
	location: {
		...places.hidamari.location,
		town: 'ゆずりは町',
		street: canary('番地'),
		building: canary('建物'),
		postalCode: '370-8888',
		latitude: 36.777777,
		longitude: 139.888888
	}
};
const telling = /カナリア|370-8888|000-?777-?1234|36\.777|139\.888/;

/** A world with a published edition that printed `told`, which was approved again since. */
async function printedWith(change: Partial<Content>) {
	const w = world();
	const regionId = w.region.id;
	const made = resources.create(w.db, { regionId, content: told, by: 'editor', at: now });
	const id = editions.open(w.db, { regionId, year: 2027, by: 'editor', at: now });
	editions.pin(w.db, id, made);
	editions.pin(w.db, id, { resourceId: w.ids.kazoku, revisionId: w.revisions.kazoku });
	editions.publish(w.db, id, { by: 'editor', at: now });
	const edition = () => editions.find(w.db, { region: 'gunma', year: 2027 })!;
	const before = await everything(w.db, edition(), made.resourceId);
	expect(before).toMatch(telling);
	if (Object.keys(change).length > 0) {
		resources.revise(w.db, made.resourceId, {
			...{ content: { ...told, summary: null, ...change }, by: 'editor', at }
		});
	}
	const hash = edition().contentHash;
	return { ...w, id: made.resourceId, revision: made.revisionId, edition, hash };
}

/** Whatever is read for an answer about an edition. */
async function everything(db: Database, edition: editions.Edition, id: string): Promise<string> {
	const scope = { edition: edition.id };
	const found = (query: string) =>
		listings.edition(db, edition, parseFilter(new URLSearchParams(query)), { withPoints: true });
	return JSON.stringify([
		...['', 'view=map', 'sort=municipality', 'municipality=102024', `q=ゆずりは町`].map(found),
		placesOf(db, scope, all),
		marksOf(db, scope, all, japan),
		resourcePages.find(db, id, { now: at, edition }),
		editions.changes(db, edition),
		editions.errata(db, edition),
		(await exportedCsv(db, { regionId: edition.region.id, editionId: edition.id, staff: false }))
			.text
	]);
}

const total = (db: Database, edition: editions.Edition, query: string) =>
	listings.edition(db, edition, parseFilter(new URLSearchParams(query))).total;

test('What was made private later is in no answer about the edition, nor found by it', async () => {
	const { db, id, edition, hash } = await printedWith({ precision: 'private', phones: [] });
	expect((await everything(db, edition(), id)).replaceAll(`"q":"ゆずりは町"`, '')).not.toMatch(
		/桜木町|370-8888|000-?777-?1234|36\.777|139\.888|カナリア-(番地|建物|行き方)/
	);
	for (const query of [`q=ゆずりは町`, 'municipality=102024', 'q=高崎市']) {
		expect(total(db, edition(), query), query).toBe(0);
	}
	expect(total(db, edition(), `q=にじの部屋`)).toBe(1);
	expect(marksOf(db, { edition: edition().id }, all, japan)).toMatchObject({
		bounds: null,
		marks: []
	});
	expect(edition().contentHash).toBe(hash);
});

test('As it was pinned it stays in the record, for staff', async () => {
	const { db, region, edition } = await printedWith({ precision: 'private', phones: [] });
	const scope = { regionId: region.id, editionId: edition().id };
	expect((await exportedCsv(db, { ...scope, staff: true })).text).toContain(canary('番地'));
	expect((await exportedCsv(db, { ...scope, staff: false })).text).not.toContain(canary('番地'));
});

test('It is all there again once it is shown again', async () => {
	const { db, id, edition } = await printedWith({ precision: 'private', phones: [] });
	expect(total(db, edition(), `q=ゆずりは町`)).toBe(0);
	resources.revise(db, id, { content: { ...told, summary: '新しい' }, by: 'editor', at });
	expect(total(db, edition(), `q=ゆずりは町`)).toBe(1);
	expect(await everything(db, edition(), id)).toContain(canary('番地'));
});

test('What was withdrawn later leaves its number alone', async () => {
	const { db, id, edition } = await printedWith({});
	life.withdraw(db, id, act);
	expect((await everything(db, edition(), id)).replaceAll(`"q":"ゆずりは町"`, '')).not.toMatch(
		/にじの部屋|カナリア-番地|370-8888/
	);
	expect(total(db, edition(), '')).toBe(1);
	expect(resourcePages.find(db, id, { now: at, edition: edition() })).toBeUndefined();
	const [struck, ...others] = strikes.struck(db, edition().id);
	expect([struck, others]).toEqual([
		{ number: expect.any(Number) as number, why: 'withdrawn' },
		[]
	]);
	life.reinstate(db, id, act);
	expect([total(db, edition(), ''), strikes.struck(db, edition().id)]).toEqual([2, []]);
});

test('So does what lost its consent for the web', async () => {
	const consents = told.consents.filter(({ channel }) => channel === 'paper');
	const { db, id, edition } = await printedWith({ consents });
	expect(total(db, edition(), '')).toBe(1);
	expect(await everything(db, edition(), id)).not.toContain(canary('番地'));
	expect(strikes.struck(db, edition().id)).toMatchObject([{ why: 'off-web' }]);
});

test('What is only no longer named by public data has hidden nothing', async () => {
	const { db, id, edition } = await printedWith({});
	resources.withdraw(db, id, { ...act, reason: absence(2028), cause: 'absence' });
	expect(await everything(db, edition(), id)).toContain(canary('番地'));
	expect(life.withdraw(db, id, act)).toBe(true);
	expect(await everything(db, edition(), id)).not.toContain(canary('番地'));
});

test('What was made one with another place tells no more than that one does', async () => {
	const { db, id, region, edition } = await printedWith({});
	const other = resources.create(db, {
		...{ regionId: region.id, by: 'editor', at },
		content: content({
			...{ name: 'ひだまり', precision: 'town', location: { municipality: '102024' } },
			phones: [{ number: '000 777 1234', visibility: 'staff' }]
		})
	});
	expect(life.merge(db, id, other.resourceId, act)).toBe('merged');
	expect(await everything(db, edition(), id)).not.toMatch(/カナリア-番地|000-?777-?1234|36\.777/);
	expect(total(db, edition(), '')).toBe(2);
	life.withdraw(db, other.resourceId, act);
	expect(total(db, edition(), '')).toBe(1);
});
