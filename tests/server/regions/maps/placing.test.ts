import { describe, expect, test } from 'vitest';
import { moved, pointOf, statementOf } from '#lib/domain/map/placing.ts';
import { distance } from '#lib/domain/map/distance.ts';
import type { Geocoder } from '#lib/server/regions/maps/geocoding.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import { judge, lookUp, suggest } from '#lib/server/regions/maps/placing.ts';
import { plan, replace } from '#lib/server/regions/maps/outlines/loading.ts';
import { sampleTopoJson } from '../../../support/basemap.ts';
import { copy, sample } from '../../../support/seeds.ts';
import { now, world } from '../../../support/world.ts';

const takasaki = '102024';
const nobody = { municipality: null, town: null, street: null, postalCode: null };

/** The sample region with its outlines, two of its towns, and one that has no places. */
function withBasemap() {
	const db = copy(sample);
	const made = plan(db, Buffer.from(JSON.stringify(sampleTopoJson())));
	if ('problem' in made) throw new Error(made.problem);
	replace(db, made, { credit: 'さくら市', fileName: 'n03.json', at: now });
	const { code } = outlines.list(db).prefectures[0]!;
	const [stated, other] = [...outlines.read(db, outlines.list(db).prefectures[0]!.slug, 'detail')!]
		.map(([code]) => code)
		.filter((one) => one.startsWith(code));
	return { db, stated: stated!, other: other! };
}

describe('a point', () => {
	test('inside the stated municipality is no reason to warn, outside is one that says what is there', () => {
		const { db, stated, other } = withBasemap();
		const inside = outlines.centerOf(db, stated)!;
		expect(judge(db, inside, stated)).toMatchObject({ is: 'inside' });
		const elsewhere = judge(db, outlines.centerOf(db, other)!, stated);
		expect(elsewhere).toMatchObject({ is: 'outside', found: expect.any(String) as unknown });
		const sea = judge(db, { latitude: 21, longitude: 150 }, stated);
		expect(sea).toMatchObject({ is: 'outside', found: null });
	});

	test('is judged by the outlines that ship, where nobody has loaded any', () => {
		const { db } = world();
		const judged = (longitude: number) => judge(db, { latitude: 36.32, longitude }, takasaki);
		expect(judged(139.01)).toEqual({ is: 'inside', name: '高崎市' });
		expect(judged(139.2)).toMatchObject({ is: 'outside', found: '伊勢崎市' });
	});

	test('is not judged without outlines, or without a municipality', () => {
		const point = { latitude: 36.32, longitude: 139.01 };
		const { db: sample } = withBasemap();
		expect(judge(sample, point, null)).toEqual({ is: 'unknown' });
		expect(judge(sample, point, takasaki)).toEqual({ is: 'unknown' });
		expect(judge(sample, point, '999999')).toEqual({ is: 'unknown' });
	});

	test.each([
		['36.3895', '139.0634', { latitude: 36.3895, longitude: 139.0634 }],
		[' ３６．５ ', 139, { latitude: 36.5, longitude: 139 }],
		['139.0634', '36.3895', null],
		['36', '', null],
		['NaN', '1e2', null],
		[Infinity, 139, null],
		[{}, [], null]
	])('%j, %j is read as %j', (latitude, longitude, point) => {
		expect(pointOf(latitude, longitude)).toEqual(point);
	});

	test('moves by metres', () => {
		const from = { latitude: 43, longitude: 141 };
		expect(distance(from, moved(from, 100, 0))).toBeCloseTo(100, 0);
		expect(distance(from, moved(from, 0, -5))).toBeCloseTo(5, 1);
	});
});

describe('a place without a point', () => {
	test('may be near public places of its town, then of its municipality, then in its middle', () => {
		const { db } = world();
		const found = suggest(db, { ...nobody, municipality: takasaki });
		expect(found).toMatchObject([
			{ by: 'municipality', name: '高崎市' },
			{ by: 'outline', name: '高崎市', count: 0 }
		]);
		expect(found[0]!.count).toBeGreaterThan(0);
		const { db: sample, stated } = withBasemap();
		const far = suggest(sample, { ...nobody, municipality: stated });
		expect(far.at(-1)).toMatchObject({ by: 'outline', count: 0 });
		expect(suggest(db, nobody)).toEqual([]);
		expect(suggest(db, { ...nobody, municipality: '000000', postalCode: '0000000' })).toEqual([]);
	});

	test('says where it is by what a form sends, whatever that is', () => {
		expect(
			statementOf({
				postalCode: '３７０－０００１',
				municipality: takasaki,
				town: ' 上町 ',
				street: 3
			})
		).toEqual({ postalCode: '3700001', municipality: takasaki, town: '上町', street: null });
		expect(statementOf({ postalCode: '370', municipality: "1' OR 1", town: '' })).toEqual(nobody);
	});
});

describe('somebody else', () => {
	const asked: string[] = [];
	const geocoder: Geocoder = {
		host: 'example.jp',
		find: async (address) => {
			asked.push(address);
			return [{ name: 'ここ', latitude: 36, longitude: 139 }];
		}
	};
	const stated = { ...nobody, municipality: takasaki, town: '上町', street: '1-2' };

	test('is asked where an address is, with its prefecture', async () => {
		const { db } = world();
		const { places } = (await lookUp(db, geocoder, stated, {
			precision: 'exact',
			by: 'editor'
		})) as { places: unknown[] };
		expect(places).toMatchObject([{ by: 'address', name: 'ここ' }]);
		expect(asked).toEqual(['群馬県高崎市上町1-2']);
	});

	test.each(['town', 'municipality', 'private', 'online', undefined, 1])(
		'is never asked about a place that is shown as %j',
		async (precision) => {
			const { db } = world();
			asked.length = 0;
			expect(await lookUp(db, geocoder, stated, { precision, by: 'editor' })).toEqual({
				is: 'refused'
			});
			expect(asked).toEqual([]);
		}
	);
});
