import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { Booklet, BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { layouts } from '#lib/domain/booklet/layout.ts';
import { templatesFolder, TypesettingError } from '#lib/server/booklet/typesetting/compile.ts';
import { sheetsOf, typeset } from '#lib/server/booklet/typesetting/typeset.ts';
import { anyBooklet } from '../../../support/booklet.ts';
import { readPdf, render } from '../../../support/pdf.ts';

const plain = { isMonochrome: false, hasMarks: false, watermark: null };
const said = (text: string) => [{ text }];

/** A booklet whose first entry is changed. */
function bookletWith(change: Partial<BookletEntry>, count = 2): Booklet {
	const booklet = anyBooklet(count);
	const [first, ...others] = booklet.chapters;
	const [entry, ...rest] = first!.entries;
	const chapters = [{ ...first!, entries: [{ ...entry!, ...change }, ...rest] }, ...others];
	return { ...booklet, chapters, windows: [], indexes: [] };
}

const pictureOf = async (type: 'image/png' | 'image/jpeg') => {
	const red = sharp({ create: { width: 90, height: 60, channels: 3, background: '#c02010' } });
	const bytes = await (type === 'image/png' ? red.png() : red.jpeg()).toBuffer();
	return { type, sha256: 'd', bytes: bytes.toString('base64'), alt: '赤い扉の写真' };
};

const bare = (text: string): string => text.replaceAll(/\s/g, '');
const textOf = async (pdf: Uint8Array): Promise<string> =>
	bare((await readPdf(pdf)).pages.map(({ text }) => text).join(''));

describe('The bytes of a booklet', () => {
	const zone = process.env['TZ'];
	afterEach(() => {
		if (zone === undefined) delete process.env['TZ'];
		else process.env['TZ'] = zone;
	});

	it('are the same from another folder in another time zone', async () => {
		const made = [];
		for (const TZ of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
			process.env['TZ'] = TZ;
			const folder = mkdtempSync(path.join(tmpdir(), 'templates-'));
			cpSync(templatesFolder(), folder, { recursive: true });
			const { pdf } = await typeset(anyBooklet(4), 'a5', plain, { folder });
			made.push(Buffer.from(pdf).toString('base64'));
		}
		expect(made[0]).toBe(made[1]);
	});

	it('name the day of 校了 as theirs, and none before there is one', async () => {
		const made = await typeset(anyBooklet(1), 'a5', plain);
		expect(Buffer.from(made.pdf).toString('latin1')).toContain('(D:20260608');
		const open = { ...anyBooklet(1), lockedOn: null, publishedOn: null };
		const proof = Buffer.from((await typeset(open, 'a5', plain)).pdf).toString('latin1');
		expect(proof).not.toContain('CreationDate');
	});

	it('hold no font but those of the package', async () => {
		const raw = Buffer.from((await typeset(anyBooklet(2), 'a5', plain)).pdf).toString('latin1');
		const names = [...raw.matchAll(/\/BaseFont \/([^\s]+)/g)].map(([, name]) => name!);
		expect(names.length).toBeGreaterThan(0);
		for (const name of names) expect(name).toMatch(/\+BIZUDPGothic-(Regular|Bold)(-Identity-H)?$/);
	});
});

describe('A booklet is printed', () => {
	it('without any colour where it is to be black and white, with its pictures and maps', async () => {
		const picture = await pictureOf('image/jpeg');
		const booklet = { ...bookletWith({ picture }), cover: await pictureOf('image/png') };
		const { pdf, pages } = await typeset(booklet, 'a5', { ...plain, isMonochrome: true });
		const read = await readPdf(pdf);
		for (let page = 1; page <= pages; page += 1) {
			const { data } = await render(read, page, { scale: 1 });
			let most = 0;
			for (let at = 0; at < data.length; at += 4) {
				const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
				most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
			}
			expect(most, `page ${page}`).toBeLessThan(3);
		}
	});

	it('with marks to cut by, 3 mm over the edge, on a larger sheet', async () => {
		const millimetres = (points: number) => Math.round((points / 72) * 25.4);
		const { pdf } = await typeset(anyBooklet(2), 'a5', { ...plain, hasMarks: true });
		const read = await readPdf(pdf);
		const [cover] = read.pages;
		expect([cover!.width, cover!.height].map(millimetres)).toEqual([168, 230]);
		const { data, width } = await render(read, 1, { scale: 72 / 25.4 });
		const isWhite = (x: number, y: number) =>
			data[(Math.round(y) * width + Math.round(x)) * 4]! > 250;
		const point = (millimetre: number) => (millimetre / 25.4) * 72 * (72 / 25.4);
		// The colour of the cover goes over the edge at 10 mm, and no further than 3 mm.
		expect(isWhite(point(8), point(60))).toBe(false);
		expect(isWhite(point(6), point(60))).toBe(true);
		// A mark stands at the height of the edge, outside.
		const row = Array.from({ length: 40 }, (_, at) => isWhite(point(2), point(9) + at));
		expect(row).toContain(false);
	});

	it('with a word over every page while it is a proof', async () => {
		const { pdf, pages } = await typeset(anyBooklet(2), 'a5', { ...plain, watermark: '校正' });
		const { document } = await readPdf(pdf);
		for (let number = 1; number <= pages; number += 1) {
			const { items } = await (await document.getPage(number)).getTextContent();
			expect(bare(items.map((item) => ('str' in item ? item.str : '')).join(''))).toContain('校正');
		}
	});

	it.each(layouts)('as %s, with every entry', async (layout) => {
		const booklet = anyBooklet(8);
		const { pdf, pageOf } = await typeset(booklet, layout, plain);
		expect(Object.keys(pageOf)).toHaveLength(8);
		const text = await textOf(pdf);
		for (const { name } of booklet.chapters.flatMap(({ entries }) => entries)) {
			expect(text).toContain(bare(name.map(({ text }) => text).join('')));
		}
	});

	it('two pages and two on a sheet, to read or to fold', () => {
		expect(sheetsOf(4, false)).toEqual([
			[null, 1],
			[2, 3],
			[4, null]
		]);
		expect(sheetsOf(8, true)).toEqual([
			[8, 1],
			[2, 7],
			[6, 3],
			[4, 5]
		]);
	});
});

const markup =
	'#panic("x") $x^2$ *a* _b_ @c \\ `d` <e> #read("/etc/passwd") image("a.png") = b // g /* h */';

describe('What somebody typed', () => {
	it('is printed as it was typed, and is no markup', async () => {
		const all = ['name', 'organization', 'notice', 'who', 'text', 'where', 'access', 'fee'];
		const booklet = bookletWith({
			...Object.fromEntries(all.map((field) => [field, said(markup)])),
			...{
				when: [said(markup)],
				firstVisit: [said(markup)],
				checked: markup,
				category: markup,
				kana: markup
			},
			contacts: [{ words: markup, link: 'javascript:alert(1)' }],
			eases: [{ symbol: '#', words: markup }]
		});
		const words = {
			cover: markup,
			foreword: markup,
			imprint: markup,
			licence: markup,
			funding: markup
		};
		const { pdf } = await typeset({ ...booklet, title: markup, words }, 'a5', plain);
		const text = await textOf(pdf);
		expect(text.split(bare(markup)).length).toBeGreaterThan(18);
		expect(text).not.toContain('root:');
		expect(Buffer.from(pdf).toString('latin1')).not.toContain('javascript:');
	});

	it('too long for a page goes on on the next, and somebody is told', async () => {
		const booklet = bookletWith({ text: said(`${'長い文です。'.repeat(666)}おわり`) });
		const { pdf, warnings } = await typeset(booklet, 'a5', plain);
		const text = await textOf(pdf);
		expect(text.split('長い文です。').length).toBe(667);
		expect(text).toContain('おわり');
		expect(warnings).toEqual([
			expect.objectContaining({
				number: 1,
				words: expect.stringMatching(/ページにわたります。$/) as string
			})
		]);
	});

	it('of forty telephones is all there', async () => {
		const contacts = Array.from({ length: 40 }, (_, at) => ({
			words: `電話 000-000-${1000 + at}`,
			link: `tel:000000${1000 + at}`
		}));
		const text = await textOf((await typeset(bookletWith({ contacts }), 'a5', plain)).pdf);
		for (const { words } of contacts) expect(text).toContain(bare(words));
	});

	it('in letters that no font has is 〓, and the entry and its field are named', async () => {
		const booklet = bookletWith({ name: said('𠮷野家 😀'), text: said('مرحبا と葛󠄀飾') });
		const { pdf, warnings } = await typeset(booklet, 'a5', plain);
		const text = await textOf(pdf);
		expect(text).toContain('〓野家〓');
		expect(text).toContain('〓〓〓と葛飾');
		expect(warnings.map(({ number, field }) => [number, field])).toEqual([
			[1, 'name'],
			[1, 'summary']
		]);
		expect(warnings[0]!.words).toMatch(
			/^1番「𠮷野家 😀」の「𠮷」「😀」は、冊子の書体にない字です。/
		);
	});

	it('may be next to nothing', async () => {
		const nothing = { organization: null, notice: null, who: null, text: null, firstVisit: [] };
		const none = { where: null, access: null, fee: null, checked: null, address: null, kana: null };
		const lists = { when: [], contacts: [], eases: [] };
		const booklet = bookletWith({ ...nothing, ...none, ...lists, name: said('灯') }, 1);
		const bareOf = { wishes: [], checks: [], legend: [], credits: [], struck: [], windows: [] };
		const words = { cover: null, foreword: null, imprint: null, licence: null, funding: null };
		const dates = { lockedOn: null, publishedOn: null };
		const { pageOf } = await typeset({ ...booklet, ...bareOf, ...dates, words }, 'a5', plain);
		expect(pageOf).toEqual({ 1: expect.any(Number) as number });
		const empty = { ...anyBooklet(0), wishes: [], indexes: [] };
		expect((await typeset(empty, 'a5', plain)).pageOf).toEqual({});
	});
});

describe('A booklet that cannot be typeset', () => {
	const failureOf = (booklet: Booklet) =>
		typeset(booklet, 'a5', plain).then(
			() => null,
			(error: unknown) => error as TypesettingError
		);

	it('names the entry that is to blame', async () => {
		const picture = {
			type: 'image/png' as const,
			sha256: 'd',
			bytes: 'bm8gcGljdHVyZQ==',
			alt: '写真'
		};
		const failed = await failureOf(bookletWith({ picture }, 3));
		expect(failed).toBeInstanceOf(TypesettingError);
		expect(failed!.message).toMatch(/^1番「.+」を組めませんでした。/);
	});

	it('names the map or the cover where it is that', async () => {
		const booklet = anyBooklet(1);
		const [first, ...others] = booklet.chapters;
		const map = { svg: '<svg', alt: '地図' };
		const chapters = [{ ...first!, map }, ...others];
		expect((await failureOf({ ...booklet, chapters }))!.message).toMatch(/の章の地図を組めません/);
		const cover = { type: 'image/jpeg' as const, sha256: 'd', bytes: 'AAAA', alt: '表紙' };
		expect((await failureOf({ ...anyBooklet(0), cover }))!.message).toMatch(
			/^表紙の写真を組めません/
		);
	});
});
