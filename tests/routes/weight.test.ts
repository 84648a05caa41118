import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weigh } from '../../bench/weight.ts';
import { startApp, type App } from '../support/app.ts';

let app: App;
beforeAll(async () => {
	app = await startApp();
});
afterAll(() => app.stop());

describe('A list page', () => {
	it.each(['/regions/sakura', '/regions/sakura/2026', '/search'])(
		'at %s is light enough for an old phone on a slow line',
		async (path) => {
			const { total, js, css } = await weigh(app.url + path);
			expect(css).toBeGreaterThan(0);
			expect(js).toBeGreaterThan(0);
			expect(js).toBeLessThanOrEqual(45 * 1024);
			expect(total).toBeLessThanOrEqual(75 * 1024);
		}
	);
});

describe('A map', () => {
	it('comes after its list, and is light enough for the same phone', async () => {
		const [list, map] = [`${app.url}/regions/sakura`, `${app.url}/regions/sakura?view=map`];
		const [alone, atFirst] = [await weigh(list), await weigh(map)];
		expect([atFirst.js, atFirst.css]).toEqual([alone.js, alone.css]);
		const drawn = await weigh(map, ['LiveMap.']);
		expect(drawn.js + drawn.css).toBeLessThanOrEqual(alone.js + alone.css + 6 * 1024);
		const live = await weigh(map, ['LiveMap.', 'leaflet-container']);
		expect(live.js - drawn.js).toBeGreaterThan(30 * 1024);
		// The drawing's own script included.
		expect(live.js + live.css).toBeLessThanOrEqual(alone.js + alone.css + 60 * 1024);
	});
});

describe('What is built', () => {
	it('is the quick form of the framework, not the talkative one', () => {
		const scripts = globSync('build/client/**/*.js').map((file) => readFileSync(file, 'utf8'));
		expect(scripts.length).toBeGreaterThan(10);
		expect(scripts.filter((script) => /src\/lib\/ui\/|Svelte error/.test(script))).toEqual([]);
	});
});
