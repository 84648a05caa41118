import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { japan } from '#lib/domain/map/bounds.ts';
import { featuresOf } from '#lib/domain/listing/geojson.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { marksOf, placesOf } from '#lib/server/listings/map.ts';
import { suggest } from '#lib/server/regions/maps/placing.ts';
import * as resources from '#lib/server/resources/resources.ts';
import type { Precision } from '#lib/domain/resource/content.ts';
import { content, now, world } from '../../support/world.ts';

const ask = (query = '') => parseFilter(new URLSearchParams(query));
const takasaki = '102024';
/** Digits that stand nowhere else. */
const secret = { latitude: 36.313_373, longitude: 139.013_373 };
const withheld: Precision[] = ['town', 'municipality', 'private', 'online'];

function withSecrets() {
	const made = world();
	for (const precision of withheld) {
		const location = {
			...{ municipality: takasaki, town: '桜木町', postalCode: '3700001' },
			...secret
		};
		const place = content({ name: `ないしょの場所 ${precision}`, precision, location });
		resources.create(made.db, { regionId: made.region.id, content: place, by: 'editor', at: now });
	}
	return made;
}

describe('on a map', () => {
	it('no answer holds the coordinates of a place that is not shown exactly', () => {
		const { db, region } = withSecrets();
		const scope = { region: region.id };
		const window = { bounds: japan, zoom: 18 };
		const far = { bounds: japan, zoom: 4 };
		const near = '139.01337,36.31337,139.01338,36.31338';
		const answers = [
			listings.region(db, region, ask('view=map'), now),
			listings.region(db, region, ask(`view=map&bbox=${near}`), now),
			listings.region(db, region, ask('q=ないしょ&view=map'), now),
			marksOf(db, scope, ask(), window),
			marksOf(db, scope, ask(), far),
			marksOf(db, scope, ask(`bbox=${near}`), far),
			suggest(db, { municipality: takasaki, town: '桜木町', street: null, postalCode: '3700001' }),
			marksOf(db, scope, ask('q=ないしょ'), window),
			featuresOf(placesOf(db, scope, ask()), (id) => id, { isSample: false })
		];
		for (const answer of answers) expect(JSON.stringify(answer)).not.toContain('13373');
		expect(listings.region(db, region, ask(`bbox=${near}`), now).total).toBe(0);
		expect(marksOf(db, scope, ask('q=ないしょ'), window)).toMatchObject({
			total: withheld.length,
			// In the middle of their town's public places.
			onMap: 2,
			hidden: 2,
			bounds: null,
			marks: [],
			areas: [{ municipality: takasaki, name: '高崎市', numbers: [1, 4] }]
		});
	});

	it('a town stands for its places that say no more, in the middle of those that do', () => {
		const { db, region } = withSecrets();
		const { map } = listings.region(db, region, ask('view=map&q=ないしょ'), now);
		expect(map!.areas).toMatchObject([{ municipality: takasaki, name: '高崎市' }]);
		expect(map!.areas[0]!.numbers).toHaveLength(2);
		expect(map!.areas[0]!.at).toMatchObject({ latitude: 36.32, longitude: 139.01 });
		expect(map).toMatchObject({ spots: [], hidden: 2, more: 0 });
	});

	it('a place that has become private leaves nothing behind', () => {
		const { db, region, ids } = world();
		const before = listings.region(db, region, ask('view=map'), now).map!;
		const spot = before.spots.find(({ id }) => id === ids.hidamari)!;
		const hidden = content({ name: '居場所カフェ ひだまり', precision: 'private' });
		resources.revise(db, ids.hidamari, { content: hidden, by: 'editor', at: now });
		const after = listings.region(db, region, ask('view=map'), now).map!;
		expect(JSON.stringify(after)).not.toContain(String(spot.latitude));
		// Nor can its town be placed any more, since no other place in it is known.
		expect(after.areas).toEqual([]);
		expect(after.hidden).toBe(before.hidden + 1 + before.areas[0]!.numbers.length);
	});
});

describe('the numbers of a map', () => {
	it('are those of the list, on every page of it', () => {
		const { db, region } = world();
		const { rows, map } = listings.region(db, region, ask('view=map'), now);
		expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
		for (const { number, id } of map!.spots) expect(rows[number - 1]!.id).toBe(id);
		expect(map!.spots.length).toBeGreaterThan(0);
	});

	it('are those that an edition printed', () => {
		const { db } = world();
		const edition = editions.findByName(db, 'gunma-2026')!;
		const { rows, map } = listings.edition(db, edition, ask('view=map'));
		for (const spot of map!.spots) {
			expect(rows.find(({ id }) => id === spot.id)!.number).toBe(spot.number);
		}
	});
});

it('an area of the map is one more condition of the list', () => {
	const { db, region } = world();
	const around = (latitude: number, longitude: number) =>
		`bbox=${longitude - 0.001},${latitude - 0.001},${longitude + 0.001},${latitude + 0.001}`;
	const { rows, chips, sentence } = listings.region(db, region, ask(around(36.32, 139.01)), now);
	expect(rows.map(({ name }) => name)).toContain('居場所カフェ ひだまり');
	expect(chips).toEqual([{ name: '地図の範囲', address: '' }]);
	expect(sentence).toBe('地図の範囲で、ところを探しました。');
	expect(listings.region(db, region, ask(around(30, 130)), now).total).toBe(0);
});

it('GeoJSON has every place of the list, with a point only where it may be shown', () => {
	const { db, region } = world();
	const { total } = listings.region(db, region, ask(), now);
	const { features } = featuresOf(placesOf(db, { region: region.id }, ask()), (id) => `/r/${id}`, {
		isSample: false
	});
	expect(features).toHaveLength(total);
	const hidamari = features.find(({ properties }) => properties.name.includes('ひだまり'))!;
	expect(hidamari.geometry).toEqual({ type: 'Point', coordinates: [139.01, 36.32] });
	expect(hidamari.properties.address).toBe(`/r/${hidamari.id}`);
	expect(features.filter(({ geometry }) => geometry === null).length).toBeGreaterThan(0);
});
