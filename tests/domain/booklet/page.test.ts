import { describe, expect, it } from 'vitest';
import { pageOf, styleOf } from '#lib/domain/booklet/reading/page.ts';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { badBooklet } from '../../support/bad-booklet.ts';
import { anyBooklet, anyEntry } from '../../support/booklet.ts';
import { readXml, within, type XmlElement } from '../../support/xml.ts';

const means = { hash: 'ab12'.repeat(16), style: 'p{}', script: 'void 0', words: '{}', policy: 'p' };
const made = (booklet: Booklet) => pageOf(booklet, means);

/** The page as a tree; what is in scripts and styles is no markup. */
const treeOf = (html: string) =>
	readXml(
		`<?xml version="1.0" encoding="utf-8"?>\n${html.replace(/(<(script|style)[^>]*>)[^]*?(<\/\2>)/g, '$1$3')}`
	);
const ids = (all: readonly XmlElement[]) => all.flatMap(({ attributes }) => attributes.id ?? []);
const articles = (all: readonly XmlElement[]) => all.filter(({ name }) => name === 'article');
const links = (all: readonly XmlElement[]) =>
	all.flatMap(({ attributes }) => attributes.href ?? []);

describe.each([
	['of 86 entries', anyBooklet(86)],
	['of 500 entries', anyBooklet(500)],
	['of hostile words', badBooklet()],
	['of nothing', anyBooklet(0, { wishes: [], indexes: [], windows: [], legend: [], chapters: [] })]
])('The page of a booklet %s', (_, booklet) => {
	const all = within(treeOf(made(booklet)));

	it('is well-formed, and every id in it is one', () => {
		expect(new Set(ids(all)).size).toBe(ids(all).length);
	});

	it('has every entry exactly once, in the order of the booklet', () => {
		const told = booklet.chapters.flatMap(({ entries }) => entries.map((one) => `e${one.number}`));
		const others = booklet.windows
			.map((one) => `e${one.number}`)
			.filter((id) => !told.includes(id));
		expect(ids(articles(all))).toEqual([...told, ...others]);
	});

	it('leads within itself only to what is there, and elsewhere to nothing that runs', () => {
		const known = new Set(ids(all));
		for (const link of links(all)) {
			if (link.startsWith('#')) expect(known).toContain(link.slice(1));
			else expect(link).toMatch(/^(?:https?:\/\/|tel:(?:[-+0-9*]|%23)+$|mailto:)/);
		}
	});

	it('names every picture and loads nothing', () => {
		const names = new Set(all.map(({ name }) => name));
		const attributes = new Set(all.flatMap((one) => Object.keys(one.attributes)));
		expect([...attributes].filter((one) => /^on|^style$|^srcset$/.test(one))).toEqual([]);
		for (const one of ['link', 'iframe', 'object', 'embed', 'base', 'use', 'image']) {
			expect(names).not.toContain(one);
		}
		for (const image of all.filter(({ name }) => name === 'img')) {
			expect(image.attributes).toMatchObject({ src: /^data:image/, alt: /./ });
		}
		expect(all.filter(({ name }) => name === 'script')).toHaveLength(2);
	});
});

describe('The page of a booklet', () => {
	it('says edition, day, number of entries and data on its face', () => {
		const [face] = within(treeOf(made(anyBooklet(86)))).filter(
			({ attributes }) => attributes.class === 'face'
		);
		expect(
			within(face!)
				.map(({ text }) => text)
				.join('')
		).toBe('2026年6月19日公開・86件データの指紋 ab12ab12ab12');
	});

	it('keeps the letters of every script, without what turns those that follow', () => {
		const html = made(badBooklet());
		for (const kept of ['𠮷野家', 'שלום', 'مرحبا', '👩‍👩‍👧‍👦', '\u2028', ']]&gt;']) {
			expect(html).toContain(kept);
		}
		for (const gone of [
			'\u0000',
			'\u000b',
			'\ufffe',
			'\u202e',
			'<script>alert',
			'onerror=alert(1)>'
		])
			expect(html).not.toContain(gone);
		expect(html.isWellFormed()).toBe(true);
	});

	it('takes a colour for a colour only', () => {
		expect(styleOf(badBooklet(), '')).toBe(':root{--edition:#1f6660}');
		expect(styleOf(anyBooklet(1, { colour: '#3D5A80' }), '')).toBe(':root{--edition:#3D5A80}');
	});

	it('ends no script by the words it is searched with', () => {
		const html = pageOf(anyBooklet(1), { ...means, words: JSON.stringify('</script><b>') });
		expect(html).toContain('"\\u003c/script>\\u003cb>"');
	});

	it('leaves pictures of entries out, all of them, where they are too heavy together', () => {
		const picture = {
			type: 'image/jpeg',
			sha256: 'd',
			bytes: 'A'.repeat(500_000),
			alt: '入口'
		} as const;
		const withPictures = (count: number) =>
			made({
				...anyBooklet(0),
				chapters: [
					{
						...anyBooklet(8).chapters[0]!,
						entries: Array.from({ length: count }, (_, at) => anyEntry(at + 1, { picture }))
					}
				]
			}).match(/<img/g)?.length ?? 0;
		expect([withPictures(2), withPictures(3)]).toEqual([2, 0]);
	});

	it('draws a map of plain shapes alone', () => {
		const withMap = (shapes: string) =>
			made({
				...anyBooklet(0),
				chapters: [
					{
						...anyBooklet(8).chapters[0]!,
						map: {
							svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${shapes}</svg>`,
							alt: '地図'
						}
					}
				]
			}).includes('<figure class="map">');
		expect(withMap('<g><path d="M0 0H9"/></g><text x="1">12 &amp; 3</text>')).toBe(true);
		for (const shapes of [
			...['<script>1</script>', '<path onclick="x()"/>', '<a href="#x"><g/></a>', '<g>', '</g>'],
			...['<image href="x"/>', '<use href="#a"/>', '<path style="x"/>', '<path d="1" d="2"/>'],
			...['<foreignObject/>', '<text>&nbsp;</text>', '<text>a', 'a & b', '<g id="main"/>']
		]) {
			expect(withMap(shapes), shapes).toBe(false);
		}
	});
});
