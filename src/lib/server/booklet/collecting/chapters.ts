import type { BookletChapter } from '#lib/domain/booklet/booklet.ts';
import type { ChapterOrder } from '#lib/domain/edition/edition.ts';
import { elsewhereOf, municipalityChapter } from '#lib/domain/edition/municipality-chapter.ts';
import { symbolOf } from '#lib/domain/listing/row.ts';
import { withKana, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Told } from './entries.ts';
import { readTowns } from './known-readings.ts';
import { mapOf, townsOf } from './maps.ts';

type Chapter = Omit<BookletChapter, 'entries'> & { numbers: number[] };
/** How a chapter is called, and how its map is. */
type Heading = { label: Ruby; symbol: string; onMap: string };

const chapterOf: Record<ChapterOrder, (one: Told) => string> = {
	category: ({ chapter }) => chapter,
	hand: ({ chapter }) => chapter,
	municipality: ({ content }) => municipalityChapter(content.place),
	kana: () => ''
};

/** In the order of the first number of each, and what belongs to no municipality last; it pauses after every map. */
export function* chaptersOf(
	db: Database,
	told: readonly Told[],
	order: ChapterOrder
): Generator<void, { chapters: Chapter[]; credit: string | null }> {
	const headingOf = headings[order](db, told);
	const towns = townsOf(db, told);
	const groups = [...Map.groupBy(told, chapterOf[order])];
	const isLast = (code: string) => order === 'municipality' && elsewhereOf(code) !== null;
	const chapters: Chapter[] = [];
	let credit: string | null = null;
	for (const [code, own] of groups.toSorted(([a], [b]) => Number(isLast(a)) - Number(isLast(b)))) {
		const { onMap, ...heading } = headingOf(code);
		const drawn = mapOf(db, `${onMap}の地図`, own, towns);
		credit ??= drawn?.credit ?? null;
		chapters.push({
			...{ code, ...heading, place: chapters.length, map: drawn && drawn.map },
			numbers: own.map(({ number }) => number)
		});
		yield;
	}
	return { chapters, credit };
}

type Headings = (db: Database, told: readonly Told[]) => (code: string) => Heading;

const byCategory: Headings = (db) => {
	const { vocabularies } = names(db);
	return (code) => {
		const { label = code, kana = null } = vocabularies.category.get(code) ?? {};
		const symbol = symbolOf(code, vocabularies);
		return { label: withKana(label, kana), symbol, onMap: label };
	};
};

const headings: Record<ChapterOrder, Headings> = {
	category: byCategory,
	hand: byCategory,
	municipality: (db, told) => {
		const towns = readTowns(db, told);
		return (code) => {
			const elsewhere = elsewhereOf(code);
			const [name, kana] = elsewhere
				? [elsewhere.words, elsewhere.kana]
				: (towns.get(code) ?? [code, null]);
			const symbol = code === 'online' ? 'screen' : 'place';
			return { label: withKana(name, kana), symbol, onMap: name };
		};
	},
	kana: () => () => ({
		label: withKana('この冊子の場所', 'このさっしのばしょ'),
		symbol: 'place',
		onMap: '掲載の場所'
	})
};
