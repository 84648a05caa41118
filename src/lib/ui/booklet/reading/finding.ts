import { searchDocument } from '#lib/domain/search/index/document.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { bitset, fullBitset, has, set } from '#lib/domain/search/index/bitset.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { find } from '#lib/domain/search/search.ts';
import type { Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { sortKeyOf } from '#lib/domain/text/reading.ts';
import { unpackSpeech } from '#lib/domain/reader/offline/packed-speech.ts';
import {
	unpackSynonyms,
	vocabulariesOf,
	type RegionWords
} from '#lib/domain/reader/offline/region-file.ts';
import { aspects, choicesOf, type Aspect, type Entry } from './entries.ts';

export type Finding = {
	/** Best first. */
	entries: Entry[];
	/** Nothing matched; these resemble what was typed. */
	isLike: boolean;
};

/** Of what meets some of what was asked, where nothing meets all of it. */
const mostLike = 20;

/** Searches the entries as the website searches a region. Null where the words ask for nothing. */
export type Finder = (query: string, within: readonly Entry[]) => Finding | null;

export function finderOf(root: ParentNode, entries: readonly Entry[], words: RegionWords): Finder {
	const vocabularies = vocabulariesOf(words);
	// Beside them the index has 「オンライン」, which is no town.
	const towns = choicesOf(root, entries, 'municipality').filter((one) => /[市区町村]$/.test(one));
	const lexicon = lexiconOf({
		vocabularies,
		municipalities: towns.map((name) => ({ code: name, name, kana: '' })),
		synonyms: unpackSynonyms(words.synonyms),
		...(words.speech && { speech: unpackSpeech(words.speech) })
	});
	const codes = codesBy(vocabularies);
	const index = memoryIndex(
		entries.map(({ name, kana, organization, texts, said }) => ({
			search: searchDocument(
				{
					names: [name],
					kana: [kana],
					tags: [organization, ...said.municipality],
					texts: [...texts, ...said.ease]
				},
				aspects.flatMap((aspect) =>
					said[aspect].flatMap((one) =>
						aspect === 'municipality' ? `${aspect}=${one}` : (codes[aspect].get(one) ?? [])
					)
				)
			),
			sortKey: sortKeyOf(kana ?? name)
		}))
	);
	const scope = fullBitset(entries.length);
	const places = new Map(entries.map((entry, at) => [entry, at]));
	return (query, some) => {
		const within = bitset(entries.length);
		for (const entry of some) set(within, places.get(entry)!);
		const found = find(index, query, {
			...{ scope, within, lexicon },
			entryOf: (number) => {
				const at = entries.findIndex((entry) => entry.number === number);
				return at < 0 ? null : at;
			}
		});
		if (!found) return null;
		const ranked = found.ranked(within, entries.length);
		const full = ranked.filter((at) => has(found.full, at));
		const isLike = found.fuzzy || full.length === 0;
		const shown = full.length > 0 ? full : ranked.slice(0, mostLike);
		return { isLike, entries: shown.map((at) => entries[at]!) };
	};
}

/** The page says labels; search knows codes. */
function codesBy(vocabularies: Vocabularies): Record<Aspect, Map<string, string>> {
	const of = (aspect: 'category' | 'need' | 'ease') =>
		new Map(
			[...vocabularies[aspect].values()].flatMap(({ code, label, plain }) => [
				[plain, `${aspect}=${code}`] as const,
				[label, `${aspect}=${code}`] as const
			])
		);
	return {
		category: of('category'),
		need: of('need'),
		ease: of('ease'),
		municipality: new Map()
	};
}
