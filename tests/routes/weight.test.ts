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

describe('What is built', () => {
	it('is the quick form of the framework, not the talkative one', () => {
		const scripts = globSync('build/client/**/*.js').map((file) => readFileSync(file, 'utf8'));
		expect(scripts.length).toBeGreaterThan(10);
		expect(scripts.filter((script) => /src\/lib\/ui\/|Svelte error/.test(script))).toEqual([]);
	});
});
