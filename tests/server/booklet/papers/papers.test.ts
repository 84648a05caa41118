import { beforeAll, describe, expect, it } from 'vitest';
import { labelSheets } from '#lib/domain/booklet/papers/label-sheets.ts';
import { parseStickerForm } from '#lib/domain/booklet/papers/sticker-order.ts';
import type { Correction } from '#lib/domain/booklet/papers/stickers.ts';
import {
	corrections,
	mendedEdition,
	stickerPdf,
	stickersFor
} from '#lib/server/booklet/papers/stickers.ts';
import { leafletOf, posterPdf } from '#lib/server/booklet/papers/papers.ts';
import * as editions from '#lib/server/editions/index.ts';
import { regionPoster } from '#lib/server/listings/region-poster.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { qrIn, readPdf, type Placed, type ReadPage } from '../../../support/placed-pdf.ts';
import { copy, sample } from '../../../support/seeds.ts';
import { canary, now, places, world } from '../../../support/world.ts';

const origin = 'https://bookmark.example.jp';
const at = new Date('2026-09-30T20:00:00Z');
const by = 'editor';
const markup = '#set text(red) $x$ *太字* @ref \\ _em_ `raw` <label> // 𠮷 🍀 \u202e';

const edition = {
	id: 1,
	year: 2026,
	region: { id: 1, slug: 'sakura', name: 'さくら地域', kana: 'さくらちいき', fictional: true }
};
const field = (title: string, before: string | null, after: string | null) => ({
	...{ field: title, title, before, after }
});
const some: Correction[] = [
	{
		...{ number: 15, page: 12, since: null },
		told: { name: 'ひだまり', fields: [field('連絡先', '電話／000-111', '電話／000-222')] }
	},
	{
		...{ number: 16, page: 12, since: null },
		told: { name: markup, fields: [field('紹介', markup, `${markup}${'長'.repeat(4000)}`)] }
	},
	{
		...{ number: 17, page: 13, since: null },
		told: {
			name: '長い名前の'.repeat(30),
			fields: [
				field('リンク', null, `https://example.jp/${'a'.repeat(90)}`),
				field('行き方', markup, '改札を出て左へ'.repeat(6))
			]
		}
	},
	{ number: 18, page: null, since: null, told: null }
];

const madeOf = async (query: string, all = some) => {
	const { order } = parseStickerForm(new URLSearchParams(query));
	const stickers = stickersFor(all, edition, { order, origin });
	const made = await stickerPdf(edition, stickers, order);
	return { ...made, order, stickers };
};

describe.each(labelSheets)('On a sheet of $faces labels', (sheet) => {
	let pages: ReadPage[];
	let made: Awaited<ReturnType<typeof madeOf>>;
	const faceOf = (piece: Placed) => ({
		column: Math.floor((piece.x - sheet.left) / sheet.width),
		row: Math.floor((piece.y - sheet.top) / sheet.height)
	});

	beforeAll(async () => {
		made = await madeOf(`sheet=${sheet.faces}&start=3`);
		pages = await readPdf(made.pdf);
	});

	it('each sticker stands on its own face, and no word of it leaves that', () => {
		const [page] = pages as [ReadPage];
		expect([page.width, page.height].map(Math.round)).toEqual([210, 297]);
		expect(pages).toHaveLength(1);
		const used = new Set<number>();
		for (const piece of page.placed) {
			const { column, row } = faceOf(piece);
			used.add(row * sheet.columns + column);
			const left = piece.x - (sheet.left + column * sheet.width);
			const below = sheet.top + (row + 1) * sheet.height - piece.y;
			expect(left, piece.text).toBeGreaterThanOrEqual(4);
			expect(left + piece.width, piece.text).toBeLessThanOrEqual(sheet.width - 4);
			expect(below, piece.text).toBeGreaterThan(1);
		}
		const first = 2;
		expect([...used].sort((a, b) => a - b)).toEqual(made.stickers.map((_, place) => first + place));
	});

	it('the first one is at the face that is asked for, with page, number, name and what differs', () => {
		const column = 2 % sheet.columns;
		const row = Math.floor(2 / sheet.columns);
		const words = pages[0]!.placed
			.filter((piece) => faceOf(piece).column === column && faceOf(piece).row === row)
			.map(({ text }) => text)
			.join('')
			.replace(/\s/g, '');
		expect(words).toBe('12ページ・15番さくら地域2026年度版ひだまり連絡先000-111→000-222');
	});

	it('what is long leads to its errata by a code that can be read', async () => {
		const place = 2 + made.stickers.findIndex(({ address }) => address !== null);
		const area = {
			x: sheet.left + (place % sheet.columns) * sheet.width,
			y: sheet.top + Math.floor(place / sheet.columns) * sheet.height,
			...{ width: sheet.width, height: sheet.height }
		};
		expect(await qrIn(made.pdf, 1, area)).toBe(`${origin}/regions/sakura/2026/errata?number=16`);
	});

	it('what somebody typed is printed as it is, and is never a command', () => {
		expect(pages[0]!.text).toContain('#settext(red)$x$*太字*@ref\\_em_`raw`<label>//');
	});
});

describe('Stickers', () => {
	it('are as many of each as are asked for, on as many sheets as that takes', async () => {
		const { pdf } = await madeOf('sheet=10&copies=9', some.slice(0, 1));
		const pages = await readPdf(pdf);
		expect(pages.map(({ text }) => text.split('15番').length - 1)).toEqual([9]);
		const more = await readPdf((await madeOf('sheet=10&copies=9&start=5', some.slice(0, 1))).pdf);
		expect(more.map(({ text }) => text.split('15番').length - 1)).toEqual([6, 3]);
	});

	it('are the same bytes whenever and wherever they are made', async () => {
		const zone = process.env['TZ'];
		const first = await madeOf('sheet=12');
		process.env['TZ'] = 'Pacific/Kiritimati';
		const second = await madeOf('sheet=12').finally(() => {
			if (zone === undefined) delete process.env['TZ'];
			else process.env['TZ'] = zone;
		});
		expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
	});

	it('say what the page of errata says, and nothing that is hidden', async () => {
		const { db, ids } = world();
		const gunma = editions.findByName(db, 'gunma-2026')!;
		const mended = mendedEdition(db, { id: gunma.id, region: 'gunma', year: 2026 })!;
		expect(corrections(db, mended)).toEqual([]);
		resources.revise(db, ids.hidamari, {
			content: {
				...places.hidamari,
				precision: 'private',
				phones: places.hidamari.phones.map((phone) => ({ ...phone, visibility: 'staff' as const })),
				feeNote: 'お茶代200円'
			},
			...{ by, at }
		});
		resources.revise(db, ids.kamidake, {
			content: { ...places.kamidake, name: `いまの${canary('紙だけ')}` },
			...{ by, at }
		});
		resources.withdraw(db, ids.kazoku, { by, at, reason: canary('わけ') });
		const all = corrections(db, mended, {
			pages: () => ({ pages: 9, pageOf: { 1: 4, 2: 4, 3: 5, 4: 5, 5: 6, 6: 6 } })
		});
		expect(all.map(({ told }) => told?.fields.map(({ title }) => title) ?? null)).toEqual([
			['費用'],
			null
		]);
		const { order } = parseStickerForm(new URLSearchParams());
		const { pdf } = await stickerPdf(mended, stickersFor(all, mended, { order, origin }), order);
		const [page] = await readPdf(pdf);
		expect(page!.text).toContain('お茶代200円');
		expect(page!.text).toContain('この掲載は、取り下げられました。');
		expect(page!.text).not.toMatch(/カナリア|桜木町|000-111-2222|駅から|はるか/);
	});
});

describe('The leaflet of a region', () => {
	const made = (edition: boolean) => {
		const db = copy(sample);
		const region = regions.find(db, 'sakura')!;
		const { id } = editions.findByName(db, 'sakura-2026')!;
		return leafletOf(db, edition ? { editionId: id } : { regionId: region.id }, { origin, now });
	};
	let leaflet: NonNullable<Awaited<ReturnType<typeof made>>>;
	let page: ReadPage;
	beforeAll(async () => {
		leaflet = (await made(true))!;
		page = (await readPdf(leaflet.pdf))[0]!;
	});

	it('is one sheet of A4 across', () => {
		expect(leaflet.pages).toBe(1);
		expect([page.width, page.height].map(Math.round)).toEqual([297, 210]);
	});

	it('has its pages where folding brings them in order, those above upside down', () => {
		const panelOf = (words: string) => {
			const { x, y, isOver } = page.placed.find(({ text }) => text.includes(words))!;
			// The first letter of what is upside down stands at the right of its panel.
			const column = Math.floor((isOver ? x - 1 : x + 1) / (297 / 4));
			return [column, y < 105 ? 'above' : 'below', isOver];
		};
		expect(
			['どんなとき', 'どんなところ', 'どこに', 'わからないとき', 'いま、つらいとき'].map(panelOf)
		).toEqual([
			[2, 'below', false],
			[3, 'below', false],
			[3, 'above', true],
			[2, 'above', true],
			[1, 'above', true]
		]);
		expect([panelOf('メモ'), panelOf('詳'), panelOf('地域資源')]).toEqual([
			[0, 'above', true],
			[0, 'below', false],
			[1, 'below', false]
		]);
	});

	it('lets nothing leave its panel', () => {
		const width = 297 / 4;
		for (const { text, x, width: wide, isOver } of page.placed) {
			const [from, to] = isOver ? [x - wide, x] : [x, x + wide];
			const column = Math.floor((from + 1) / width);
			expect(from - column * width, text).toBeGreaterThan(5);
			expect((column + 1) * width - to, text).toBeGreaterThan(5);
		}
	});

	it('is read in the order of its pages', () => {
		const order = [
			'どんなとき',
			'どんなところ',
			'どこに',
			'わからないとき',
			'つらいとき',
			'メモ',
			'詳しく見る'
		];
		const places = order.map((words) => page.text.indexOf(words));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places[0]).toBeGreaterThan(0);
	});

	it('says that it is invented, how many there are, and what the region has', () => {
		expect(page.text).toContain('これは架空の見本です。');
		expect(page.text).toMatch(/あわせて\d+か所です。/);
		expect(page.text).toContain('居場所');
		expect(page.links).toContain(`${origin}/regions/sakura/2026`);
	});

	it('leads by its code to the edition', async () => {
		const area = { x: 0, y: 105, width: 297 / 4, height: 105 };
		expect(await qrIn(leaflet.pdf, 1, area)).toBe(`${origin}/regions/sakura/2026`);
	});

	it('is the same bytes from another copy of the same data', async () => {
		expect(Buffer.from((await made(true))!.pdf).equals(Buffer.from(leaflet.pdf))).toBe(true);
		const live = await made(false);
		expect(Buffer.from(live!.pdf).equals(Buffer.from(leaflet.pdf))).toBe(false);
	});

	it('tells nothing that is for staff, for paper alone, or not public', async () => {
		const { db, region, ids } = world();
		resources.revise(db, ids.hidamari, {
			content: {
				...places.hidamari,
				...{ categories: ['consultation'], needs: ['not-sure'] },
				name: `${markup} 窓口`
			},
			...{ by, at }
		});
		const live = (await leafletOf(db, { regionId: region.id }, { origin, now }))!;
		const [page] = await readPdf(live.pdf);
		expect(page!.text).toContain('#settext(red)$x$*太字*');
		expect(page!.text).toContain('000-111-2222');
		expect(page!.text).not.toContain('カナリア');
		const id = editions.findByName(db, 'gunma-2026')!.id;
		const printed = (await leafletOf(db, { editionId: id }, { origin, now }))!;
		expect((await readPdf(printed.pdf))[0]!.text).not.toContain('カナリア');
	});

	it('is none where a region shows nothing', async () => {
		const { db } = world();
		const empty = regions.find(db, 'okinawa')!;
		expect(await leafletOf(db, { regionId: empty.id }, { origin, now })).toBeNull();
	});
});

describe('The poster of a region', () => {
	it.each([
		['a4', 210, 297, 1],
		['a3', 297, 420, Math.SQRT2]
	] as const)(
		'on %s has a name of at least 60 pt and a code of at least 40 mm',
		async (paper, width, height, scale) => {
			const db = copy(sample);
			const { poster } = regionPoster(db, regions.find(db, 'sakura')!, { origin });
			const { pdf, pages } = await posterPdf(db, poster, { paper });
			expect(pages).toBe(1);
			const [page] = await readPdf(pdf);
			expect([page!.width, page!.height].map(Math.round)).toEqual([width, height]);
			const name = page!.placed.find(({ text, size }) => size > 40 && text.includes('さくら'))!;
			expect(name.size).toBeGreaterThanOrEqual(60 * scale - 1);
			const area = { x: 18 * scale, y: height - 80 * scale, width: 54 * scale, height: 70 * scale };
			expect(await qrIn(pdf, 1, area)).toBe(`${origin}/regions/sakura`);
			expect(page!.text).toContain('これは架空の見本です。');
		}
	);

	it('is one page for the longest name too', async () => {
		const { db } = world();
		const region = {
			...regions.find(db, 'gunma')!,
			name: '見本県北部広域連合ひきこもり支援圏域',
			kana: 'みほんけんほくぶこういきれんごうひきこもりしえんけんいき'
		};
		const { poster } = regionPoster(db, region, { origin });
		const { pages } = await posterPdf(db, poster, { paper: 'a4' });
		expect(pages).toBe(1);
	});
});
