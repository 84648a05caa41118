import { element } from './xml.ts';

/** `changedAt`: ISO instant; null where nobody knows. */
export type SitemapPage = { address: string; changedAt: string | null };

/** A file holds no more (sitemaps.org). */
export const mostPages = 50_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export const sitemapText = (pages: readonly SitemapPage[]): string => text('urlset', 'url', pages);

export const sitemapIndexText = (files: readonly SitemapPage[]): string =>
	text('sitemapindex', 'sitemap', files);

const text = (root: string, name: string, all: readonly SitemapPage[]) =>
	[
		'<?xml version="1.0" encoding="utf-8"?>',
		`<${root} xmlns="${namespace}">`,
		...all.map(
			({ address, changedAt }) =>
				`<${name}>${element('loc', address)}${changedAt ? element('lastmod', changedAt) : ''}</${name}>`
		),
		`</${root}>`,
		''
	].join('\n');

/** What a sitemap is about, by the middle of its file's name. */
export type SitemapPart =
	{ kind: 'pages' } | { kind: 'region' | 'edition'; name: string; part: number };

/** 「pages」「region-gunma」「edition-gunma-2026」「region-tokyo.2」: the second 50,000. */
export function parseSitemapPart(text: string): SitemapPart | null {
	if (text === 'pages') return { kind: 'pages' };
	const match = /^(region|edition)-([a-z0-9-]{1,50})(?:\.([1-9]\d?))?$/.exec(text);
	if (!match) return null;
	const [, kind, name, part] = match;
	return { kind: kind as 'region' | 'edition', name: name!, part: Number(part ?? 1) };
}

export const sitemapPartName = (kind: 'region' | 'edition', name: string, part: number): string =>
	`${kind}-${name}${part > 1 ? `.${part}` : ''}`;
