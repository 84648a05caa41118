import type { Time } from '#lib/domain/calendar/time-of-day.ts';
import type { Weekday } from '#lib/domain/calendar/weekday.ts';
import type { VocabularyName } from '#lib/domain/labels/vocabulary.ts';

/** What a saying can mean: terms of these vocabularies, and what `Means` names beside them. */
export const meaningFacets = [
	'need',
	'ease',
	'category',
	'audience',
	'gender',
	'fee',
	'accessibility',
	'language',
	'residency',
	'intake'
] as const satisfies readonly VocabularyName[];

export type MeaningFacet = (typeof meaningFacets)[number];

/** Of several codes of a facet one is enough; of several facets all are meant. */
export type Means = Partial<Record<MeaningFacet, string[]>> & {
	day?: Weekday[] | undefined;
	time?: Time[] | undefined;
	online?: 'yes'[] | undefined;
	/** One age, or the first and the last. */
	age?: number[] | undefined;
};

/** `data/vocabulary/sayings.json`, as it is written (docs/sayings.md). */
export type Sayings = {
	/** Words that stand for each other: 「{子}」 in a saying. */
	classes: Record<string, string[]>;
	/** Spellings of one stem; the first stands for all. */
	spellings: string[][];
	/** 「話 はな」: kana in which a stem is typed by whoever types no kanji. */
	readings: string[];
	sayings: {
		says: string[];
		means: Means;
		/** Words that a fitting place may have in its name or texts. */
		words?: string[] | undefined;
		/** 1: this is meant; less: perhaps. */
		weight?: number | undefined;
		note?: string | undefined;
	}[];
};
