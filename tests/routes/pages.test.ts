import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { startApp, type App } from '../support/app.ts';
import { textOf } from '../support/text.ts';
import { world } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const database = join(folder, 'bookmark.db');
const now = new Date();
let app: App;
/** Ids of resources of the sample by name. */
let ids: Map<string, string>;

beforeAll(async () => {
	app = await startApp({ database });
	const db = openDatabase(database);
	const region = regions.find(db, 'sakura')!;
	const pages = [1, 2, 3].map((page) => ({ ...parseFilter(new URLSearchParams()), page }));
	const rows = pages.flatMap((filter) => listings.region(db, region, filter, now).rows);
	ids = new Map(rows.map(({ name, id }) => [name, id]));
	close(db);
});
afterAll(async () => {
	await app.stop();
	rmSync(folder, { recursive: true });
});

async function get(path: string, base = app.url) {
	const response = await fetch(base + path.replace('HIDAMARI', hidamari()), {
		headers: { accept: 'text/html' }
	});
	const html = await response.text();
	return { status: response.status, headers: response.headers, html, text: textOf(html) };
}

const sample = 'これは架空の見本です。';
const hidamari = () => `/resources/${ids.get('居場所カフェ ひだまり')}`;

/** `HIDAMARI` stands for the address of a resource, whose id is made anew each time. */
const pages: [path: string, heading: string, isSample: boolean][] = [
	['/', 'わたしに合う場所を、 ゆっくり探したい。', true],
	['/guide', 'わからないとき', false],
	['/about', 'この案内について', false],
	['/policy', '掲載の考え方', false],
	['/privacy', 'プライバシー', false],
	['/bookmarks', 'しおり', false],
	['/settings', '見やすさの設定', false],
	['/rest', '今日はここまで', false],
	['/now', 'いま、話せるところ', false],
	['/offline', 'いまは、つながっていません', false],
	['/search', 'すべての地域から探す', true],
	['/regions/tokyo', '東京都 いまの内容・0件', false],
	['/regions/sakura', 'さくら地域', true],
	['/regions/sakura/2026', 'さくら地域 2026年度版', true],
	['/regions/sakura/2026/changes', '2025年度版から、2026年度版へ', true],
	['/regions/sakura/2026/changes?from=2024', '2024年度版から、2026年度版へ', true],
	['/regions/sakura/2024/changes', '2024年度版は、はじめの年度版です', true],
	['/regions/sakura/2026/errata', '2026年度版の正誤', true],
	['HIDAMARI', 'いばしょかふぇ ひだまり 居場所カフェ ひだまり', true],
	['HIDAMARI?edition=sakura-2025', '居場所カフェ ひだまり', true],
	['HIDAMARI/report', '間違いを知らせる', true],
	['HIDAMARI/report/thanks', 'ありがとうございました', false]
];

describe('every page', () => {
	it.each(pages)(
		'%s is whole: language, title, heading, landmarks',
		async (path, heading, said) => {
			const { status, html, text } = await get(path);
			expect(status).toBe(200);
			expect(html).toContain('<html lang="ja"');
			expect(html.match(/<title>[^<]+ — 地域資源ブックマーク<\/title>/g)).toHaveLength(1);
			expect(html.match(/<meta name="description" content="[^"]+"/g)).toHaveLength(1);
			const headings = [...html.matchAll(/<h1[\s>][\s\S]*?<\/h1>/g)].map(([one]) => textOf(one));
			expect(headings).toHaveLength(1);
			expect(headings[0]).toContain(heading);
			for (const landmark of ['header', 'main', 'footer']) {
				expect(html.match(new RegExp(`<${landmark}[\\s>]`, 'g'))).toHaveLength(1);
			}
			expect(html).toContain('href="#main"');
			expect(text.includes(sample), 'the banner of the sample').toBe(said);
		}
	);

	it('loads nothing but its own files and sets no style attribute', async () => {
		for (const [path] of pages) {
			const { html } = await get(path);
			expect(html).not.toMatch(/<[^>]+\sstyle=/);
			expect(html).not.toMatch(
				/<(script|link(?! rel="canonical")|img|iframe)[^>]+(src|href)="(https?:)?\/\//
			);
		}
	});

	it('of a resource that is listed opens', async () => {
		for (const id of ids.values()) {
			expect((await get(`/resources/${id}`)).status).toBe(200);
		}
	});
});

describe('what is not there', () => {
	it.each([
		'/nowhere',
		'/regions/atlantis',
		'/regions/sakura/1999',
		'/regions/sakura/20261',
		'/regions/sakura/2026/changes?from=1999',
		'/regions/atlantis/2026/errata',
		'/changes/1999',
		'/changes/x',
		'/resources/1',
		'/resources/00000000-0000-4000-8000-000000000000',
		'/resources/x/report'
	])('%s says so calmly, with ways back', async (path) => {
		const { status, text, html } = await get(path);
		expect(status).toBe(404);
		expect(text).toContain('あなたのせいではありません。');
		for (const way of ['href="/"', 'action="/search"', 'href="/guide"']) {
			expect(html).toContain(way);
		}
	});

	it('includes a resource in an edition that did not print it', async () => {
		expect((await get(`${hidamari()}?edition=sakura-1999`)).status).toBe(404);
		expect((await get(`${hidamari()}?edition=`)).status).toBe(404);
	});

	it('is gone when a place asked to be taken off, and nothing of it is said', async () => {
		const [name, id] = [...ids].at(-1)!;
		const db = openDatabase(database);
		resources.withdraw(db, id, { by: 'editor', at: now, reason: '団体の希望' });
		close(db);
		const { status, html, text } = await get(`/resources/${id}`);
		expect(status).toBe(410);
		expect(text).toContain('ここの掲載は終わりました。');
		expect(html).not.toContain(name);
		expect(html).not.toContain('団体の希望');
		expect((await get(`/resources/${id}/report`)).status).toBe(404);
	});
});

describe('a list', () => {
	it('is one address: filtered, sorted, page by page', async () => {
		const { text } = await get('/regions/sakura?category=ibasho&sort=municipality');
		expect(text).toContain('居場所を探しました。');
		const second = await get('/regions/sakura?page=2');
		expect(second.html).toContain(`<link rel="canonical" href="${app.url}/regions/sakura?page=2"`);
		expect(second.html).toMatch(
			/href="\/regions\/sakura" (?=[^>]*rel="prev")|rel="prev" href="\/regions\/sakura"/
		);
	});

	it('gives a page beyond the last one as the last one', async () => {
		const { status, html } = await get('/regions/sakura?page=9999');
		expect(status).toBe(200);
		expect(html).toContain(`<link rel="canonical" href="${app.url}/regions/sakura?page=3"`);
	});

	it('with words is kept out of search engines', async () => {
		const noindex = '<meta name="robots" content="noindex"';
		expect((await get('/search?q=居場所')).html).toContain(noindex);
		expect((await get('/search?category=ibasho')).html).not.toContain(noindex);
	});

	it('over all regions marks what is invented', async () => {
		const { html } = await get('/search');
		expect(html.match(/>架空の見本</g)!.length).toBe(30);
	});

	it('of a year searches what that edition printed', async () => {
		const { html, text } = await get('/search?region=sakura&year=2025&q=ひだまり');
		expect(text).toContain('さくら地域 2025年度版から探す');
		expect(html).toContain(`href="${hidamari()}?edition=sakura-2025"`);
		expect(html).toContain('<input type="hidden" name="year" value="2025"');
	});

	it('of a year without one region is as if nobody had named the year', async () => {
		const { status, text } = await get('/search?year=2025');
		expect(status).toBe(200);
		expect(text).toContain('すべての地域から探す');
	});
});

describe('an edition', () => {
	it('prints its foreword and numbers, and no dates to come', async () => {
		const { text } = await get('/regions/sakura/2026');
		expect(text).toContain('三年目の一冊です。');
		expect(text).toMatch(/ 1番 /);
		expect(text).not.toContain('次は');
		expect((await get('/regions/sakura')).text).toContain('次は');
	});

	it('tells what became of each place since the one before', async () => {
		const { text } = await get('/regions/sakura/2026/changes');
		for (const group of ['あたらしく載ったところ', 'お休みしているところ', '変わったところ']) {
			expect(text).toContain(group);
		}
		expect(text).toMatch(/2025年度 .+ 2026年度 /);
	});

	it('has its errata beside it, never in it', async () => {
		const errata = await get('/regions/sakura/2026/errata');
		expect(errata.text).toMatch(/冊子では .+ いまは /);
	});
});

describe('the page of a resource', () => {
	it('puts writing before the telephone, and makes both work', async () => {
		const { html } = await get(`/resources/${ids.get('家族会たんぽぽ さくらの集い')}`);
		const mail = html.indexOf('href="mailto:');
		const tel = html.indexOf('href="tel:000');
		expect(mail).toBeGreaterThan(0);
		expect(tel).toBeGreaterThan(mail);
	});

	it('answers, in order, what one wants to know before going', async () => {
		const { html } = await get(hidamari());
		const sections = [...html.matchAll(/<h2 [^>]*>([^<]+)<\/h2>/g)].map(([, title]) => title);
		expect(sections).toEqual([
			'連絡のしかた',
			'場所と行き方',
			'どんなところ',
			'はじめて行く日',
			'参加しやすさ',
			'だれのための場所',
			'日時',
			'支援者がつなぐとき',
			'紙にする',
			'確かめたこと',
			'年度版でのあゆみ'
		]);
	});

	it('as printed shows nothing that came later', async () => {
		const { text, html } = await get(`${hidamari()}?edition=sakura-2025`);
		expect(text).toContain('2025年度版（2番）に載ったときの内容です。');
		expect(text).not.toContain('これからの日');
		expect(text).not.toContain('2026');
		expect(html).not.toContain('sakura-2026');
		// Towns lie where the places of today are.
		expect(html).not.toMatch(/"geo:|land\.svg/);
	});
});

describe('a report', () => {
	const send = (fields: Record<string, string>) =>
		fetch(`${app.url}${hidamari()}/report`, {
			method: 'POST',
			redirect: 'manual',
			headers: { accept: 'text/html', origin: app.url, 'sec-fetch-site': 'same-origin' },
			body: new URLSearchParams(fields)
		});

	it('that says nothing is asked for again, with what was written', async () => {
		const response = await send({ section: 'nowhere', message: 'のこること' });
		expect(response.status).toBe(422);
		const html = await response.text();
		expect(html).toContain('のこること</textarea>');
		expect(textOf(html)).toContain('どこのことか、1つ選んでください。');
	});

	it('is kept with nothing about its sender, thanked for, and not taken without end', async () => {
		const report = { section: 'schedule', message: '第3土曜に\r\nなりました' };
		const response = await send(report);
		expect(response.status).toBe(303);
		expect(response.headers.get('location')).toBe(`${hidamari()}/report/thanks`);
		for (let i = 1; i < 10; i++) expect((await send(report)).status).toBe(303);
		const refused = await send(report);
		expect(refused.status).toBe(429);
		expect(textOf(await refused.text())).toContain('少しお休みしています。');

		const db = openDatabase(database);
		const kept = reports.open(db);
		close(db);
		expect(kept).toHaveLength(10);
		expect(kept[0]).toMatchObject({
			section: 'schedule',
			message: '第3土曜に\nなりました',
			name: '居場所カフェ ひだまり'
		});
	});
});

describe('the changes of a year', () => {
	it('are counted over all regions', async () => {
		const file = join(folder, 'world.db');
		close(world(file).db);
		const other = await startApp({ database: file });
		try {
			const { status, text, html } = await get('/changes/2026', other.url);
			expect(status).toBe(200);
			expect(text).toContain(
				'2025年度版とくらべて、 なくなった −0 、 あたらしい +1 。いまは5件です。'
			);
			expect(text).toContain('群馬県 0 +1 5');
			expect(html).toContain('href="/regions/gunma/2026/changes"');
		} finally {
			await other.stop();
		}
	});
});
