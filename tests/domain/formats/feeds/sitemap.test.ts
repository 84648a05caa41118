import { expect, it } from 'vitest';
import { robotsText } from '#lib/domain/formats/feeds/robots.ts';
import {
	parseSitemapPart,
	sitemapPartName,
	sitemapText
} from '#lib/domain/formats/feeds/sitemap.ts';
import { all, readXml, textIn } from '../../../support/xml.ts';

it('A sitemap has an address and a date for each page', () => {
	const read = readXml(
		sitemapText([
			{ address: 'https://example.jp/a?edition=b&c', changedAt: '2026-04-01T03:00:00.000Z' },
			{ address: 'https://example.jp/', changedAt: null }
		])
	);
	const [first, second] = all(read, 'url');
	expect(textIn(first!, 'loc')).toBe('https://example.jp/a?edition=b&c');
	expect(textIn(first!, 'lastmod')).toBe('2026-04-01T03:00:00.000Z');
	expect(all(second!, 'lastmod')).toEqual([]);
});

it.each([
	['region', 'gunma', 1, 'region-gunma'],
	['region', 'area-2', 3, 'region-area-2.3'],
	['edition', 'gunma-2026', 1, 'edition-gunma-2026']
] as const)(
	'The part of a %s named %s, number %i, is %s and is read back',
	(kind, name, part, text) => {
		expect(sitemapPartName(kind, name, part)).toBe(text);
		expect(parseSitemapPart(text)).toEqual({ kind, name, part });
	}
);

it.each([
	'',
	'region-',
	'region-a.0',
	'region-a.100',
	'other-a',
	'region-a/b',
	'pages.2',
	'region-あ'
])('「%s」 is no part', (text) => expect(parseSitemapPart(text)).toBeNull());

it('Crawlers are kept out of conditions, of what staff do and of answers for programs', () => {
	const lines = robotsText('https://example.jp').split('\n');
	expect(lines).toEqual(
		expect.arrayContaining([
			'User-agent: *',
			'Disallow: /staff',
			'Disallow: /api/',
			'Disallow: /p/',
			'Disallow: /regions/*/print',
			'Disallow: /search/print',
			'Disallow: /*?'
		])
	);
	// Else the places after the first thirty would not be found, nor what was printed.
	expect(lines).toEqual(expect.arrayContaining(['Allow: /*?page=', 'Allow: /*?edition=']));
	expect(lines).toContain('Sitemap: https://example.jp/sitemap.xml');
});
