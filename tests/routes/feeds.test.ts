import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { startApp, type App } from '../support/app.ts';
import { launch } from '../support/browser.ts';
import { readCalendar, textOf } from '../support/calendar.ts';
import { all, readXml, textIn } from '../support/xml.ts';

let app: App;
let db: Database;
/** A place with dates. */
let id: string;

beforeAll(async () => {
	app = await startApp();
	db = openDatabase(app.database);
	const list = await (await get('/regions/sakura?category=ibasho')).text();
	id = /\/resources\/([0-9a-f-]{36})/.exec(list)![1]!;
});
afterAll(async () => {
	close(db);
	await app.stop();
});

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(app.url + path, { redirect: 'manual', headers: { accept: 'text/html', ...headers } });
const text = async (path: string) => (await get(path)).text();

const feeds = (of = id) => [
	[`/resources/${of}/calendar.ics`, 'text/calendar'],
	['/regions/sakura/calendar.ics?category=ibasho', 'text/calendar'],
	['/search/calendar.ics?category=ibasho', 'text/calendar'],
	['/regions/sakura/new.atom?ease=no-booking', 'application/atom+xml'],
	['/search/new.atom', 'application/atom+xml'],
	['/regions/sakura/changes.atom', 'application/atom+xml'],
	['/sitemap.xml', 'application/xml'],
	['/sitemap-pages.xml', 'application/xml'],
	['/robots.txt', 'text/plain']
];

describe('A feed', () => {
	it('has its type, is asked for again by its tag and is the same bytes', async () => {
		for (const [path, type] of feeds()) {
			const first = await get(path!);
			expect(first.status, path).toBe(200);
			expect(first.headers.get('content-type'), path).toContain(type);
			expect(first.headers.get('cache-control'), path).toBe('no-cache');
			expect(first.headers.has('set-cookie'), path).toBe(false);
			const etag = first.headers.get('etag')!;
			expect((await get(path!, { 'if-none-match': etag })).status, path).toBe(304);
			expect(await text(path!), path).toBe(await first.text());
		}
	});

	it('of the invented region says so in every part', async () => {
		for (const [path] of feeds().slice(0, 3)) {
			const { head, events } = readCalendar(await text(path!));
			expect(events.length, path).toBeGreaterThan(5);
			const marked = events.filter((event) => textOf(event, 'SUMMARY')!.includes('架空の見本'));
			expect(marked.length, path).toBe(events.length);
			if (!path!.startsWith('/search')) {
				expect(textOf(head, 'X-WR-CALNAME'), path).toContain('架空の見本');
			}
		}
		for (const [path] of feeds().slice(3, 6)) {
			const entries = all(readXml(await text(path!)), 'entry').map((one) => textIn(one, 'title'));
			expect(entries.length, path).toBeGreaterThan(5);
			expect(
				entries.filter((title) => !title.includes('架空の見本')),
				path
			).toEqual([]);
		}
		expect(await text('/sitemap.xml')).not.toContain('sakura');
		expect(await text(`/resources/${id}`)).not.toContain('ld+json');
	});

	it('has addresses of the configured origin alone, whoever asks by whatever name', async () => {
		for (const [path] of feeds()) {
			const addresses = (await text(path!)).replaceAll('\r\n ', '').match(/https?:\/\/[^\s<"\\]+/g);
			const foreign = (addresses ?? []).filter(
				(one) => !one.startsWith(app.url) && !/^https?:\/\/(www\.w3|www\.sitemaps)\.org/.test(one)
			);
			expect(foreign, path).toEqual([]);
		}
	});

	it('by words finds what its page finds, and leaves no trace of them', async () => {
		const query = `?q=${encodeURIComponent('お茶')}`;
		const entries = all(readXml(await text(`/regions/sakura/new.atom${query}`)), 'entry');
		expect(entries.length).toBeGreaterThan(0);
		readCalendar(await text(`/regions/sakura/calendar.ics${query}`));
		const line = app
			.logs()
			.split('\n')
			.find((one) => one.includes('/regions/[slug]/new.atom'));
		expect(line).toBeDefined();
		expect(app.logs()).not.toMatch(/お茶|%E3%81%8A/);
	});

	it('of what is not there is not found, and of what is withdrawn is gone', async () => {
		for (const path of [
			`/resources/${id.replace(/^./, (letter) => (letter === '0' ? '1' : '0'))}/calendar.ics`,
			'/resources/x/calendar.ics',
			'/regions/nowhere/calendar.ics',
			'/regions/nowhere/new.atom',
			'/regions/nowhere/changes.atom',
			'/sitemap-region-nowhere.xml',
			'/sitemap-region-sakura.xml'
		]) {
			expect((await get(path)).status, path).toBe(404);
		}
		resources.withdraw(db, id, { by: 'editor', at: new Date(), reason: '希望' });
		expect((await get(`/resources/${id}/calendar.ics`)).status).toBe(410);
		expect(await text('/regions/sakura/calendar.ics?category=ibasho')).not.toContain(id);
		resources.reinstate(db, id);
		expect((await get(`/resources/${id}/calendar.ics`)).status).toBe(200);
	});

	it('is offered where a reader looks: on the page of a place, at the end of a list', async () => {
		expect(await text(`/resources/${id}`)).toContain(`href="/resources/${id}/calendar.ics"`);
		const list = await text('/regions/sakura?category=ibasho&page=1');
		for (const path of [
			'calendar.ics?category=ibasho',
			'new.atom?category=ibasho',
			'changes.atom'
		]) {
			expect(list).toContain(`<a href="/regions/sakura/${path}"`);
			expect(list).toMatch(new RegExp(`<link rel="alternate"[^>]*${path.replace('?', '\\?')}`));
		}
		expect(await text('/search?category=ibasho')).toContain('/search/new.atom?category=ibasho');
		expect(await text('/search?region=sakura&year=2026')).not.toContain('.atom');
		// Somebody in danger is met, and offered nothing to subscribe to.
		const urgent = await text(`/regions/sakura?q=${encodeURIComponent('死にたい')}`);
		expect(urgent).not.toContain('<a href="/regions/sakura/calendar.ics');
	});
});

describe('Crawlers', () => {
	const facet = /[?&;](category|need|audience|ease|municipality|fee|day|online|q|sort|view)=/;

	it.each([
		'/',
		'/guide',
		'/search',
		'/regions/sakura',
		'/regions/sakura?category=family&ease=no-booking&fee=free',
		'/search?category=ibasho'
	])('are told on %s not to follow conditions', async (path) => {
		const links = (await text(path)).match(/<a\s[^>]*>/g)!;
		const conditions = links.filter((link) => facet.test(/href="([^"]*)"/.exec(link)![1]!));
		expect(conditions.length).toBeGreaterThan(0);
		expect(conditions.filter((link) => !/rel="[^"]*nofollow/.test(link))).toEqual([]);
	});
});

describe('Where a region is real', () => {
	beforeAll(() => void db.$client.exec('UPDATE regions SET fictional = 0'));

	/** RFC 9309: of the rules that fit, the longest. */
	const allowed = (rules: string, path: string) => {
		const fitting = [...rules.matchAll(/^(Allow|Disallow): (.*)$/gm)]
			.map(([, kind, pattern]) => ({ kind, pattern: pattern! }))
			.filter(({ pattern }) =>
				new RegExp(
					`^${pattern
						.split('*')
						.map((one) => RegExp.escape(one))
						.join('.*')}`
				).test(path)
			)
			.sort((a, b) => b.pattern.length - a.pattern.length);
		return fitting[0]?.kind !== 'Disallow';
	};

	it('the sitemaps lead to pages that are there, that may be read and that may be kept', async () => {
		const rules = await text('/robots.txt');
		const [, index] = /^Sitemap: (.*)$/m.exec(rules)!;
		const files = all(readXml(await text(new URL(index!).pathname)), 'sitemap');
		expect(files.length).toBe(5);
		for (const file of files) {
			const path = new URL(textIn(file, 'loc')).pathname;
			expect(allowed(rules, path), path).toBe(true);
			const pages = all(readXml(await text(path)), 'url').map((url) => textIn(url, 'loc'));
			expect(pages.length, path).toBeGreaterThan(5);
			for (const page of [...pages.slice(0, 8), ...pages.slice(-4)]) {
				const address = page.slice(app.url.length) || '/';
				expect(allowed(rules, address), address).toBe(true);
				const answer = await get(address);
				expect(answer.status, address).toBe(200);
				expect(await answer.text(), address).not.toContain('noindex');
			}
		}
		expect(allowed(rules, '/regions/sakura?category=ibasho')).toBe(false);
		expect(allowed(rules, '/staff/login')).toBe(false);
		expect(allowed(rules, '/api/search')).toBe(false);
	});

	it('a browser takes the structured data of a page for data, and complains of nothing', async () => {
		const browser = await launch();
		const page = await browser.newPage();
		const said: string[] = [];
		page.on('console', (message) => said.push(message.text()));
		page.on('pageerror', ({ message }) => said.push(message));
		await page.goto(`${app.url}/resources/${id}`);
		const data = await page.locator('script[type="application/ld+json"]').allTextContents();
		expect(data).toHaveLength(1);
		expect(JSON.parse(data[0]!)).toMatchObject({ url: `${app.url}/resources/${id}` });
		await browser.close();
		expect(said).toEqual([]);
	});

	it('what is printed has none: it is of another year', async () => {
		const [, name] = /\?edition=(sakura-\d{4})/.exec(await text(`/resources/${id}`))!;
		expect(await text(`/resources/${id}?edition=${name}`)).not.toContain('ld+json');
	});
});
