import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Typeset } from '#lib/domain/booklet/layout.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import { typeset } from '#lib/server/booklet/typesetting/typeset.ts';
import { anyBooklet } from '../../../support/booklet.ts';
import {
	decoded,
	readPdf,
	render,
	streamsOf,
	textIn,
	type Box,
	type Read
} from '../../../support/pdf.ts';

const plain = { isMonochrome: false, hasMarks: false, watermark: null };
const booklet = anyBooklet(30);
const entriesOf = ({ chapters }: Booklet) => chapters.flatMap(({ entries }) => entries);
const all = entriesOf(booklet);

let made: Typeset;
let read: Read;
beforeAll(async () => {
	made = await typeset(booklet, 'a5', plain);
	read = await readPdf(made.pdf);
});

describe('A booklet', () => {
	it('has every entry once, on the page that is told of it', () => {
		const wanted = all.map(({ number, name }) => `${number} ${plainOf(name)}`);
		expect(read.bookmarks.filter((name) => wanted.includes(name))).toEqual(wanted);
		expect(Object.keys(made.pageOf)).toHaveLength(all.length);
		for (const { number, name } of all) {
			const { text } = read.pages[made.pageOf[number]! - 1]!;
			expect(bare(text), `${number}`).toContain(bare(plainOf(name)));
		}
	});

	it('has an address of each entry once, behind a code that says the same', async () => {
		for (const { number, address } of all) {
			const found = read.pages.flatMap(({ links }, at) =>
				links.filter(({ url }) => url === address).map(({ box }) => ({ box, page: at + 1 }))
			);
			expect(found.map(({ page }) => page)).toEqual([made.pageOf[number]]);
			const { box } = found[0]!;
			expect(decoded(await render(read, made.pageOf[number]!, { box }))).toBe(address);
		}
	});

	it('names the page that each of its own links leads to', () => {
		const seen = new Set<number>();
		for (const page of read.pages) {
			const leading = page.links.filter((link) => link.page !== null);
			for (const [target, links] of Map.groupBy(leading, (link) => link.page!)) {
				const words = links.map(({ box }) => bare(textIn(page, box)));
				expect(words.filter((text) => new RegExp(`${target}(ページ）?)?$`).test(text))).not.toEqual(
					[]
				);
				seen.add(target);
			}
		}
		expect(seen.size).toBeGreaterThan(20);
	});

	it('has each entry in the three indexes, with its page', () => {
		const ends = booklet.indexes.map(({ title }) =>
			read.pages.findIndex(({ text }) => text.startsWith(title))
		);
		expect(ends.every((at) => at > 0)).toBe(true);
		const pages = read.pages.slice(ends[0]);
		const links = pages.flatMap((page) =>
			page.links.map((link) => ({ ...link, page, to: link.page }))
		);
		for (const { number, name } of all) {
			const words = links
				.filter(({ to }) => to === made.pageOf[number])
				.map(({ page, box }) => textIn(page, box));
			const own = `${plainOf(name)}${number}${made.pageOf[number]}`;
			const found = words.filter((text) => bare(text) === bare(own));
			expect(found, plainOf(name)).toHaveLength(3);
		}
	});

	it('leads from a code at the foot of every page between the covers to its 正誤', async () => {
		for (const number of [2, 7, made.pages - 1]) {
			const { width } = read.pages[number - 1]!;
			const box: Box = number % 2 === 1 ? [36, 10, 84, 62] : [width - 84, 10, width - 36, 62];
			const code = decoded(await render(read, number, { box }));
			expect(code).toBe(`${booklet.addresses.errata}?page=${number}`);
		}
	});

	it('is tagged, in Japanese, with a title and with bookmarks of all its parts', async () => {
		expect(read.title).toBe('地域資源ブックマーク さくら地域 2026年度版');
		expect(read.language).toMatch(/^ja/);
		expect(read.isTagged).toBe(true);
		expect(Buffer.from(made.pdf).toString('latin1')).toMatch(/pdfuaid:part(>|=")1/);
		expect(read.bookmarks).toEqual(
			expect.arrayContaining([
				'もくじ',
				'居場所',
				'わからないとき',
				'五十音のさくいん',
				'この冊子について'
			])
		);
		const page = await read.document.getPage(made.pageOf[1]!);
		expect(JSON.stringify(await page.getStructTree())).toContain('のページのQRコード');
	});

	it('is made of whole sheets of four pages', () => expect(made.pages % 4).toBe(0));

	it('says what the edition says of itself', () => {
		const text = read.pages.map(({ text }) => text).join('\n');
		for (const words of [
			...Object.values(booklet.words).flatMap((words) => words?.split('\n') ?? []),
			...booklet.wishes.map(({ words }) => words),
			...booklet.legend.map(({ words }) => words),
			...['2026年6月8日', '電話 7件', booklet.credits[0]!]
		]) {
			expect(bare(text)).toContain(bare(words));
		}
	});

	it('holds nothing that is not printed', async () => {
		const canary = 'CANARY0000';
		const entry = { ...all[0]!, staffNote: canary, kana: canary };
		const chapters = [{ ...booklet.chapters[0]!, code: canary, entries: [entry] }];
		const given = { ...anyBooklet(1), chapters, indexes: [], notes: canary };
		const { pdf } = await typeset(given, 'a5', plain);
		const whole = Buffer.from(pdf).toString('latin1') + streamsOf(pdf);
		for (const words of [canary, '/tmp', 'node_modules', 'data.json', '.typ']) {
			expect(whole).not.toContain(words);
		}
		// UTF-16, as words stand outside the pages.
		expect(whole).not.toContain([...canary].map((letter) => `\0${letter}`).join(''));
		expect(bare((await readPdf(pdf)).pages.map(({ text }) => text).join(''))).not.toContain(canary);
	});
});

/** Without the room between words, which a PDF does not always have. */
const bare = (text: string): string => text.replaceAll(/\s/g, '');
