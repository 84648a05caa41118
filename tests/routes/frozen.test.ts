import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as revisionContents from '#lib/server/contents/read.ts';
import { startApp, type App } from '../support/app.ts';

const by = 'editor';
const at = new Date('2026-11-22T03:00:00Z');
const all = parseFilter(new URLSearchParams());

const folder = mkdtempSync(join(tmpdir(), 'frozen-'));
const database = join(folder, 'bookmark.db');
let app: App;

beforeAll(async () => {
	app = await startApp({ database });
});
afterAll(async () => {
	await app.stop();
	rmSync(folder, { recursive: true });
});

const open = () => openDatabase(database);

/** Every page of the published editions: lists, filtered lists, their data, and each resource as printed. */
function addresses(): string[] {
	const db = open();
	const region = regions.find(db, 'sakura')!;
	const pages = [2024, 2025, 2026].flatMap((year) => {
		const edition = editions.find(db, { region: 'sakura', year })!;
		const base = `/regions/sakura/${year}`;
		const { pages: count } = listings.edition(db, edition, all);
		const lists = Array.from({ length: count }, (_, i) => `${base}?page=${i + 1}`);
		const printed = lists.flatMap((_, i) =>
			listings
				.edition(db, edition, { ...all, page: i + 1 })
				.rows.map(({ id }) => `/resources/${id}?edition=sakura-${year}`)
		);
		return [
			base,
			`${base}/__data.json`,
			`${base}?category=ibasho&ease=no-booking`,
			`${base}?q=いばしょ&sort=checked`,
			// In the order of the words, as looked for and as guessed.
			...['話す', '相談 家族', 'いばしょ', 'ひだまる', 'カフエ'].map(
				(words) => `${base}?q=${words}`
			),
			...lists,
			...printed
		];
	});
	expect(region.fictional).toBe(true);
	close(db);
	return pages;
}

async function fetched(addresses: string[]): Promise<Map<string, string>> {
	const answers = new Map<string, string>();
	for (const address of addresses) {
		const response = await fetch(app.url + address, { headers: { accept: 'text/html' } });
		expect(response.status, address).toBe(200);
		const bytes = createHash('sha256')
			.update(Buffer.from(await response.arrayBuffer()))
			.digest('hex');
		answers.set(address, `${response.headers.get('etag')} ${bytes}`);
	}
	return answers;
}

/** What a year may bring short of hiding something: everything is edited, some close, a new edition comes out. */
function liveOn(): void {
	const db = open();
	const region = regions.find(db, 'sakura')!;
	const rows = [1, 2, 3].flatMap((page) =>
		listings.region(db, region, { ...all, page }, at).rows.map(({ id }) => id)
	);
	const current = db.$client
		.prepare<[string], number>('SELECT current_revision_id FROM resources WHERE id = ?')
		.pluck();
	rows.forEach((id, i) => {
		const revision = current.get(id)!;
		const content = revisionContents.contents(db, [revision]).get(revision)!;
		const operation = i % 5 === 0 ? ('closed' as const) : content.operation;
		const renamed = { ...content, name: `${content.name}（新）`, operation, schedules: [] };
		const revisionId = resources.revise(db, id, { content: renamed, by, at });
		const on = '2026-11-20';
		resources.verify(db, { resourceId: id, revisionId, method: 'visit', on, by, at });
	});
	const next = editions.open(db, { regionId: region.id, year: 2027, by, at });
	for (const id of rows) editions.pin(db, next, { resourceId: id, revisionId: current.get(id)! });
	editions.publish(db, next, { by, at });
	close(db);
}

describe('a published edition', () => {
	it('is the same bytes as long as nobody has hidden anything, and after the app has started again', async () => {
		const pages = addresses();
		expect(pages.length).toBeGreaterThan(150);
		const before = await fetched(pages);
		const live = await (await fetch(`${app.url}/regions/sakura`)).text();
		liveOn();
		expect(await (await fetch(`${app.url}/regions/sakura`)).text()).not.toBe(live);
		expect(Object.fromEntries(await fetched(pages))).toEqual(Object.fromEntries(before));
		// Under the same address: pages have it in them.
		const { url: origin } = app;
		await app.stop();
		app = await startApp({ database, env: { ORIGIN: origin } });
		expect(Object.fromEntries(await fetched(pages))).toEqual(Object.fromEntries(before));
	});

	it('is nowhere kept without being asked for again: something of it may be hidden later', async () => {
		const db = open();
		const { contentHash } = editions.find(db, { region: 'sakura', year: 2025 })!;
		close(db);
		const page = await (await fetch(`${app.url}/regions/sakura/2025`)).text();
		expect(page).not.toContain('?v=');
		const lifetime = async (address: string) =>
			(await fetch(app.url + address)).headers.get('cache-control');
		// Made anew the first time, from what was kept the second time.
		for (let time = 1; time <= 2; time++) {
			for (const version of ['', '?v=', `?v=${contentHash!.slice(0, 16)}`, `?v=${contentHash}`]) {
				expect(await lifetime(`/regions/sakura/2025${version}`)).toBe('no-cache');
			}
		}
	});

	it('answers 304 to whoever has it already', async () => {
		const first = await fetch(`${app.url}/regions/sakura/2026`);
		const etag = first.headers.get('etag')!;
		const again = await fetch(`${app.url}/regions/sakura/2026`, {
			headers: { 'if-none-match': etag }
		});
		expect([again.status, await again.text()]).toEqual([304, '']);
	});
});
