import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { mend, mendedFee } from '../support/mended.ts';
import { readPdf } from '../support/placed-pdf.ts';
import { plant, sample } from '../support/seeds.ts';
import { cast, cookieOf } from '../support/staff.ts';
import { textOf } from '../support/text.ts';

const folder = mkdtempSync(join(tmpdir(), 'small-papers-'));
const database = join(folder, 'bookmark.db');
let app: App;
let cookie: string;
/** Of the entry on page 12. */
let number: number;

beforeAll(async () => {
	plant(sample, database);
	const db = openDatabase(database);
	const at = new Date();
	cookie = cookieOf(db, cast(db, { at, region: 'sakura' }).editor, at);
	number = mend(db, at);
	close(db);
	app = await startApp({ database });
});
afterAll(async () => {
	await app.stop();
	rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(app.url + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
const page = async (query: string) =>
	textOf(await (await get(`/regions/sakura/2026/errata${query}`)).text());
const pdf = async (response: Response) => {
	expect(response.headers.get('content-type')).toBe('application/pdf');
	return readPdf(new Uint8Array(await response.arrayBuffer()));
};

describe('The errata of the booklet in hand', () => {
	it('are those of the page that is typed or scanned', async () => {
		const text = await page('?page=12');
		expect(text).toContain(`12ページ ${number}番`);
		expect(text).toContain(mendedFee);
		expect(await page(`?number=${number}`)).toContain(mendedFee);
	});

	it('are none, calmly, of a page on which nothing changed', async () => {
		const text = await page('?page=14');
		expect(text).toMatch(/この紙面には、変わったところはありません（\d{4}年\d+月\d+日現在）。/);
		expect(text).not.toContain(mendedFee);
	});

	it.each([
		['?page=41', 'この冊子は40ページまでです。'],
		['?page=ねこ', '「ねこ」からは、わかりませんでした。12のように数字で入れてください。'],
		['?page=3&form=large', 'この形の冊子は、まだここでつくられていません。'],
		['?number=9999', '番までです。']
	])('%s is answered by a sentence, with all errata below', async (query, sentence) => {
		const text = await page(query);
		expect(text).toContain(sentence);
		expect(text).toContain(mendedFee);
	});

	it('of one page are for no search engine', async () => {
		expect(await (await get('/regions/sakura/2026/errata?page=12')).text()).toContain('noindex');
		expect(await (await get('/regions/sakura/2026/errata')).text()).not.toContain('noindex');
	});
});

describe('Stickers', () => {
	const staff = '/staff/regions/sakura/2026/errata';

	it('are chosen on a page that names what is to be mended, and come as a PDF', async () => {
		const text = textOf(await (await get(staff, { cookie })).text());
		expect(text).toContain('24面（70 × 33.9 mm）');
		const made = await get(`${staff}/stickers.pdf?sheet=12&chosen=1&number=${number}`, { cookie });
		expect(made.headers.get('content-disposition')).toBe(
			'attachment; filename="sakura-2026-stickers-12.pdf"'
		);
		const [sheet] = await pdf(made);
		expect(sheet!.text).toContain(`12ページ・${number}番さくら地域2026年度版`);
		expect(sheet!.text).toContain(mendedFee);
	});

	it.each(['sheet=10&start=11', 'copies=0', 'chosen=1', 'copies=300'])(
		'%s goes back to the page, which says why',
		async (query) => {
			const response = await get(`${staff}/stickers.pdf?${query}`, { cookie });
			expect(response.status).toBe(303);
			const back = response.headers.get('location')!;
			expect(back).toBe(`${staff}?${query}`);
			expect(await (await get(back, { cookie })).text()).toContain('role="alert"');
		}
	);
});

describe('Small papers of a region', () => {
	it.each([
		['/regions/sakura/leaflet.pdf', 'sakura-leaflet.pdf', 297],
		['/regions/sakura/2026/leaflet.pdf', 'sakura-2026-leaflet.pdf', 297],
		['/regions/sakura/poster.pdf', 'sakura-poster-a4.pdf', 210],
		['/regions/sakura/poster.pdf?paper=a3', 'sakura-poster-a3.pdf', 297]
	])('%s is a PDF of one page', async (path, name, width) => {
		const response = await get(path);
		expect(response.headers.get('content-disposition')).toBe(`inline; filename="${name}"`);
		const pages = await pdf(response);
		expect(pages.map((one) => Math.round(one.width))).toEqual([width]);
	});

	it.each([
		'/regions/atlantis/leaflet.pdf',
		'/regions/atlantis/poster.pdf',
		'/regions/sakura/1999/leaflet.pdf',
		'/regions/okinawa/leaflet.pdf',
		'/regions/okinawa/poster.pdf'
	])('%s is not there', async (path) => {
		expect((await get(path)).status).toBe(404);
	});

	it('are found where somebody looks for paper', async () => {
		for (const path of ['poster', 'files', '2026/files']) {
			const html = await (await get(`/regions/sakura/${path}`)).text();
			expect(html, path).toContain('leaflet.pdf');
		}
		expect(await (await get('/regions/okinawa/poster')).text()).not.toContain('.pdf');
	});
});
