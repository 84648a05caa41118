import { expect, test } from 'vitest';
import { withHead } from '../../src/hooks/head.ts';

const origin = 'https://example.jp';
const page = (head: string) => `<html><head>${head}</head><body><p>$&</p></body></html>`;
const named = (title: string) => `<title>${title} — 地域資源ブックマーク</title>`;
const described = '<meta name="description" content="お茶だけでも。&quot;">';
const canonical = '<link rel="canonical" href="/resources/1"/>';
const shown = (html: string) =>
	Object.fromEntries(
		[...html.matchAll(/<meta property="og:([^"]*)" content="([^"]*)"\/>/g)].map(
			([, name, value]) => [name, value]
		)
	) as Record<string, string>;

test('a page is shown beside a link with the words of its own head', () => {
	const cover = '/resources/1/cover.png';
	const html = withHead(page(named('「$&」の"会" — 庭') + described + canonical), {
		origin,
		cover
	});
	expect(html).toContain('<link rel="canonical" href="https://example.jp/resources/1"/>');
	expect(html).toContain('<body><p>$&</p></body></html>');
	expect(shown(html)).toEqual({
		site_name: '地域資源ブックマーク',
		type: 'website',
		title: '「$&」の&quot;会&quot; — 庭',
		description: 'お茶だけでも。&quot;',
		url: 'https://example.jp/resources/1',
		image: 'https://example.jp/resources/1/cover.png',
		'image:width': '1200',
		'image:height': '630',
		'image:alt': '「$&」の&quot;会&quot; — 庭'
	});
});

test('a page that has no picture of its own has that of the site', () => {
	const html = withHead(page(named('庭') + canonical), { origin });
	expect(shown(html)['image']).toBe('https://example.jp/cover.png');
});

test('what search engines are not to keep is not shown beside links either', () => {
	const noindex = '<meta name="robots" content="noindex"/>';
	const html = withHead(page(named('庭') + described + canonical + noindex), { origin });
	expect(shown(html)).toEqual({});
	expect(html).toContain('href="https://example.jp/resources/1"');
});

test('a page that is known under no address says nothing more, and keeps what its route adds', () => {
	const head = '<link rel="alternate" href="$1"/>';
	expect(withHead(page(named('庭')), { origin, head })).toBe(page(named('庭') + head));
	expect(withHead('', { origin, head })).toBe('');
});
