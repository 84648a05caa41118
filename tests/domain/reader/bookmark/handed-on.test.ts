import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf } from '#lib/domain/reader/bookmark/code.ts';
import { bookmarkFile, parseBookmarkFile } from '#lib/domain/reader/bookmark/file.ts';
import { parseShared, sharedText } from '#lib/domain/reader/bookmark/handed-on.ts';
import { annotate, emptyShelf, keep } from '#lib/domain/reader/bookmark/shelf.ts';
import { forbiddenLetter } from '#lib/domain/input/letters.ts';

const place = fc.record({
	region: fc.constantFrom('sakura', 'gunma'),
	id: fc.uuid({ version: 4 }),
	memo: fc.string({ unit: 'grapheme', maxLength: 80 }).filter((memo) => !forbiddenLetter(memo))
});

describe('A list that is handed on', () => {
	it('takes memos and its name along only where they were wished for', () => {
		const places = [{ region: 'sakura', id: crypto.randomUUID(), memo: '母には まだ言わない' }];
		expect(sharedText(places, null)).not.toMatch(/&|%/);
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), fc.string(), (places, name) => {
				const short = name.slice(0, 40);
				const hash = new URL(`https://a.example/bookmarks#${sharedText(places, { name: short })}`)
					.hash;
				expect(parseShared(hash)).toEqual({
					value: {
						name: short,
						places: places.map(({ id, region, memo }) => ({ region, mark: markOf(id), memo }))
					}
				});
			})
		);
	});

	it('that is none at all is answered with a sentence, never with an exception', () => {
		expect([parseShared(''), parseShared('#')]).toEqual([null, null]);
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), (text) => {
				const read = parseShared(`#${text}`);
				if (read && 'issue' in read) expect(read.issue).toMatch(/。$/);
			})
		);
	});
});

describe('A file of bookmarks', () => {
	const id = '97157a64-6e8e-453c-86ab-de9886437ca0';
	const kept = {
		id,
		region: 'sakura',
		name: 'ひだまり',
		memo: '',
		mark: null,
		keptOn: '2026-11-26'
	};
	const shelf = annotate(keep(emptyShelf(), kept), id, { memo: 'メモ', mark: 'soon' });

	it('comes back as it went out', () => {
		expect(parseBookmarkFile(bookmarkFile(shelf, []))).toEqual({ value: { shelf, copies: [] } });
	});

	it.each([
		['もの', 'このファイルは読み取れませんでした'],
		['[]', 'しおりではありません'],
		['{"kind":"chiiki-bookmark","version":2}', 'ファイルの'],
		[bookmarkFile(shelf, []).replace('"soon"', '"never"'), 'いつか・こんど・行った'],
		[bookmarkFile(shelf, []).replace('2026-11-26', 'きのう'), '日付ではありません'],
		[bookmarkFile(shelf, []).replaceAll(id, 'x'), '番号の形が違います'],
		[bookmarkFile(annotate(shelf, id, { memo: 'あ'.repeat(2001) }), []), '2000文字まで']
	])('is refused with a sentence when it is %s', (written, words) => {
		const read = parseBookmarkFile(written);
		expect('issue' in read && read.issue).toContain(words);
		expect('issue' in read && read.issue).toMatch(/。$/);
	});
});
