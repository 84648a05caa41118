import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { programBytes } from '#lib/domain/reader/offline/cache.ts';
import { weigh } from '../../bench/weight.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();

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

describe('A list of thirty places', () => {
	it.each(['/regions/sakura', '/regions/sakura/2026', '/search?region=sakura'])(
		'at %s says each of them once',
		async (path) => {
			const html = await (await fetch(app.url + path, { headers: { accept: 'text/html' } })).text();
			expect(html.match(/<li class="row/g)).toHaveLength(30);
			expect(Buffer.byteLength(html)).toBeLessThanOrEqual(70 * 1024);
			const [, name] = /<h2>.*?<a [^>]*>(.*?)<\/a>/.exec(html)!;
			// Kinds stand in the description of the page.
			const [, choice] = /name="ease".*?<span>(.*?)<\/span>/s.exec(html)!;
			const script = html.slice(html.lastIndexOf('<script>'));
			expect(script).toContain('data:');
			expect([name, choice].filter((word) => script.includes(word!))).toEqual([]);
		}
	);

	it('comes whole to a page that is there already', async () => {
		const answer = await fetch(`${app.url}/regions/sakura/__data.json?category=ibasho`);
		const data = await answer.text();
		expect(data).toContain('class=\\"row\\"');
		expect(data).toContain('居場所');
	});
});

describe('The ribbons of a list', () => {
	it('come after it, and are light', async () => {
		const list = `${app.url}/regions/sakura`;
		const [alone, kept] = [await weigh(list), await weigh(list, ['しおり：'])];
		expect(kept.js).toBeGreaterThan(alone.js);
		expect(kept.js + kept.css).toBeLessThanOrEqual(alone.js + alone.css + 12 * 1024);
	});
});

describe('What is kept for when there is no line', () => {
	it('is a program of about the size that is told', () => {
		const ofStaff = JSON.parse(readFileSync('build/client/_app/staff.json', 'utf8')) as string[];
		const all = globSync('build/client/_app/immutable/**/*.{js,css}');
		const parts = all.filter((file) => !ofStaff.includes(file.replace(/^build.client/, '')));
		expect(parts.length).toBeLessThan(all.length);
		const bytes = parts.map((file) => gzipSync(readFileSync(file)).length);
		const total = bytes.reduce((sum, one) => sum + one, 0);
		expect(Math.abs(total / programBytes - 1)).toBeLessThan(0.1);
	});

	it('fits with a region of five hundred places into 680 KB', async () => {
		const [resources, words] = await Promise.all(
			['/regions/sakura/resources.json', '/words.json'].map(async (path) =>
				(await fetch(app.url + path)).text()
			)
		);
		const file = JSON.parse(resources!) as { resources: unknown[] };
		const weightOf = (count: number) =>
			gzipSync(JSON.stringify({ ...file, resources: file.resources.slice(0, count) })).length;
		const [half, all] = [Math.floor(file.resources.length / 2), file.resources.length];
		const each = (weightOf(all) - weightOf(half)) / (all - half);
		const region = weightOf(all) + each * (500 - all) + gzipSync(words!).length;
		expect(region + programBytes).toBeLessThanOrEqual(680 * 1024);
	});
});

describe('A map', () => {
	it('comes after its list, and is light enough for the same phone', async () => {
		const [list, map] = [`${app.url}/regions/sakura`, `${app.url}/regions/sakura?view=map`];
		const [alone, atFirst] = [await weigh(list), await weigh(map)];
		expect([atFirst.js, atFirst.css]).toEqual([alone.js, alone.css]);
		const drawn = await weigh(map, ['LiveMap.']);
		expect(drawn.js + drawn.css).toBeLessThanOrEqual(alone.js + alone.css + 6 * 1024);
		// By a word of its own: Leaflet, which it imports, is not of it alone.
		const live = await weigh(map, ['LiveMap.', '地図を拡大する']);
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
