import { expect, it } from 'vitest';
import { parseSitemapPart } from '#lib/domain/formats/feeds/sitemap.ts';
import { sitemap, sitemapIndex } from '#lib/server/exports/feeds/sitemaps.ts';
import * as resources from '#lib/server/resources/resources.ts';
import type { Database } from '#lib/server/database/client.ts';
import { now, places, world } from '../../../support/world.ts';
import { all, readXml, textIn } from '../../../support/xml.ts';

const origin = 'https://example.jp';
const part = (db: Database, name: string) => sitemap(db, parseSitemapPart(name)!, origin);
const pages = (text: string | undefined) =>
	text === undefined
		? undefined
		: new Map(
				all(readXml(text), 'url').map((url) => [
					textIn(url, 'loc'),
					all(url, 'lastmod')[0]?.text ?? null
				])
			);

it('The index names a file per region and published edition, each of which is there', () => {
	const { db } = world();
	const files = all(readXml(sitemapIndex(db, origin)), 'sitemap').map((one) => textIn(one, 'loc'));
	expect(files).toEqual([
		'https://example.jp/sitemap-pages.xml',
		'https://example.jp/sitemap-region-gunma.xml',
		'https://example.jp/sitemap-edition-gunma-2026.xml',
		'https://example.jp/sitemap-edition-gunma-2025.xml'
	]);
	for (const file of files) {
		const [, name] = /sitemap-(.*)\.xml$/.exec(file)!;
		expect(pages(part(db, name!))!.size, name).toBeGreaterThan(0);
	}
});

it('A place has the date of its revision, and a printed one that of its edition', () => {
	const { db, ids } = world();
	resources.revise(db, ids.hidamari, {
		content: { ...places.hidamari, feeNote: 'お茶代200円' },
		...{ by: 'editor', at: now }
	});
	const current = pages(part(db, 'region-gunma'))!;
	expect(current.get(`https://example.jp/resources/${ids.hidamari}`)).toBe(now.toISOString());
	expect(current.get(`https://example.jp/resources/${ids.kazoku}`)).toBe(
		'2025-04-01T03:00:00.000Z'
	);
	expect(current.get('https://example.jp/regions/gunma')).toBe(now.toISOString());
	const printed = pages(part(db, 'edition-gunma-2026'))!;
	expect(printed.get('https://example.jp/regions/gunma/2026')).toBe('2026-06-01T03:00:00.000Z');
	expect([...printed.keys()]).toContain(
		`https://example.jp/resources/${ids.hidamari}?edition=gunma-2026`
	);
});

it('Nothing is in it that is withdrawn, closed, on paper alone or invented', () => {
	const { db, ids } = world();
	const closed = { ...places.online, operation: 'closed' as const };
	resources.revise(db, ids.online, { content: closed, by: 'editor', at: now });
	resources.withdraw(db, ids.kazoku, { by: 'editor', at: now, reason: '希望' });
	const told = ['region-gunma', 'edition-gunma-2026', 'edition-gunma-2025']
		.map((name) => part(db, name))
		.join();
	expect(told).toContain(ids.hidamari);
	expect(told).not.toContain(ids.kamidake);
	expect(told).not.toContain(ids.kazoku);
	expect(part(db, 'region-gunma')).not.toContain(ids.online);
	db.$client.exec(`UPDATE regions SET fictional = 1 WHERE slug = 'gunma'`);
	expect(part(db, 'region-gunma')).toBeUndefined();
	expect(part(db, 'edition-gunma-2026')).toBeUndefined();
	expect(sitemapIndex(db, origin)).not.toContain('gunma');
});

it('There is no file of what there is not', () => {
	const { db } = world();
	for (const name of ['region-nowhere', 'edition-gunma-2020', 'region-gunma.2', 'region-tokyo']) {
		expect(part(db, name), name).toBeUndefined();
	}
});
