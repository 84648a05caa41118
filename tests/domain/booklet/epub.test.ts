import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { epubOf } from '#lib/domain/booklet/epub/epub.ts';
import { root } from '../../../src/cli/build.ts';
import { badBooklet } from '../../support/bad-booklet.ts';
import { anyBooklet, anyEntry } from '../../support/booklet.ts';
import { readXml, within } from '../../support/xml.ts';

const means = {
	uuid: '00000000-0000-5000-8000-000000000001',
	hash: 'ab'.repeat(32),
	css: 'p { margin: 0 }'
};
const pageOf = Object.fromEntries(Array.from({ length: 86 }, (_, at) => [at + 1, 9 + (at >> 1)]));
const made = (booklet: Booklet, more = {}) => epubOf(booklet, { ...means, ...more });
const partsOf = (epub: Uint8Array) =>
	Object.entries(unzipSync(epub)).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));

describe.each([
	['of 86 entries', anyBooklet(86), {}],
	['with the pages of the paper', anyBooklet(86), { pageOf }],
	['of hostile words', badBooklet(), {}],
	[
		'of nothing',
		anyBooklet(0, { wishes: [], indexes: [], windows: [], legend: [], chapters: [] }),
		{}
	]
])('The EPUB of a booklet %s', (_, booklet, more) => {
	const parts = partsOf(made(booklet, more));
	const documents = parts
		.filter(({ name }) => /\.(?:xhtml|opf|xml|svg)$/.test(name))
		.map(({ name, text }) => ({ name, all: within(readXml(text)) }));
	const pages = documents.filter(({ name }) => name.endsWith('.xhtml'));
	const idsOf = (all: (typeof pages)[number]['all']) =>
		all.flatMap((one) => one.attributes.id ?? []);

	it('says first, and uncompressed, what it is', () => {
		expect(strFromU8(made(booklet, more).subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
	});

	it('has every entry exactly once, in the order of its spine', () => {
		const opf = documents.find(({ name }) => name.endsWith('.opf'))!.all;
		const hrefs = new Map(
			opf
				.filter(({ name }) => name === 'item')
				.map(({ attributes }) => [attributes.id, attributes.href])
		);
		const spine = opf
			.filter(({ name }) => name === 'itemref')
			.map((one) => hrefs.get(one.attributes.idref)!);
		const told = spine.flatMap((href) =>
			pages
				.find(({ name }) => name === `book/${href}`)!
				.all.filter(({ name }) => name === 'article')
				.map(({ attributes }) => attributes.id)
		);
		const entries = booklet.chapters.flatMap((one) => one.entries.map(({ number }) => number));
		const others = booklet.windows
			.map(({ number }) => number)
			.filter((one) => !entries.includes(one));
		expect(told).toEqual([...entries, ...others].map((number) => `e${number}`));
	});

	it('leads only to what is in it, and elsewhere to nothing that runs', () => {
		const known = new Map(pages.map(({ name, all }) => [name, new Set(idsOf(all))]));
		for (const { name, all } of pages) {
			expect(new Set(idsOf(all)).size).toBe(idsOf(all).length);
			for (const { attributes } of all) {
				const link = attributes.href ?? attributes.src;
				if (!link || /^(?:https?:\/\/|tel:(?:[-+0-9*]|%23)+$|mailto:)/.test(link)) continue;
				const [file, id] = link.split('#');
				const path = file ? posix.join(posix.dirname(name), file) : name;
				expect(parts.map((one) => one.name)).toContain(path);
				if (id !== undefined) expect(known.get(path)).toContain(id);
			}
		}
	});

	it('holds in its list of files all there are', () => {
		const listed = documents
			.find(({ name }) => name.endsWith('.opf'))!
			.all.filter(({ name }) => name === 'item')
			.map(({ attributes }) => `book/${attributes.href}`);
		const files = parts
			.map(({ name }) => name)
			.filter((name) => !/^mimetype|META-INF|\.opf$/.test(name));
		expect(listed.toSorted()).toEqual(files.toSorted());
	});
});

describe('The EPUB of a booklet', () => {
	const opfOf = (booklet: Booklet, more = {}) =>
		partsOf(made(booklet, more)).find(({ name }) => name.endsWith('.opf'))!.text;

	it('says what it is, of which day, and how it can be read', () => {
		const opf = opfOf(anyBooklet(86), { pageOf });
		for (const words of [
			'>urn:uuid:00000000-0000-5000-8000-000000000001<',
			'>地域資源ブックマーク さくら地域 2026年度版<',
			'<dc:language>ja<',
			'"dcterms:modified">2026-06-19T00:00:00Z<',
			'"schema:accessMode">textual<',
			'"schema:accessModeSufficient">textual<',
			'"schema:accessibilityFeature">rubyAnnotations<',
			'"schema:accessibilityFeature">pageNavigation<',
			'"schema:accessibilitySummary">見出し'
		]) {
			expect(opf).toContain(words);
		}
		expect(opfOf(anyBooklet(86))).not.toContain('pageNavigation');
	});

	it('lists the printed pages, each at the first entry on it', () => {
		const nav = partsOf(made(anyBooklet(6), { pageOf: { 1: 9, 2: 9, 3: 10 } })).find(({ name }) =>
			name.endsWith('nav.xhtml')
		)!;
		const list = /epub:type="page-list"[^]*<\/nav>/.exec(nav.text)![0];
		expect([...list.matchAll(/#page-(\d+)">(\d+)</g)].map(([, at, page]) => [at, page])).toEqual([
			['9', '9'],
			['10', '10']
		]);
	});

	it('carries the pictures of entries as files with words for those who do not see them', () => {
		const picture = {
			type: 'image/png',
			sha256: 'd',
			bytes: btoa('png'),
			alt: '赤い屋根の入口'
		} as const;
		const booklet = anyBooklet(8);
		booklet.chapters[0]!.entries = [anyEntry(1, { picture })];
		const parts = partsOf(made({ ...booklet, cover: { ...picture, alt: '表紙の絵' } }));
		expect(parts.find(({ name }) => name === 'book/pictures/e1.png')!.text).toBe('png');
		const all = parts.map(({ text }) => text).join('');
		expect(all).toContain('alt="赤い屋根の入口"');
		expect(all).toContain('properties="cover-image"');
		expect(all).toContain('alt="表紙の絵"');
	});

	it('is the same, byte by byte, in every time zone', () => {
		const program = `
			import { createHash } from 'node:crypto';
			import { epubOf } from '#lib/domain/booklet/epub/epub.ts';
			import { anyBooklet } from './tests/support/booklet.ts';
			const epub = epubOf(anyBooklet(20), ${JSON.stringify(means)});
			process.stdout.write(createHash('sha256').update(epub).digest('hex'));`;
		const hashes = ['Asia/Tokyo', 'America/St_Johns', 'Pacific/Kiritimati'].map((TZ) => {
			const { stdout, stderr } = spawnSync(
				process.execPath,
				['--input-type=module', '-e', program],
				{
					cwd: root,
					env: { ...process.env, TZ, NODE_OPTIONS: '' }
				}
			);
			return String(stdout) || String(stderr);
		});
		const here = createHash('sha256')
			.update(made(anyBooklet(20)))
			.digest('hex');
		expect(hashes).toEqual([here, here, here]);
	});
});
