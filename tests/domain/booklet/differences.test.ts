import { expect, test } from 'vitest';
import { areSame, differencesOf, withoutBytes } from '#lib/domain/booklet/differences.ts';
import type { Booklet, BookletEntry } from '#lib/domain/booklet/booklet.ts';
import { anyBooklet, anyEntry } from '../../support/booklet.ts';

const bare = (booklet: Booklet) =>
	withoutBytes(booklet, (text) => String(text.length).padStart(64, '0'));
const before = bare(anyBooklet(12));

/** With another first entry. */
function changed(change: Partial<BookletEntry>): Booklet {
	const [first, ...rest] = before.chapters;
	const [entry, ...others] = first!.entries;
	return {
		...before,
		chapters: [{ ...first!, entries: [{ ...entry!, ...change }, ...others] }, ...rest]
	};
}
const fieldsOf = (change: Partial<BookletEntry>) =>
	differencesOf(before, changed(change)).changed.flatMap(({ fields }) => fields);

test('the same booklet has no differences', () => {
	expect(areSame(differencesOf(before, structuredClone(before)))).toBe(true);
});

test.each<[Partial<BookletEntry>, string]>([
	[{ number: 99 }, '番号'],
	[{ name: [{ text: '新しい名前' }] }, '名前'],
	[{ name: [{ text: '家', kana: 'うち' }] }, '名前'],
	[{ kana: 'べつ' }, '名前のよみ'],
	[{ organization: [{ text: '別の会' }] }, '団体'],
	[{ notice: [{ text: '休止中' }] }, 'おしらせ'],
	[{ who: [{ text: '家族' }] }, '対象'],
	[{ text: [{ text: '別の文' }] }, '説明'],
	[{ firstVisit: [[{ text: '玄関で' }]] }, 'はじめて行く日'],
	[{ when: [[{ text: '毎日' }]] }, '日時'],
	[{ where: null }, '所在地'],
	[{ access: [{ text: '駅から' }] }, '行き方'],
	[{ contacts: [] }, '連絡先'],
	[{ fee: [{ text: '500円' }] }, '費用'],
	[{ eases: [] }, '参加しやすさ'],
	[{ checked: '訪問で確認 2026年1月1日' }, '確認']
])('an entry that says something else is told by its field: %j', (change, title) => {
	expect(fieldsOf(change).map((field) => field.title)).toContain(title);
});

test('a field that is empty is nothing, and a picture is told by its words alone', () => {
	expect(fieldsOf({ contacts: [] })).toEqual([
		{ title: '連絡先', before: expect.stringContaining('') as string, after: null }
	]);
	const picture = { type: 'image/png' as const, sha256: 'd', bytes: 'a'.repeat(64), alt: '玄関' };
	expect(fieldsOf({ picture })).toEqual([{ title: '写真', before: null, after: '玄関' }]);
});

test('entries that came and went are told by number and name, and the rest of the booklet by its parts', () => {
	const added = anyEntry(50, { id: 'new', name: [{ text: '新しい家' }] });
	const [first, ...rest] = before.chapters;
	const after: Booklet = {
		...before,
		words: { ...before.words, foreword: '別のはじめに' },
		chapters: [{ ...first!, entries: [...first!.entries.slice(1), added] }, ...rest]
	};
	const { added: came, gone, changed: others, words } = differencesOf(before, after);
	expect(came).toEqual([{ id: 'new', number: 50, name: '新しい家' }]);
	expect(gone.map(({ id }) => id)).toEqual([first!.entries[0]!.id]);
	expect(others).toEqual([]);
	expect(words).toMatchObject([{ title: 'はじめのことば', after: '別のはじめに' }]);
});

test('a map that is drawn otherwise is told, without its bytes', () => {
	const chapters = before.chapters.map((chapter) => ({
		...chapter,
		map: chapter.map && { ...chapter.map, svg: '1'.repeat(64) }
	}));
	expect(differencesOf(before, { ...before, chapters }).words).toEqual([
		{ title: '地図', before: '前の絵', after: '別の絵' }
	]);
});
