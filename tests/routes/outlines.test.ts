import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { polygonsOf, type OutlineTopology } from '#lib/domain/map/outline.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import type { Basemap } from '#lib/server/regions/maps/outlines.ts';
import { plan, replace } from '#lib/server/regions/maps/outlines/loading.ts';
import { startApp, type App } from '../support/app.ts';
import { sampleTopoJson } from '../support/basemap.ts';
import { plant, sample } from '../support/seeds.ts';
import { now } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'outlines-'));
const database = join(folder, 'bookmark.db');
let app: App;

function load(credit: string): void {
	const db = openDatabase(database);
	const made = plan(db, Buffer.from(JSON.stringify(sampleTopoJson())));
	if ('problem' in made) throw new Error(made.problem);
	replace(db, made, { credit, fileName: 'n03.json', at: now });
	close(db);
}

beforeAll(async () => {
	plant(sample, database);
	load('さくら市');
	app = await startApp({ database });
});
afterAll(async () => {
	await app.stop();
	rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(app.url + path, { headers });
const listed = async () => (await (await get('/outlines')).json()) as Basemap;

describe('Outlines', () => {
	test('are announced with whose they are', async () => {
		expect(await listed()).toMatchObject({
			bands: ['overview', 'middle', 'detail'],
			version: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
			credit: 'さくら市',
			prefectures: [{ slug: 'mihon', code: '99', name: '見本県', bounds: { west: 142.1 } }]
		});
	});

	test.each(['mihon', 'sakura', 'mihon?band=overview', 'sakura?band=detail'])(
		'%s',
		async (path) => {
			const response = await get(`/outlines/${path}`);
			expect(response.status).toBe(200);
			expect(Object.fromEntries(response.headers)).toMatchObject({
				'content-type': 'application/json',
				'cache-control': 'no-cache'
			});
			const outlines = polygonsOf((await response.json()) as OutlineTopology);
			expect(outlines.get('990019')?.name).toBe('さくら市');
		}
	);

	test('are compressed where it is worth it', async () => {
		const response = await get('/outlines/mihon?band=detail', { 'accept-encoding': 'gzip' });
		expect(response.headers.get('content-encoding')).toBe('gzip');
	});

	test('of the country are its prefectures', async () => {
		const topology = (await (await get('/outlines/japan')).json()) as OutlineTopology;
		expect([...polygonsOf(topology).keys()]).toEqual(['99']);
	});

	test('may be kept for good under their version only', async () => {
		const { version } = await listed();
		const control = async (v: string) =>
			(await get(`/outlines/mihon?band=detail&v=${v}`)).headers.get('cache-control');
		expect(await control(version)).toBe('public, max-age=31536000, immutable');
		expect(await control('0000000000000000')).toBe('no-cache');
		load('もみじ町');
		onTestFinished(() => load('さくら市'));
		expect(await listed()).toMatchObject({ credit: 'もみじ町' });
		expect(await control(version)).toBe('no-cache');
	});

	test.each([
		['/outlines/gunma', 404],
		['/outlines/nowhere', 404],
		['/outlines/toString', 404],
		['/outlines/99', 404],
		['/outlines/mihon?band=', 400],
		['/outlines/mihon?band=constructor', 400],
		['/outlines/mihon?band=detail%00', 400]
	])('at %s answer %i', async (path, status) => {
		const response = await get(path, { accept: 'application/json' });
		expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'no-store']);
	});

	test('are there out of the box, none of them heavy', async () => {
		const other = await startApp();
		onTestFinished(() => other.stop());
		const { version, prefectures } = (await (
			await fetch(`${other.url}/outlines`)
		).json()) as Basemap;
		expect(prefectures.map(({ code }) => code)).toHaveLength(48);
		for (const slug of ['japan', ...prefectures.map((one) => one.slug)]) {
			const response = await fetch(`${other.url}/outlines/${slug}?band=detail&v=${version}`);
			expect([slug, response.status]).toEqual([slug, 200]);
			expect(response.headers.get('cache-control')).toContain('immutable');
			const bytes = gzipSync(await response.text()).length;
			expect(bytes, slug).toBeLessThanOrEqual(60_000);
		}
		const tiles = (await (await fetch(`${other.url}/tiles`)).json()) as object;
		expect(tiles).toMatchObject({ invented: true });
	});
});

describe('Land under a drawn map', () => {
	const land = (query: string) => get(`/outlines/land.svg?${query}`);

	test('is an image of what lies within the bounds', async () => {
		const response = await land('bbox=142.1,36.7,142.6,37.1&width=760&height=480');
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'image/svg+xml',
			'cache-control': 'public, max-age=86400'
		});
		const text = await response.text();
		expect(text).toContain('viewBox="0 0 760 480"');
		expect(text).toMatch(/<path d="M[\d. HVL-]+ZM[\d. L-]+Z/);
	});

	test('is empty in the sea', async () => {
		const response = await land('bbox=150,30,151,31&width=100&height=100');
		expect(await response.text()).not.toContain('<path');
	});

	test.each([
		['', 'bbox'],
		['bbox=1,2,3&width=100&height=100', 'bbox'],
		['bbox=139,36,140,37&width=0&height=100', 'width'],
		['bbox=139,36,140,37&width=100&height=99999', 'height'],
		['bbox=139,36,140,37&width=100', 'height']
	])('is refused for %s, and the sentence names %s', async (query, name) => {
		const response = await land(query);
		expect(response.status).toBe(400);
		expect(await response.text()).toContain(name);
	});
});
