import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { basemaps } from '#lib/server/database/schema/index.ts';
import { plan } from '#lib/server/regions/maps/outlines/loading.ts';
import { run } from '../../src/cli/directory.ts';
import { sampleGeoJson, sampleTopoJson } from '../support/basemap.ts';
import { temporaryFolder } from '../support/folder.ts';
import { copy, plant, sample } from '../support/seeds.ts';

let folder: string;
let database: string;

beforeEach(() => {
	folder = temporaryFolder();
	database = path.join(folder, 'bookmark.db');
	vi.stubEnv('DATABASE_FILE', database);
});
afterEach(() => vi.unstubAllEnvs());

async function basemap(...args: string[]) {
	let [stdout, stderr] = ['', ''];
	const status = await run(['basemap', ...args], {
		out: (line) => void (stdout += `${line}\n`),
		err: (line) => void (stderr += `${line}\n`)
	});
	return { status, stdout, stderr };
}

function file(content: unknown, name = 'n03.json'): string {
	const whole = path.join(folder, name);
	const isText = typeof content === 'string' || content instanceof Uint8Array;
	writeFileSync(whole, isText ? content : JSON.stringify(content));
	return whole;
}

function kept() {
	const db = openDatabase(database);
	const found = db.select().from(basemaps).get();
	close(db);
	return found ?? null;
}

describe('A basemap', () => {
	it('is read with one command, and says what came of it', async () => {
		const { status, stdout, stderr } = await basemap(file(sampleTopoJson()));
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toContain('1都道府県・5市区町村の輪郭を取り込みました。');
		expect(stdout).toContain('所属未定地） 1か所');
		expect(kept()?.credit).toBe('国土数値情報（行政区域データ）（国土交通省）を加工して作成');
	});

	it('is only looked at on trial: not even a database is made', async () => {
		const { status, stdout } = await basemap(file(sampleGeoJson()), '--dry-run');
		expect([status, existsSync(database)]).toEqual([0, false]);
		expect(stdout).toContain('取り込めます（まだ書き込んでいません）');
		await basemap(file(sampleGeoJson()), '--credit', 'さくら市');
		await basemap(file(sampleGeoJson()), '--dry-run', '--credit', 'ほか');
		expect(kept()?.credit).toBe('さくら市');
	});

	test.each([[''], ['  '], ['あ'.repeat(201)], ['一\n二']])(
		'has a credit of one line: not %j',
		async (credit) => {
			const { status, stderr } = await basemap(file(sampleGeoJson()), `--credit=${credit}`);
			expect([status, existsSync(database)]).toEqual([2, false]);
			expect(stderr).toContain('出典は');
		}
	);
});

type Feature = ReturnType<typeof sampleGeoJson>['features'][0];
const features = (change: (feature: Feature) => unknown) => ({
	type: 'FeatureCollection',
	features: sampleGeoJson().features.map(change)
});
const properties = (changed: Record<string, unknown>) =>
	features((feature) => ({ ...feature, properties: { ...feature.properties, ...changed } }));
const moved = (move: (position: number[]) => unknown) =>
	features(({ geometry, ...feature }) => ({
		...feature,
		geometry: { ...geometry, coordinates: geometry.coordinates.map((ring) => ring.map(move)) }
	}));
const topo = (changed: object) => ({ ...sampleTopoJson(), ...changed });
const shape = (geometry: unknown) => features((feature) => ({ ...feature, geometry }));
const pointing = (arcs: unknown) => ({
	...sampleTopoJson(),
	objects: {
		towns: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', properties: { N03_007: '99001' }, arcs }]
		}
	}
});

describe('A basemap that cannot be read', () => {
	const whole = JSON.stringify(sampleGeoJson());

	test.each<[string, unknown, string]>([
		['empty', '', 'JSON として読めません'],
		['broken off', whole.slice(0, -200), 'JSON として読めません'],
		['no JSON', 'コード,名前\n', 'JSON として読めません'],
		['Shift_JIS', Buffer.from([0x7b, 0x22, 0x8d, 0xc2, 0x22, 0x3a, 0x31, 0x7d]), 'UTF-8'],
		['nested without end', '['.repeat(1_000_000), 'JSON として読めません'],
		['null', 'null', 'N03）の TopoJSON か GeoJSON ではありません'],
		['a list', [1, 2], 'GeoJSON ではありません'],
		['one feature', sampleGeoJson().features[0], 'GeoJSON ではありません'],
		['no features', { type: 'FeatureCollection', features: [] }, 'GeoJSON ではありません'],
		[
			'features that are none',
			{ type: 'FeatureCollection', features: [1, null, 'a'] },
			'GeoJSON ではありません'
		],
		[
			'another map',
			features(({ geometry }) => ({ geometry, properties: { name: 'x' } })),
			'GeoJSON ではありません'
		],
		[
			'prefectures only',
			features(({ geometry }) => ({ geometry, properties: { N03_001: '見本県' } })),
			'都道府県だけでなく'
		],
		[
			'a town without a code',
			features((feature) => ({
				...feature,
				properties: {
					...feature.properties,
					N03_007: feature.properties.N03_007 === '99003' ? null : feature.properties.N03_007
				}
			})),
			'「もみじ町」に市区町村のコード'
		],
		['a code in letters', properties({ N03_007: '99abc' }), '「99abc」は市区町村のコード'],
		[
			'a code with a wrong check digit',
			properties({ N03_007: '990011' }),
			'「990011」は市区町村のコード'
		],
		['a prefecture that is none', properties({ N03_007: '98001' }), '「98001」は市区町村のコード'],
		['a list for a code', properties({ N03_007: [1] }), 'は市区町村のコード'],
		[
			'another prefecture',
			properties({ N03_001: '青森県' }),
			'見本県のものですが、ファイルには「青森県」'
		],
		['in metres', moved(([x, y]) => [(x! - 139) * 90000, (y! - 36) * 111000]), '日本の外です'],
		['latitude first', moved(([x, y]) => [y, x]), '日本の外です'],
		['letters for numbers', moved(([x, y]) => [String(x), y]), '座標が数ではありません'],
		['nothing for numbers', moved(() => null), '図形が壊れています'],
		['one number', moved(([x]) => [x]), '座標が数ではありません'],
		[
			'points',
			shape({ type: 'Point', coordinates: [139, 36] }),
			'面（Polygon・MultiPolygon）ではありません'
		],
		['no shape', shape(null), '面（Polygon・MultiPolygon）ではありません'],
		['an empty shape', shape({ type: 'MultiPolygon', coordinates: [] }), '空の図形'],
		['a shape without rings', shape({ type: 'Polygon', coordinates: [] }), '空の図形'],
		[
			'an open ring',
			shape({
				type: 'Polygon',
				coordinates: [
					[
						[139, 36],
						[139.1, 36],
						[139.1, 36.1],
						[139, 36.1]
					]
				]
			}),
			'閉じていない輪'
		],
		[
			'a ring of two',
			shape({
				type: 'Polygon',
				coordinates: [
					[
						[139, 36],
						[139, 36]
					]
				]
			}),
			'閉じていない輪'
		],
		['topology without lines', topo({ arcs: undefined }), 'GeoJSON ではありません'],
		['lines that are none', topo({ arcs: [1] }), '図形が壊れています'],
		['lines of one point', topo({ arcs: [[[0, 0]]] }), '点が1つの線'],
		['a transform that is none', topo({ transform: { scale: 'a' } }), '図形が壊れています'],
		[
			'a transform far away',
			topo({ transform: { scale: [1, 1], translate: [0, 0] } }),
			'日本の外です'
		],
		[
			'an endless transform',
			topo({ transform: { scale: [1e308, 1e308], translate: [1e308, 0] } }),
			'座標が数ではありません'
		],
		['a line that is not there', pointing([[9999]]), '無い線'],
		['a line far before the first', pointing([[-1e300]]), '無い線'],
		['half a line', pointing([[0.5]]), '無い線'],
		['a line by name', pointing([['length']]), '無い線'],
		['lines that do not meet', pointing([[0, 0]]), '閉じていない輪']
	])('(%s) is told why, with exit code 2, and nothing is written', async (_, content, sentence) => {
		plant(sample, database);
		const { status, stdout, stderr } = await basemap(file(content));
		expect(stderr).toContain(sentence);
		expect([status, stdout, kept()]).toEqual([2, '', null]);
	});

	test('leaves the outlines of before as they were', async () => {
		await basemap(file(sampleGeoJson()));
		const before = kept();
		expect((await basemap(file(whole.slice(0, 900)))).status).toBe(2);
		expect(kept()).toEqual(before);
	});

	test('because it is larger than 200 MB is refused before it is read', async () => {
		const large = file('');
		truncateSync(large, 200 * 1024 * 1024 + 1);
		const { status, stderr } = await basemap(large);
		expect([status, existsSync(database)]).toEqual([2, false]);
		expect(stderr).toContain('200MBまでです');
	});

	test('because it is no file is refused', async () => {
		expect((await basemap(path.join(folder, 'none.json'))).stderr).toContain('が見つかりません');
		mkdirSync(path.join(folder, 'maps'));
		expect((await basemap(path.join(folder, 'maps'))).stderr).toContain('ではありません');
		execFileSync('mkfifo', [path.join(folder, 'pipe')]);
		expect((await basemap(path.join(folder, 'pipe'))).stderr).toContain('ではありません');
	});
});

test('Whatever is changed in a file, it is read or refused with a sentence', () => {
	const db = copy(sample);
	const odd = fc.oneof(
		fc.constantFrom(null, '', 'Polygon', -1, 0, 5, 1e9, [], {}, [[]], [[[]]], true),
		fc.double(),
		fc.string()
	);
	const texts = [JSON.stringify(sampleGeoJson()), JSON.stringify(sampleTopoJson())];
	fc.assert(
		fc.property(
			fc.constantFrom(...texts),
			fc.nat(),
			odd,
			fc.boolean(),
			(text, place, value, isRemoved) => {
				const holders: [Record<string, unknown>, string][] = [];
				const changed: unknown = JSON.parse(
					text,
					function (this: Record<string, unknown>, key, inner: unknown) {
						holders.push([this, key]);
						return inner;
					}
				);
				const [holder, key] = holders[place % holders.length]!;
				if (isRemoved) delete holder[key];
				else holder[key] = value;
				const made = plan(db, Buffer.from(JSON.stringify(changed)));
				if ('problem' in made) expect(made.problem).toMatch(/。$/);
				else expect(made.cuts.length).toBeGreaterThan(3);
			}
		),
		{ numRuns: 300 }
	);
});
