import type { ChapterOrder } from '#lib/domain/edition/edition.ts';
import { lineage } from '#lib/domain/labels/vocabulary.ts';
import type { Names } from '#lib/domain/listing/row.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { sortKeyOf } from '#lib/domain/text/reading.ts';
import type { BookletIndex } from '#lib/domain/booklet/booklet.ts';
import {
	elsewhereOf,
	municipalityChapter,
	municipalityOrder
} from '#lib/domain/edition/municipality-chapter.ts';
import { inLine } from './lines.ts';

/** What the indexes go by. */
export type Indexed = { number: number; content: PublicContent };

type Group = BookletIndex['groups'][number];

const rows = ['あいうえお', 'かきくけこ', 'さしすせそ', 'たちつてと', 'なにぬねの'].concat(
	...['はひふへほ', 'まみむめも', 'やゆよ', 'らりるれろ', 'わゐゑをん']
);
const otherLetters = '英数字など';
const withoutKana = 'よみがな未記入';

/** 五十音, 目的, 市区町村, and 区分 where chapters do not say it; a place that has ended stands in the first alone. */
export function indexesOf(
	all: readonly Indexed[],
	names: Names,
	/** `municipalities`: codes of the region's, in its order. */
	{ municipalities, order }: { municipalities: readonly string[]; order: ChapterOrder }
): BookletIndex[] {
	const open = all.filter(({ content }) => content.operation !== 'closed');
	return [
		{ code: 'kana', title: '五十音のさくいん', groups: byKana(all) },
		{ code: 'need', title: '目的のさくいん', groups: byNeed(open, names) },
		...(order === 'municipality'
			? [{ code: 'category', title: '区分のさくいん', groups: byCategory(open, names) } as const]
			: []),
		{
			code: 'municipality',
			title: '市区町村のさくいん',
			groups: byMunicipality(open, names, municipalities)
		}
	];
}

/** A name that is written in kana needs no other. */
export const readingOfName = ({ name, kana }: Pick<PublicContent, 'name' | 'kana'>) =>
	kana ?? (/^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u.test(name) ? name : null);

function byKana(all: readonly Indexed[]): Group[] {
	const sorted = all
		.map((one) => {
			const reading = readingOfName(one.content);
			return { one, key: reading === null ? null : sortKeyOf(reading) };
		})
		.sort((a, b) => inOrder(a.key ?? '', b.key ?? '') || a.one.number - b.one.number);
	const headingOf = (key: string | null) => {
		if (key === null) return withoutKana;
		return rows.find((row) => row.includes(key[0]!))?.[0] ?? otherLetters;
	};
	return grouped(
		[...rows.map((row) => row[0]!), otherLetters, withoutKana],
		sorted.map(({ one, key }) => ({ heading: headingOf(key), one }))
	);
}

/** By code unit, as `sortKeyOf` is meant: the same on every machine. */
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byNeed(all: readonly Indexed[], { vocabularies }: Names): Group[] {
	const terms = [...vocabularies.need.values()];
	return grouped(
		terms.map(({ label }) => label),
		terms.flatMap(({ code, label }) =>
			all
				.filter(({ content }) => content.needs.includes(code))
				.map((one) => ({ heading: label, one }))
		)
	);
}

function byCategory(all: readonly Indexed[], { vocabularies: { category } }: Names): Group[] {
	const placed = all.map((one) => ({
		heading: category.get(lineage(category, one.content.categories[0]!).at(-1)!)?.label ?? '',
		one
	}));
	return grouped(
		[...category.values()].map(({ label }) => label),
		placed
	);
}

function byMunicipality(
	all: readonly Indexed[],
	{ municipalities: known }: Names,
	own: readonly string[]
): Group[] {
	const nameOf = (code: string) => elsewhereOf(code)?.inIndex ?? known.get(code) ?? code;
	const placed = all.map((one) => ({ code: municipalityChapter(one.content.place), one }));
	const order = municipalityOrder(
		own,
		placed.map(({ code }) => code)
	);
	return grouped(
		order.map(nameOf),
		placed.map(({ code, one }) => ({ heading: nameOf(code), one }))
	);
}

/** In the order of the headings, without those that nothing stands under. */
function grouped(
	headings: readonly string[],
	placed: readonly { heading: string; one: Indexed }[]
): Group[] {
	const by = Map.groupBy(placed, ({ heading }) => heading);
	return [...new Set(headings)].flatMap((heading) => {
		const items = (by.get(heading) ?? []).map(({ one: { number, content } }) => ({
			words: inLine(content.name),
			number
		}));
		return items.length > 0 ? [{ heading, items }] : [];
	});
}
