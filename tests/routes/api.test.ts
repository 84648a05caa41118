import { describe, expect, it } from 'vitest';
import type { SearchResponse } from '#lib/domain/listing/search-response.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();

const get = async (path: string) => {
	const response = await fetch(app.url + path);
	expect(response.status, path).toBe(200);
	expect(response.headers.get('content-type')).toMatch(/^application\/json/);
	expect(response.headers.has('set-cookie')).toBe(false);
	return (await response.json()) as unknown;
};
const search = async (query: string) => (await get(`/api/search?${query}`)) as SearchResponse;

describe('/api/search', () => {
	it('answers what the page of all regions shows', async () => {
		const { total, page, perPage, facets, results } = await search('q=ひだまり&region=sakura');
		expect({ total, page, perPage }).toEqual({ total: 1, page: 1, perPage: 30 });
		expect(results[0]).toMatchObject({ name: '居場所カフェ ひだまり', region: 'sakura', why: [] });
		expect(facets['category']).toContainEqual({ code: 'ibasho', label: '居場所', count: 1 });
	});

	it('answers what an edition printed', async () => {
		const { total, results } = await search('region=sakura&year=2024&limit=100');
		expect(results).toHaveLength(total);
		expect(total).toBeGreaterThan(40);
	});

	it('gives at most a hundred, whatever is asked', async () => {
		for (const limit of ['1000', '0', 'x', '-1', '1.5']) {
			const { perPage } = await search(`limit=${limit}`);
			expect([30, 100]).toContain(perPage);
		}
	});
});

it('/api/suggest answers with what a beginning may become', async () => {
	expect(await get('/api/suggest?q=hida')).toEqual({
		suggestions: [{ kind: 'name', text: '居場所カフェ ひだまり' }],
		urgent: null
	});
	expect(await get('/api/suggest')).toEqual({ suggestions: [], urgent: null });
});

describe('/api/map', () => {
	it('answers what is seen of a list in a window', async () => {
		const window = 'bbox=122.9,20.4,154,45.6';
		type Seen = {
			total: number;
			onMap: number;
			hidden: number;
			marks: { count?: number }[];
			areas: { numbers: number[] }[];
		};
		const far = (await get(`/api/map?region=sakura&zoom=4&${window}`)) as Seen;
		const towns = far.areas.reduce((sum, { numbers }) => sum + numbers.length, 0);
		expect(far.marks.reduce((sum, { count = 1 }) => sum + count, 0) + towns).toBe(far.onMap);
		expect(far.onMap + far.hidden).toBe(far.total);
		const around = 'bbox=141.8,36.5,142.8,37.3';
		const near = (await get(`/api/map?region=sakura&zoom=13&${around}`)) as Seen;
		expect(near.marks.length).toBeGreaterThan(far.marks.length);
		expect(near.marks.find(({ count }) => count === undefined)).toMatchObject({
			number: expect.any(Number) as unknown,
			name: expect.any(String) as unknown
		});
		expect(far.total).toBeGreaterThan(far.onMap);
	});

	it.each([
		...['', '?zoom=5', '?bbox=1,2,3&zoom=5', '?bbox=1,2,3,4', '?bbox=1,2,3,4&zoom=19'],
		...['?bbox=1,2,3,4&zoom=', '?bbox=1,2,3,4&zoom=5.5', '?bbox=1,2,3,4&zoom=-1'],
		...['?bbox=3,2,1,4&zoom=5', '?bbox=1,2,3,95&zoom=5', '?bbox=a,b,c,d&zoom=5'],
		...['?bbox=NaN,2,3,4&zoom=5', '?bbox=1,2,3,4&zoom=0x5', '?bbox=122,20,154,46&zoom=18'],
		'?bbox=1,2,3,4&zoom=5&within=somewhere'
	])('says what it needs instead of "%s"', async (query) => {
		const response = await fetch(`${app.url}/api/map${query}`, {
			headers: { accept: 'application/json' }
		});
		expect(response.status).toBe(400);
		expect(await response.text()).toMatch(/bbox|zoom|within/);
	});
});

it.each(['/regions/sakura', '/regions/sakura/2026'])('%s has its list as GeoJSON', async (path) => {
	const response = await fetch(`${app.url}${path}/resources.geojson?category=ibasho`);
	expect(response.headers.get('content-type')).toMatch(/^application\/geo\+json/);
	const { type, features } = (await response.json()) as {
		type: string;
		features: { properties: { address: string } }[];
	};
	expect(type).toBe('FeatureCollection');
	expect(features.length).toBeGreaterThan(5);
	for (const { properties } of features) {
		expect((await fetch(properties.address)).status).toBe(200);
	}
});
