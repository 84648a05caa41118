import { describe, expect, it } from 'vitest';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
const get = async (path: string) =>
	(await fetch(app.url + path, { headers: { accept: 'text/html' } })).text();

/** One of the sample, written as `ID` in the paths. */
async function anyId(): Promise<string> {
	return /\/resources\/([0-9a-f-]{36})/.exec(await get('/regions/sakura'))![1]!;
}

/** Without what is on the screen alone. */
const printed = (html: string) =>
	html.replace(/<(\w+)[^>]*class="[^"]*\bscreen\b[^"]*"[^>]*>[^]*?<\/\1>/g, '');

describe('What is printed or taken along of the invented region says so', () => {
	it.each([
		'/regions/sakura',
		'/regions/sakura/2026',
		'/regions/sakura/2026/changes',
		'/regions/sakura/2026/errata',
		'/regions/sakura/poster',
		'/embed/regions/sakura',
		'/compare?place=ID',
		'/resources/ID',
		'/resources/ID?edition=sakura-2026',
		'/resources/ID/card',
		'/resources/ID/handout',
		'/resources/ID/letter',
		'/resources/ID/letter?from=supporter',
		'/resources/ID/poster'
	])('on %s', async (path) => {
		const html = await get(path.replace('ID', await anyId()));
		const [, main] = /<div class="app">([^]*)/.exec(html)!;
		expect(printed(main!)).toContain('架空の見本');
	});

	it('in the subject of a mail that is begun there', async () => {
		const html = await get(`/resources/${await anyId()}/letter`);
		for (const [href] of html.matchAll(/mailto:[^"]+\?[^"]+/g)) {
			expect(decodeURIComponent(href)).toContain('架空の見本');
		}
	});

	it.each(['/regions/sakura/resources.geojson', '/regions/sakura/2026/resources.geojson'])(
		'in every feature of %s',
		async (path) => {
			const { features } = JSON.parse(await get(path)) as {
				features: { properties: { sample?: string } }[];
			};
			expect(features.length).toBeGreaterThan(50);
			expect(new Set(features.map(({ properties }) => properties.sample))).toEqual(
				new Set(['架空の見本'])
			);
		}
	);

	it('in every answer of the search, and in what a device keeps of the region', async () => {
		const { results } = JSON.parse(await get('/api/search?q=居場所&limit=50')) as {
			results: { sample?: string }[];
		};
		expect(results.length).toBeGreaterThan(5);
		expect(new Set(results.map(({ sample }) => sample))).toEqual(new Set(['架空の見本']));
		const { region } = JSON.parse(await get('/regions/sakura/resources.json')) as {
			region: { fictional: boolean };
		};
		expect(region.fictional).toBe(true);
	});
});
