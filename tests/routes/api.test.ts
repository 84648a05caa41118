import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#lib/domain/answer.ts';
import { startApp, type App } from '../support/app.ts';

let app: App;
beforeAll(async () => {
	app = await startApp();
});
afterAll(() => app.stop());

const get = async (path: string) => {
	const response = await fetch(app.url + path);
	expect(response.status, path).toBe(200);
	expect(response.headers.get('content-type')).toMatch(/^application\/json/);
	expect(response.headers.has('set-cookie')).toBe(false);
	return (await response.json()) as unknown;
};
const search = async (query: string) => (await get(`/api/search?${query}`)) as Answer;

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
		suggestions: [{ kind: 'name', text: '居場所カフェ ひだまり' }]
	});
	expect(await get('/api/suggest')).toEqual({ suggestions: [] });
});
