import { globSync, readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { RegionFile } from '#lib/domain/reader/offline/region-file.ts';
import { ensureBuild, root } from '../../src/cli/build.ts';
import { startApp } from '../../tests/support/app.ts';
import { launch, newPage } from '../../tests/support/browser.ts';
import { generate, region } from '../generate.ts';
import { weigh } from '../weight.ts';
import { within, type Extra } from './extra.ts';
import { percentile } from './figures.ts';

const count = 500;
const builds = 9;
const mostKeys = 400;
const kilo = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** A region of 500 in Chromium, as the built app serves it: from the key to the painted list. */
export async function inTheBrowser(queries: readonly string[]): Promise<Extra[]> {
	await ensureBuild((sentence) => console.error(sentence));
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-device-'));
	const database = path.join(folder, 'bookmark.db');
	generate(database, count);
	const [app, browser] = await Promise.all([startApp({ database }), launch()]);
	try {
		const list = `${app.url}/regions/${region}`;
		const file = await (await fetch(`${list}/search.json`)).text();
		const weight = await weigh(list);
		const page = await newPage(browser, { viewport: { width: 390, height: 844 } });
		const loaded: string[] = [];
		await page.goto(list, { waitUntil: 'networkidle' });
		page.on('response', (response) => loaded.push(response.url()));
		await page.getByRole('combobox').focus();
		await page.waitForLoadState('networkidle');
		const core = nameOf('regionSearch:()');
		const built = await buildTimes(page, `${list}/search.json`, `/_app/immutable/chunks/${core}`);
		const keys = queries.flatMap((query) =>
			[...query].map((_, at) => [...query].slice(0, at + 1).join(''))
		);
		const some = keys.filter((_, at) => at % Math.ceil(keys.length / mostKeys) === 0);
		const painted = await page.evaluate(typeAll, some);
		const worked = await workOf(page, some);
		const bytes = loaded
			.filter((url) => url.endsWith('.js'))
			.map((url) => gzipSync(readFileSync(path.join(root, 'build/client', new URL(url).pathname))))
			.reduce((sum, { length }) => sum + length, 0);
		const ofCore = [core, nameOf('ぁぃぅぇぉっゃゅょゎゕゖ')]
			.filter((name, at, all) => all.indexOf(name) === at)
			.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(chunks, name))).length, 0);
		const p = (share: number) => percentile(painted, share);
		return [
			within(`region of ${count} in Chromium: index built, the first time`, built[0]!, 100),
			within('the same, p50 of later times', percentile(built.slice(1), 0.5), 100),
			within(`${painted.length} keystrokes to painted results, p50`, p(0.5), 16),
			within('the same, p95', p(0.95), 16),
			within("the same in the processor's time, p95", percentile(worked, 0.95), 16),
			size('search and catalogue, gzip', ofCore, 22),
			size('JavaScript of the list page before the box is come to', weight.js, 45),
			size('JavaScript loaded with the box, suggestions too', bytes, null),
			size(`search file of ${count} generated resources, gzip`, gzipSync(file).length, null)
		];
	} finally {
		await browser.close();
		await app.stop();
		rmSync(folder, { recursive: true });
	}
}

const chunks = path.join(root, 'build/client/_app/immutable/chunks');

/** The one with these letters: the small kana, which only the search folds. */
function nameOf(letters: string): string {
	const found = globSync('*.js', { cwd: chunks }).filter((name) =>
		readFileSync(path.join(chunks, name), 'utf8').includes(letters)
	);
	if (found.length !== 1) throw new Error(`The search is in ${found.length} files`);
	return found[0]!;
}

/** Milliseconds to make the fetched text an index, again and again in the page. */
function buildTimes(page: Page, file: string, module: string): Promise<number[]> {
	return page.evaluate(
		async ({ file, module, builds }) => {
			const text = await (await fetch(file)).text();
			type Search = typeof import('#lib/domain/reader/offline/region-search.ts');
			const loaded = (await import(module)) as Search & Record<string, Search>;
			// A bundler may hand out a module under another name.
			const { regionSearch } =
				Object.values(loaded).find((one) => typeof one === 'object' && 'regionSearch' in one) ??
				loaded;
			return Array.from({ length: builds }, () => {
				const begin = performance.now();
				regionSearch(JSON.parse(text) as RegionFile);
				return performance.now() - begin;
			});
		},
		{ file, module, builds }
	);
}

/**
 * Milliseconds from each key to the frame that shows its results: begun where a frame begins, ended
 * by the first task after it was painted.
 */
async function typeAll(texts: string[]): Promise<number[]> {
	const box = document.querySelector<HTMLInputElement>('input[name=q]')!;
	const { port1, port2 } = new MessageChannel();
	const type = (text: string) =>
		new Promise<number>((resolve) => {
			requestAnimationFrame(() => {
				const begin = performance.now();
				box.value = text;
				box.dispatchEvent(new InputEvent('input', { bubbles: true }));
				port1.onmessage = () => resolve(performance.now() - begin);
				port2.postMessage(null);
			});
		});
	const times: number[] = [];
	for (const text of texts) {
		times.push(await type(text));
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
	return times;
}

/** Milliseconds of the page's own thread for each key: other programs do not count. */
async function workOf(page: Page, texts: string[]): Promise<number[]> {
	const client = await page.context().newCDPSession(page);
	await client.send('Performance.enable', { timeDomain: 'threadTicks' });
	const spent = async () => {
		const { metrics } = await client.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
	};
	const times: number[] = [];
	for (const text of texts) {
		const begin = await spent();
		await page.evaluate(typeAll, [text]);
		times.push((await spent()) - begin);
	}
	return times;
}

const size = (what: string, bytes: number, most: number | null): Extra => ({
	what,
	figure: kilo(bytes),
	asked: most === null ? '' : `≤ ${most} KB`,
	reached: most === null || bytes <= most * 1024
});
