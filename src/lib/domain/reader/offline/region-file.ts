import type { Point } from '#lib/domain/map/bounds.ts';
import type { Crisis } from '#lib/domain/search/crisis/contact.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import type { MadeReadings } from '#lib/domain/text/generated-reading.ts';
import type { MeaningFacet } from '#lib/domain/search/sentence/meaning.ts';
import type { PackedSpeech } from './packed-speech.ts';
import { vocabularyNames, type Term, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';

/** What a browser needs to search a region by itself: what its pages and their map show anyway. */
export type RegionFile = {
	region: { slug: string; name: string; kana: string };
	/** Older revisions before newer ones: that is the order of what has the same kana. */
	resources: RegionResource[];
	vocabularies: Record<MeaningFacet, Term[]>;
	/** Those of the region. */
	municipalities: {
		code: string;
		name: string;
		kana: string;
		prefecture: string;
		/** On a map. */
		at: Point | null;
	}[];
	/** A word, and the words it may stand for, in runs of one weight: thousands of steps share words. */
	synonyms: { from: string; to: { weight: number; words: string[] }[] }[];
	/** How people say what they look for; a device may keep a file of before there was any. */
	speech?: PackedSpeech;
	/** Words of danger, and whom to reach; a device may keep a file of before there was any. */
	crisis?: Crisis;
};

export type RegionResource = {
	row: Row;
	plainName: string | null;
	description: string | null;
	activities: string | null;
	organization: { name: string; kana: string | null } | null;
	town: string | null;
	/** Of an exact place. */
	point: Point | null;
	/** Readings that nobody has checked: to be searched, not to be shown. */
	made?: MadeReadings;
	/** 「category=ibasho」 */
	codes: string[];
	/** Day of the newest check. */
	checkedOn: string | null;
};

/** What does not differ from region to region. */
export type RegionWords = Pick<RegionFile, 'vocabularies' | 'synonyms' | 'speech' | 'crisis'>;

type Step = { from: string; to: string; weight: number };

export function packSynonyms(steps: readonly Step[]): RegionFile['synonyms'] {
	return [...Map.groupBy(steps, ({ from }) => from)].map(([from, some]) => {
		const to: { weight: number; words: string[] }[] = [];
		for (const { to: word, weight } of some) {
			const last = to.at(-1);
			if (last?.weight === weight) last.words.push(word);
			else to.push({ weight, words: [word] });
		}
		return { from, to };
	});
}

export const unpackSynonyms = (packed: RegionFile['synonyms']): Step[] =>
	packed.flatMap(({ from, to }) =>
		to.flatMap(({ weight, words }) => words.map((word) => ({ from, to: word, weight })))
	);

/** By code; those that no search needs are empty. */
export const vocabulariesOf = ({ vocabularies }: Pick<RegionFile, 'vocabularies'>): Vocabularies =>
	Object.fromEntries(
		vocabularyNames.map((name) => {
			const terms = name in vocabularies ? vocabularies[name as MeaningFacet & typeof name] : [];
			return [name, new Map(terms.map((term) => [term.code, term]))];
		})
	) as Vocabularies;
