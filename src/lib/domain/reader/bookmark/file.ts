import * as v from 'valibot';
import { isOfSample, sampleMark } from '#lib/domain/region/sample.ts';
import type { Copy } from './copy.ts';
import { longestMemo, longestName, marks, mended, most, type Shelf } from './shelf.ts';

/** What is exported, and taken back in. */
export type BookmarkFile = { kind: typeof kind; version: 1; shelf: Shelf; copies: Copy[] };

const kind = 'chiiki-bookmark';
/** Bytes; a shelf that is full, with every copy, is less. */
export const largestFile = 40_000_000;

const text = (what: string, max: number) =>
	v.pipe(
		v.string(`${what}が文字ではありません`),
		v.maxLength(max, `${what}が長すぎます。${max}文字までです`)
	);
const id = v.pipe(
	v.string('場所の番号がありません'),
	v.regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/, '場所の番号の形が違います')
);
const kept = v.object({
	id,
	region: v.pipe(text('地域', 40), v.regex(/^[a-z][a-z0-9-]*$/, '地域の書き方が違います')),
	name: text('場所の名前', 200),
	memo: v.optional(text('メモ', longestMemo), ''),
	mark: v.optional(
		v.nullable(v.picklist(marks, '印は「いつか・こんど・行った」のどれかです')),
		null
	),
	keptOn: v.pipe(v.string(), v.isoDate('はさんだ日が日付ではありません'))
});
const list = v.object({
	id: text('リストの番号', 60),
	name: text('リストの名前', longestName),
	places: v.array(id, 'リストの中身がありません')
});
/** What a copy says is looked at when it is shown; it is only ever shown as text. */
const copy = v.looseObject({
	id,
	on: v.pipe(v.string(), v.isoDate()),
	page: v.looseObject({
		id,
		text: v.looseObject({ name: v.string() }),
		profile: v.looseObject({ ways: v.array(v.unknown()) })
	})
});
const file = v.object({
	kind: v.literal(kind),
	version: v.literal(1),
	shelf: v.object({
		lists: v.pipe(v.array(list), v.maxLength(most.lists, `リストは${most.lists}個までです`)),
		places: v.record(id, kept)
	}),
	copies: v.optional(v.array(v.unknown()), [])
});

/** Each place of the invented region says that it is one: whoever opens the file elsewhere has no other sign. */
export function bookmarkFile(shelf: Shelf, copies: readonly Copy[]): string {
	const invented = new Set(copies.flatMap(({ id, page }) => (isOfSample(page.region) ? id : [])));
	const places = Object.entries(shelf.places).map(([id, kept]) => {
		const isSample = invented.has(id) || isOfSample({ slug: kept.region });
		return [id, { ...kept, ...(isSample && { sample: sampleMark }) }] as const;
	});
	const marked = copies.map((copy) =>
		invented.has(copy.id) ? { ...copy, sample: sampleMark } : copy
	);
	const written = { ...shelf, places: Object.fromEntries(places) };
	return JSON.stringify({ kind, version: 1, shelf: written, copies: marked });
}

/** `issue` is a sentence that names what was found and what is expected. */
export function parseBookmarkFile(
	written: string
): { value: Pick<BookmarkFile, 'shelf' | 'copies'> } | { issue: string } {
	let found: unknown;
	try {
		found = JSON.parse(written);
	} catch {
		return {
			issue: 'このファイルは読み取れませんでした。しおりから書き出したファイルを選んでください。'
		};
	}
	if (typeof found !== 'object' || found === null || !('kind' in found) || found.kind !== kind) {
		return {
			issue: 'このファイルは、しおりではありません。しおりから書き出したファイルを選んでください。'
		};
	}
	const read = v.safeParse(file, found);
	if (!read.success) {
		const [issue] = read.issues;
		const where = v.getDotPath(issue) ?? 'ファイル';
		return {
			issue: `ファイルの「${where}」：${issue.message}。取り込まずに、いまのしおりをそのまま残しました。`
		};
	}
	const { shelf, copies } = read.output;
	if (Object.keys(shelf.places).length > most.places) {
		return { issue: `場所が多すぎます。${most.places}か所までです。` };
	}
	return {
		value: {
			shelf: mended(shelf),
			copies: copies.filter((one): one is Copy => v.is(copy, one))
		}
	};
}
