import { readdirSync, statSync } from 'node:fs';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { bands, boundsOf, covers, polygonsOf } from '#lib/domain/map/outline.ts';
import { meet } from '#lib/domain/map/land.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import {
	plan,
	replace,
	usualCredit,
	type Plan
} from '#lib/server/regions/maps/outlines/loading.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { drop } from '#lib/server/start/sample/drop.ts';
import { sampleGeoJson, sampleTopoJson } from '../../../support/basemap.ts';
import { copy, sample } from '../../../support/seeds.ts';
import { now } from '../../../support/world.ts';

let db: Database;
beforeEach(() => {
	db = copy(sample);
});

const bytes = (file: unknown) => Buffer.from(JSON.stringify(file));
function planned(file: unknown): Plan {
	const made = plan(db, bytes(file));
	if ('problem' in made) throw new Error(made.problem);
	return made;
}
const load = (file: unknown, credit = usualCredit) =>
	replace(db, planned(file), { credit, fileName: 'n03.json', at: now });

const codes = ['990019', '990027', '990035', '990043', '990051'];

type Properties = ReturnType<typeof sampleGeoJson>['features'][0]['properties'];
const placesOf = ({ $client }: Database) =>
	$client
		.prepare(
			'SELECT DISTINCT municipality_code AS code, latitude, longitude FROM revisions WHERE latitude IS NOT NULL'
		)
		.all() as { code: string; latitude: number; longitude: number }[];

const isWardOf = (db: Database, ward: string, city: string): boolean => {
	const [one, other] = [ward, city].map((code) => municipalities.nameOf(db, code)!);
	return one !== other && one!.startsWith(other!) && one!.endsWith('区') && other!.endsWith('市');
};

/** The sample's shapes under other names. */
function renamed(
	change: (properties: Properties, index: number) => Partial<Record<string, unknown>>
) {
	const file = sampleGeoJson();
	return {
		...file,
		features: file.features.map((feature, index) => ({
			...feature,
			properties: { ...feature.properties, ...change(feature.properties, index) }
		}))
	};
}

describe('Outlines', () => {
	it('ship with the program: nobody has to load any', () => {
		const { credit, bands, prefectures } = outlines.list(db);
		expect(credit).toBe(usualCredit);
		expect(bands).toEqual(['detail']);
		expect(prefectures.map(({ code }) => code)).toEqual([
			...Array.from({ length: 47 }, (_, at) => String(at + 1).padStart(2, '0')),
			'99'
		]);
		expect([...outlines.read(db, 'japan', 'overview')!.keys()]).toHaveLength(47);
		const known = municipalities
			.list(db)
			.map(({ code }) => code)
			.filter((code) => !code.startsWith('99'));
		const drawn = prefectures.flatMap(({ slug }) => [...outlines.read(db, slug, 'detail')!.keys()]);
		expect(drawn.filter((code) => !code.startsWith('99') && !known.includes(code))).toEqual([]);
		// A city that has wards is drawn by them.
		const isCity = (code: string) => known.some((one) => isWardOf(db, one, code));
		const lacking = known.filter((code) => !drawn.includes(code) && !isCity(code));
		expect(lacking.map((code) => municipalities.nameOf(db, code))).toEqual([]);
		expect(outlines.municipalityAt(db, { latitude: 35.6895, longitude: 139.6917 })).toBe('131041');
		expect(outlines.municipalityAt(db, { latitude: 34.7108, longitude: 137.7261 })).toBe('221384');
		expect(outlines.municipalityAt(db, { latitude: 36, longitude: 148 })).toBeNull();
	});

	it('that ship take no more than 1.2 MB, the sample region among them', () => {
		const files = [
			...readdirSync('data/outlines').map((name) => `data/outlines/${name}`),
			'data/sample/outlines.json'
		];
		const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
		expect(bytes).toBeGreaterThan(500_000);
		expect(bytes).toBeLessThanOrEqual(1_200_000);
	});

	it('of the sample region are its own, and go with it', () => {
		const { prefectures } = outlines.list(db);
		const own = prefectures.find(({ code }) => code === '99')!;
		expect(own).toMatchObject({
			slug: 'mihon',
			invented: { credit: expect.any(String) as string }
		});
		for (const { bounds, code } of prefectures) {
			if (code !== '99') expect(meet(bounds, own.bounds)).toBe(false);
		}
		const places = placesOf(db);
		expect(places.length).toBeGreaterThan(30);
		for (const place of places) expect(outlines.municipalityAt(db, place)).toBe(place.code);
		const before = outlines.list(db).version;
		drop(db, { by: 'admin', at: now });
		expect(outlines.list(db).prefectures.map(({ code }) => code)).not.toContain('99');
		expect(outlines.list(db).version).not.toBe(before);
		expect(outlines.hasInvention(db)).toBe(false);
		expect(outlines.find(db, 'mihon', 'detail')).toBeNull();
	});

	it('of the sample region stay where a file of others is loaded', () => {
		load(
			renamed(({ N03_007 }) => ({
				N03_001: '群馬県',
				N03_007: N03_007 && `10${N03_007.slice(2)}`
			}))
		);
		expect(outlines.list(db).prefectures.map(({ slug }) => slug)).toEqual(['gunma', 'mihon']);
		expect(outlines.find(db, 'tokyo', 'detail')).toBeNull();
		expect(outlines.find(db, 'sakura', 'middle')).toContain('railway');
	});

	test.each([
		['GeoJSON', sampleGeoJson],
		['TopoJSON', sampleTopoJson]
	])('come from %s, for the prefecture, the region in it, and the country', (_, file) => {
		load(file());
		expect(outlines.list(db)).toMatchObject({
			credit: usualCredit,
			prefectures: [{ slug: 'mihon', code: '99', name: '見本県' }]
		});
		for (const band of bands) {
			const found = outlines.read(db, 'sakura', band)!;
			expect([...found.keys()].sort()).toEqual(codes);
			expect(found.get('990019')?.name).toBe('さくら市');
			expect(outlines.find(db, 'mihon', band)).toBe(outlines.find(db, 'sakura', band));
		}
		expect([...outlines.read(db, 'japan', 'detail')!]).toMatchObject([['99', { name: '見本県' }]]);
		expect(outlines.find(db, 'gunma', 'detail')).toBeNull();
		expect(outlines.find(db, 'nowhere', 'detail')).toBeNull();
	});

	it('say in which town every place of the sample lies', () => {
		load(sampleTopoJson());
		const places = placesOf(db);
		expect(places.length).toBeGreaterThan(30);
		for (const place of places) expect(outlines.municipalityAt(db, place)).toBe(place.code);
		for (const [latitude, longitude] of [
			[36.88, 142.46],
			[36.795, 142.525],
			[35, 139]
		] as const) {
			expect(outlines.municipalityAt(db, { latitude, longitude })).toBeNull();
		}
	});

	it('lose small islands from far away, and no town', () => {
		load(sampleGeoJson());
		const parts = bands.map(
			(band) => outlines.read(db, 'sakura', band)!.get('990051')!.polygons.length
		);
		expect(parts).toEqual([1, 1, 2]);
	});

	it('keep one border between neighbours: no line is there twice', () => {
		load(sampleGeoJson());
		const { arcs } = JSON.parse(outlines.find(db, 'sakura', 'detail')!) as { arcs: unknown[] };
		const lines = arcs.map((arc) => JSON.stringify(arc));
		expect(new Set(lines).size).toBe(lines.length);
		expect(lines.length).toBeLessThan(15);
	});

	it('of a file replace all of the one before, with another version', () => {
		load(sampleGeoJson());
		const before = outlines.list(db);
		load(sampleGeoJson());
		expect(outlines.list(db)).toEqual(before);
		load(
			renamed(({ N03_007 }) => ({
				N03_001: '群馬県',
				N03_007: N03_007 && `10${N03_007.slice(2)}`
			})),
			'ためし'
		);
		const after = outlines.list(db);
		expect(after.version).not.toBe(before.version);
		expect([after.credit, after.prefectures.map(({ slug }) => slug)]).toEqual([
			'ためし',
			['gunma', 'mihon']
		]);
		expect(outlines.find(db, 'tokyo', 'detail')).toBeNull();
		expect(outlines.municipalityAt(db, { latitude: 36.9, longitude: 142.32 })).toMatch(/^10/);
	});

	it('stay as they were when the new ones cannot be written', () => {
		load(sampleGeoJson());
		const before = outlines.list(db);
		const { cuts, ...rest } = planned(sampleGeoJson());
		const twice = { ...rest, cuts: [...cuts, cuts[0]!] };
		expect(() => replace(db, twice, { credit: 'x', fileName: 'x', at: now })).toThrow(/UNIQUE/);
		expect(outlines.list(db)).toEqual(before);
		expect(outlines.find(db, 'sakura', 'detail')).not.toBeNull();
	});

	it('of wards that are no more are those of today, without a border between them', () => {
		const wards = ['22131', '22132', '22133', '22134', '22135', '22137', null];
		load(
			renamed((_, index) => ({
				N03_001: '静岡県',
				N03_003: '浜松市',
				N03_007: wards[index],
				...(wards[index] ? {} : { N03_004: '所属未定地' })
			}))
		);
		const found = outlines.read(db, 'shizuoka', 'detail')!;
		expect([...found].map(([code, { name }]) => `${code} ${name}`).sort()).toEqual([
			'221309 浜松市',
			'221384 浜松市中央区',
			'221406 浜松市天竜区'
		]);
		const centre = found.get('221384')!;
		expect(centre.polygons.length).toBe(1);
		expect(covers(centre, { longitude: 142.38, latitude: 36.9 })).toBe(true);
	});

	it('whose code nobody knows are drawn, and said', () => {
		const made = planned(
			renamed(({ N03_007 }) => (N03_007 === '99005' ? { N03_007: '99009' } : {}))
		);
		expect(made.unknown).toEqual(['すみれ町']);
		expect(made.unassigned).toBe(1);
		expect(made.municipalities).toBe(5);
	});

	it('have the bounds of what they hold', () => {
		const { cuts } = planned(sampleGeoJson());
		expect(cuts.length).toBe(4);
		for (const { bounds, topology } of cuts) {
			expect(bounds).toEqual(boundsOf(polygonsOf(topology).values()));
			expect(bounds.west).toBeGreaterThan(142);
			expect(bounds.north).toBeLessThan(37.01);
		}
	});
});
