import { describe, expect, it } from 'vitest';
import { labelSheets, sheetWords } from '#lib/domain/booklet/papers/label-sheets.ts';
import { parseStickerForm, tooMany } from '#lib/domain/booklet/papers/sticker-order.ts';
import { stickerSheets, stickersOf, type Correction } from '#lib/domain/booklet/papers/stickers.ts';

const [sheet24, sheet12, sheet10] = labelSheets as [
	(typeof labelSheets)[0],
	(typeof labelSheets)[0],
	(typeof labelSheets)[0]
];
const means = { edition: 'さくら地域 2026年度版', address: 'https://example.jp/e?number=15' };
type Fields = NonNullable<Correction['told']>['fields'];

const correction = (fields: Fields, change: Partial<Correction> = {}): Correction => ({
	...{ number: 15, page: 12, since: '2026-10-01', told: { name: 'ひだまり', fields } },
	...change
});
const field = (title: string, before: string | null, after: string | null) => ({
	...{ field: title, title, before, after }
});

describe('A sheet of labels', () => {
	it('has the measures that are printed on its box, and lies in the middle of A4', () => {
		expect(labelSheets.map(sheetWords)).toEqual([
			'24面（70 × 33.9 mm）',
			'12面（86.4 × 42.3 mm）',
			'10面（86.4 × 50.8 mm）'
		]);
		for (const { columns, rows, width, height, left, top, faces } of labelSheets) {
			expect(columns * rows).toBe(faces);
			expect(2 * left + columns * width).toBeCloseTo(210, 1);
			expect(2 * top + rows * height).toBeCloseTo(297, 1);
		}
	});
});

describe('A sticker', () => {
	it('says where it belongs, and only what differs of a list', () => {
		const [sticker, ...others] = stickersOf(
			correction([
				field(
					'連絡先',
					'電話／000-111-2222／メール／a@example.jp',
					'電話／000-333-4444／メール／a@example.jp'
				)
			]),
			{ ...means, sheet: sheet24 }
		);
		expect(others).toEqual([]);
		expect(sticker).toEqual({
			...{ edition: 'さくら地域 2026年度版', where: '12ページ・15番', name: 'ひだまり' },
			lines: [{ title: '連絡先', before: '000-111-2222', after: '000-333-4444' }],
			...{ part: null, more: null, address: null }
		});
	});

	it('says that something came or went', () => {
		const [sticker] = stickersOf(
			correction([field('費用', null, '無料'), field('行き方', '駅から5分', null)]),
			{ ...means, sheet: sheet10 }
		);
		expect(sticker!.lines).toEqual([
			{ title: '費用', before: null, after: '無料' },
			{ title: '行き方', before: '駅から5分', after: null }
		]);
	});

	it('says the whole of a list whose order alone changed', () => {
		const [sticker] = stickersOf(correction([field('対象', '本人／家族', '家族／本人')]), {
			...means,
			sheet: sheet12
		});
		expect(sticker!.lines).toEqual([{ title: '対象', before: '本人／家族', after: '家族／本人' }]);
	});

	it('goes on on another one, and is counted', () => {
		const fields = [1, 2, 3].map((at) =>
			field(`ようす${at}`, `まえは${'あ'.repeat(20)}`, `いまは${'い'.repeat(20)}`)
		);
		const stickers = stickersOf(correction(fields), { ...means, sheet: sheet24 });
		expect(stickers.length).toBeGreaterThan(1);
		expect(stickers.map(({ part }) => part)).toEqual(
			stickers.map((_, at) => `${at + 1}/${stickers.length}`)
		);
		expect(stickers.flatMap(({ lines }) => lines.map(({ title }) => title))).toEqual(
			fields.map(({ title }) => title)
		);
		expect(stickers.every(({ address }) => address === null)).toBe(true);
	});

	it('leads by a code to what no face holds, and cuts nothing that is new', () => {
		const stickers = stickersOf(
			correction([field('費用', null, '無料'), field('紹介', 'あ'.repeat(400), 'い'.repeat(400))]),
			{ ...means, sheet: sheet24 }
		);
		expect(stickers.map(({ lines, more, address }) => [lines.length, more, address])).toEqual([
			[1, null, null],
			[0, '紹介が変わりました。詳しくは、右のコードから。', means.address]
		]);
	});

	it('is one with a code where an entry would fill more than anybody pastes in', () => {
		const fields = Array.from({ length: 30 }, (_, at) =>
			field(`こと${at}`, 'あ'.repeat(24), 'い'.repeat(40))
		);
		const stickers = stickersOf(correction(fields), { ...means, sheet: sheet24 });
		expect(stickers).toHaveLength(1);
		expect(stickers[0]!.address).toBe(means.address);
	});

	it('of a withdrawn entry has its number and nothing else', () => {
		expect(
			stickersOf(correction([], { told: null, page: null }), { ...means, sheet: sheet24 })
		).toEqual([
			{
				...{ edition: 'さくら地域 2026年度版', where: '15番', name: null, part: null, lines: [] },
				...{ more: 'この掲載は、取り下げられました。', address: null }
			}
		]);
	});
});

describe('An order of stickers', () => {
	const parse = (query: string) => parseStickerForm(new URLSearchParams(query));

	it('is 24 faces, from the first one, once each, where nobody says otherwise', () => {
		expect(parse('')).toMatchObject({
			order: { sheet: { faces: 24 }, start: 1, copies: 1, outlines: false, numbers: null },
			issues: {}
		});
	});

	it('reads full-width digits, and which entries are meant', () => {
		expect(
			parse('sheet=12&start=１２&copies=３&outlines=on&chosen=1&number=4&number=7')
		).toMatchObject({
			order: { sheet: { faces: 12 }, start: 12, copies: 3, outlines: true, numbers: [4, 7] },
			issues: {}
		});
		expect(parse('chosen=1').order.numbers).toEqual([]);
	});

	it.each([
		[
			'sheet=10&start=11',
			{ start: '「11」は使えません。この用紙は10面です。1から10までの数字を入れてください。' }
		],
		[
			'start=0',
			{ start: '「0」は使えません。この用紙は24面です。1から24までの数字を入れてください。' }
		],
		[
			'copies=たくさん',
			{ copies: '「たくさん」は使えません。1から300までの数字を入れてください。' }
		],
		['copies=301', { copies: '「301」は使えません。1から300までの数字を入れてください。' }]
	])('%s is answered by what was found and what is expected', (query, issues) => {
		expect(parse(query).issues).toEqual(issues);
	});

	it('has a most, told in faces and sheets', () => {
		const { order } = parse('copies=300');
		expect(tooMany(8, order)).toBeNull();
		expect(tooMany(9, order)).toContain('9枚ずつ300組で2700面（用紙113枚）');
	});

	it('begins at the first face that is still there', () => {
		const { order } = parse('start=3&copies=2');
		const [sticker] = stickersOf(correction([field('費用', null, '無料')]), {
			...means,
			sheet: order.sheet
		});
		expect(stickerSheets('正誤', [sticker!, sticker!], order).faces).toEqual([
			null,
			null,
			0,
			0,
			1,
			1
		]);
	});
});
