import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import { sheetAudiences, type Coverage } from '#lib/domain/edition/coverage.ts';
import { fateNames, fates, type Fate } from '#lib/domain/edition/comparison.ts';

/** One place of the year, as readers may know it today. */
export type ResultRow = {
	fate: Fate;
	/** In the edition; of what it leaves out, in the one before. */
	number: number;
	name: string;
	kana: string | null;
	/** In words; empty where it may not be told. */
	chapter: string;
	municipality: string;
	fields: FieldChange[];
};

/** What came of a year, told by what readers may see: no place on paper alone, nothing for staff. */
export type YearResults = {
	/** The year before that was published; null: this is the first. */
	from: number | null;
	to: number;
	/** That readers find. */
	entries: number;
	/** That the edition has beside them, on paper alone or hidden since: a number, and no word of them. */
	untold: number;
	fates: Record<Fate, number>;
	rows: ResultRow[];
	/** The most frequent first; `words` of a method, or that nothing is recorded. */
	checks: { words: string; count: number }[];
	gaps: {
		chapters: string[];
		towns: { name: string; cells: Record<'total' | (typeof sheetAudiences)[number], number>[] }[];
		/** Cells of municipalities in which there is nothing, and how many there are. */
		blanks: number;
		cells: number;
	};
};

/** By name: the labels of codes. */
export type GapNames = { chapters: string[]; townOf: (code: string) => string };

export function gapsOf(sheet: Coverage, { chapters, townOf }: GapNames): YearResults['gaps'] {
	const towns = [...sheet].map(([code, row]) => ({
		code,
		name: code === '' ? 'オンライン・市区町村なし' : townOf(code),
		cells: [...row.values()]
	}));
	const ofTowns = towns.filter(({ code }) => code !== '').flatMap(({ cells }) => cells);
	return {
		chapters,
		towns: towns.map(({ name, cells }) => ({ name, cells })),
		blanks: ofTowns.filter(({ total }) => total === 0).length,
		cells: ofTowns.length
	};
}

type Cell = string | number | null;

/** 「区分・項目・件数」: all that the year can be counted by. */
export const countsTable = ({ fates: counts, ...results }: YearResults): Cell[][] => [
	['区分', '項目', '件数'],
	['掲載', `${results.to}年度版（サイトで読める場所）`, results.entries],
	['掲載', '紙の冊子だけの場所と、あとで見えなくした場所（数だけ）', results.untold],
	...fates.map((fate): Cell[] => [
		'変わりかた',
		results.from === null
			? fateNames[fate]
			: `${fateNames[fate]}（${results.from}年度版とくらべて）`,
		counts[fate]
	]),
	...results.checks.map(({ words, count }): Cell[] => ['確認のしかた', words, count]),
	['すきま', '場所のない「市区町村と章」の組', results.gaps.blanks],
	['すきま', '「市区町村と章」の組のすべて', results.gaps.cells]
];

/** One line for a place, or for each of its fields that changed. */
export const placesTable = ({ from, to, rows }: YearResults): Cell[][] => [
	...[
		['状態', '番号', '名前', 'よみ', '章', '市区町村', '項目', `${from ?? '前'}年度`, `${to}年度`]
	],
	...rows.flatMap(({ fields, ...row }): Cell[][] => {
		const start = [fateNames[row.fate], row.number, row.name, row.kana];
		const whole = [...start, row.chapter, row.municipality];
		if (fields.length === 0) return [[...whole, null, null, null]];
		return fields.map(({ title, before, after }) => [...whole, title, before, after]);
	})
];

/** One line for a municipality and chapter; a blank is a 0. */
export const gapsTable = ({ gaps }: YearResults, audiences: string[]): Cell[][] => [
	['市区町村', '章', '件数', ...audiences],
	...gaps.towns.flatMap(({ name, cells }) =>
		cells.map((cell, at): Cell[] => [
			...[name, gaps.chapters[at]!, cell.total],
			...sheetAudiences.map((audience) => cell[audience])
		])
	)
];
