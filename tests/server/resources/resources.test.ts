import { describe, expect, it } from 'vitest';
import * as editions from '#lib/server/editions/index.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import * as revisionContents from '#lib/server/contents/read.ts';
import { content, now, places, world } from '../../support/world.ts';

const by = 'editor';
const at = now;

describe('a resource', () => {
	it('is read back as it was written', () => {
		const { db, revisions } = world();
		const read = revisionContents.contents(db, Object.values(revisions));
		for (const [key, revision] of Object.entries(revisions)) {
			expect(read.get(revision)).toEqual(places[key as keyof typeof places]);
		}
	});

	it('becomes its newest approved revision, and the one before stays as it was', () => {
		const { db, ids, revisions } = world();
		const changed = { ...places.hidamari, name: '居場所カフェ こもれび' };
		const revision = resources.revise(db, ids.hidamari, { content: changed, by, at });
		expect(revision).toBeGreaterThan(revisions.hidamari);
		expect(resourcePages.find(db, ids.hidamari, { now })?.content.name).toBe(
			'居場所カフェ こもれび'
		);
		expect(revisionContents.contents(db, [revisions.hidamari]).get(revisions.hidamari)).toEqual(
			places.hidamari
		);
	});

	it('can have an older truth added without becoming it', () => {
		const { db, ids } = world();
		const older = { ...places.hidamari, name: '旧ひだまり' };
		resources.revise(db, ids.hidamari, { content: older, by, at, current: false });
		expect(resourcePages.find(db, ids.hidamari, { now })?.content.name).toBe(places.hidamari.name);
	});

	it('is not found without consent for the web, now or as printed', () => {
		const { db, ids } = world();
		const edition = editions.find(db, { region: 'gunma', year: 2026 })!;
		expect(resourcePages.find(db, ids.kamidake, { now })).toBeUndefined();
		expect(resourcePages.find(db, ids.kamidake, { now, edition })).toBeUndefined();
	});

	it('says when and why it was taken off the live pages, and comes back', () => {
		const { db, ids } = world();
		resources.withdraw(db, ids.kazoku, { by, at, reason: '公的データに載っていません' });
		const gone = resourcePages.find(db, ids.kazoku, { now });
		expect(gone?.gone).toEqual({
			on: '2026-11-22',
			reason: '公的データに載っていません',
			mergedInto: null
		});
		resources.reinstate(db, ids.kazoku);
		expect(resourcePages.find(db, ids.kazoku, { now })?.gone).toBeNull();
	});

	it('knows the others of its organization', () => {
		const { db, region } = world();
		const organization = { name: 'NPO法人 ひなた', corporateNumber: '8700110005901' };
		const [a, b] = ['朝の会', '夜の会'].map((name) =>
			resources.create(db, {
				regionId: region.id,
				content: content({ name, organization }),
				by,
				at
			})
		);
		expect(resourcePages.find(db, a!.resourceId, { now })?.siblings).toEqual([
			{ id: b!.resourceId, name: '夜の会', category: '居場所' }
		]);
	});
});

describe('the hash of a content', () => {
	it('is the same whatever the order of keys and whether silence is said', () => {
		const { staffNote, ...rest } = places.kazoku;
		expect(staffNote).toBeNull();
		expect(contentHash(Object.fromEntries(Object.entries(rest).reverse()) as never)).toBe(
			contentHash(places.kazoku)
		);
	});

	it('is another one when any word is', () => {
		const one = content({ name: 'あ', eases: { 'no-booking': 'yes' } });
		const other = content({ name: 'あ', eases: { 'no-booking': 'no' } });
		expect(contentHash(one)).not.toBe(contentHash(other));
	});
});
