import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { ofDanger, ordinary } from '../domain/search/crisis/golden.ts';

let app: App;
beforeAll(async () => {
	app = await startApp();
});
afterAll(() => app.stop());

const get = async (path: string) =>
	(await fetch(app.url + path, { headers: { accept: 'text/html' } })).text();
const panel = 'aria-label="いま、話せるところ"';
const asked = (path: string, query: string) => `${path}?q=${encodeURIComponent(query)}`;

describe('Without a script', () => {
	it.each(['/search', '/regions/sakura', '/regions/sakura/2026'])(
		'%s meets all who are in danger before its results, and nobody else',
		async (path) => {
			for (const query of ofDanger) {
				const html = await get(asked(path, query));
				expect(html.indexOf(panel), query).toBeGreaterThan(0);
				expect(html.indexOf(panel), query).toBeLessThan(html.indexOf('id="results"'));
			}
			for (const query of ordinary) {
				expect(await get(asked(path, query)), query).not.toContain(panel);
			}
		},
		120_000
	);

	it('every page says at its foot who answers at any hour', async () => {
		for (const path of ['/', '/search', '/bookmarks', '/regions/sakura', '/nothing', '/memo']) {
			const [, footer] = /<footer([^]*?)<\/footer>/.exec(await get(path))!;
			expect(footer, path).toContain('あなたのいばしょ（チャット、24時間）');
			expect(footer, path).toContain('よりそいホットライン 0120-279-338（電話、24時間）');
			expect(footer, path).toContain('href="/now"');
		}
		const now = await get('/now');
		expect(now).toContain('href="tel:0120279338"');
		expect(now.indexOf('書いて話せるところ')).toBeLessThan(now.indexOf('声で話せるところ'));
	});
});

describe('While somebody types', () => {
	it('the suggestions bring whom to reach', async () => {
		for (const query of ofDanger) {
			const { urgent } = JSON.parse(await get(asked('/api/suggest', query))) as {
				urgent: { name: string }[] | null;
			};
			expect(urgent?.length, query).toBeGreaterThan(2);
		}
		for (const query of ordinary) {
			expect(JSON.parse(await get(asked('/api/suggest', query))), query).toMatchObject({
				urgent: null
			});
		}
	});

	it('nothing of it gets into the log', () => {
		expect(app.logs()).toContain('"route":"/search"');
		for (const query of [...ofDanger, '話せる', 'urgent']) {
			if (query.length > 2) expect(app.logs()).not.toContain(query);
			expect(app.logs()).not.toContain(encodeURIComponent(query + query));
		}
	});
});
