import { describe, expect, test } from 'vitest';
import { coarseness, parsePutting } from '#lib/domain/booklet/picture/picture.ts';
import { pictureFormat } from '#lib/domain/booklet/picture/picture-file.ts';
import { isbnIn, publisherIn } from '#lib/domain/booklet/deposit/deposit.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('A file that is no picture', () => {
	test.each([
		['HEIC of a telephone', '\0\0\0\x18ftypheic\0\0', '最も互換性のあるフォーマット'],
		['AVIF', '\0\0\0\x18ftypavif\0\0', 'AVIF'],
		['GIF', 'GIF89a', 'GIF は使えません'],
		['PDF', '%PDF-1.7', 'PDF は使えません'],
		['a document of Word', 'PK\x03\x04', 'ワードやエクセル'],
		['SVG', '<svg xmlns="http://www.w3.org/2000/svg">', 'SVG'],
		['HTML', '  <!doctype html><script>', 'SVG など'],
		['TIFF', 'II*\0', 'TIFF'],
		['nothing', '', '空です'],
		['a text', 'これは', '写真として読めない']
	])('is told by what it is: %s', (_, text, words) => {
		const found = pictureFormat(bytes(text));
		expect('problem' in found && found.problem).toContain(words);
	});

	test.each([
		['\xff\xd8\xff\xe0', 'jpeg'],
		['\x89PNG\r\n\x1a\n', 'png'],
		['RIFF\0\0\0\0WEBP', 'webp']
	])('%j is looked at further, whatever its name', (text, format) => {
		expect(pictureFormat(bytes(text))).toEqual({ format });
	});
});

describe('What is said with a picture', () => {
	const good = { alt: ' 畳の\n部屋。 ', agreed: 'yes', agreedBy: '代表', agreedOn: '2026-06-01' };
	const read = (change: Record<string, string> = {}, hasFile = true) => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ ...good, ...change })) form.set(name, value);
		return parsePutting(form, { hasFile, today: '2026-06-02' });
	};

	test('is taken in one line', () => {
		const words = { alt: '畳の 部屋。', agreedBy: '代表', agreedOn: '2026-06-01' };
		expect(read()).toMatchObject({ issues: {}, words });
	});

	test.each([
		[{ alt: ' ' }, 'alt', '声で伝わります'],
		[{ alt: 'あ'.repeat(201) }, 'alt', '200文字まで'],
		[{ alt: 'あ\u202eい' }, 'alt', '2文字目'],
		[{ agreed: '' }, 'agreed', '同意しているときだけ'],
		[{ agreedBy: '' }, 'agreed', '役割で'],
		[{ agreedOn: '2026-06-31' }, 'agreedOn', '2026-06-31'],
		[{ agreedOn: '2026-06-03' }, 'agreedOn', 'まだ来ていない日']
	])('names what is wrong: %j', (change: Record<string, string>, field, words) => {
		const { issues, words: taken, typed } = read(change);
		expect(taken).toBeNull();
		expect(Object.keys(issues)).toEqual([field]);
		expect(Object.values(issues)[0]).toContain(words);
		expect(typed.alt.trim()).toBe((change['alt'] ?? good.alt).trim());
	});

	test('is nothing without a file', () => {
		expect(Object.keys(read({}, false).issues)).toEqual(['file']);
	});
});

test.each([
	['photo', 900, 1200, false],
	['photo', 440, 331, false],
	['photo', 400, 300, true],
	['photo', 1000, 100, false],
	['cover', 2400, 900, false],
	['cover', 2400, 300, true],
	['cover', 900, 2400, true]
] as const)('A %s of %i by %i pixels is too coarse for print: %s', (kind, width, height, is) => {
	expect(coarseness(kind, { width, height }) !== null).toBe(is);
});

test.each([
	['発行 見本の会\n発行日 2026年6月1日', '見本の会'],
	['発行日：2026年6月1日\n編集・発行：さくら市 福祉課', 'さくら市 福祉課'],
	['発行 2026年6月1日', null],
	['発行年月日 2026年\n発行者 見本県', '見本県'],
	['連絡先 000-111-2222', null],
	[null, null]
])('The publisher in an imprint: %j', (imprint, publisher) => {
	expect(publisherIn(imprint)).toBe(publisher);
});

test('An ISBN is found in an imprint, and nothing else is one', () => {
	expect(isbnIn('ISBN 978-4-00-000000-1')).toBe('978-4-00-000000-1');
	expect(isbnIn('電話 000-111-2222')).toBeNull();
});
