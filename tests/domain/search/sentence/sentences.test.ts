import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueDocument } from '#lib/domain/listing/catalogue-document.ts';
import { fullBitset } from '#lib/domain/search/index/bitset.ts';
import { searchDocument } from '#lib/domain/search/index/document.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { search } from '#lib/domain/search/search.ts';
import { sample } from '../../../../bench/search-data.ts';
import { lexicon, vocabularies } from '../../../support/lexicon.ts';
import { fifth } from './fifth.ts';
import { first } from './first.ts';
import { fourth } from './fourth.ts';
import { nonsense } from './nonsense.ts';
import { second } from './second.ts';
import { asked, fitting, shown, type Sentence } from './sentence.ts';
import { third } from './third.ts';

const places = sample();
const documentOf = ({ content, place }: (typeof places)[number]) =>
	catalogueDocument(content, { place: place?.name ?? null });
const documents = places.map(documentOf);
const { municipalities } = JSON.parse(readFileSync('data/sample/sakura.json', 'utf8')) as {
	municipalities: { code: string; name: string; kana: string }[];
};
const known = lexicon(municipalities);
const fits = fitting(vocabularies);

/** The part of a list of which enough of the first five fit. */
function satisfied(list: readonly Sentence[]): number {
	const index = memoryIndex(documents);
	const scope = fullBitset(documents.length);
	const judged = list.filter(({ scope }) => scope !== 'real');
	const good = judged.filter((sentence) => {
		const all = places.filter((place) => fits(place, sentence)).length;
		const { documents } = search(index, sentence.query, { scope, lexicon: known, limit: shown });
		const hits = documents.filter((at) => fits(places[at]!, sentence)).length;
		return all > 0 && hits >= Math.min(asked, all);
	});
	return good.length / judged.length;
}

describe('What people type as they talk', () => {
	it('has three lists of more than 240 sentences in sixteen kinds', () => {
		for (const list of [first, second, third]) {
			expect(list.length).toBeGreaterThanOrEqual(240);
			expect(new Set(list.map(({ kind }) => kind)).size).toBe(16);
			expect(new Set(list.map(({ query }) => query)).size).toBe(list.length);
		}
	});

	it('is answered with what helps', () => {
		expect(satisfied(first)).toBeGreaterThanOrEqual(0.91);
	});

	it('is answered too where the words are those of other hands', () => {
		expect(satisfied(second)).toBeGreaterThanOrEqual(0.895);
		expect(satisfied(third)).toBeGreaterThanOrEqual(0.88);
	});

	it('is answered too where nothing was widened for the sentences', () => {
		expect(satisfied(fourth)).toBeGreaterThanOrEqual(0.88);
		expect(satisfied(fifth)).toBeGreaterThanOrEqual(0.85);
	});
});

describe('A short common word', () => {
	const ask = (names: readonly string[], query: string) => {
		const index = memoryIndex([
			...documents,
			...names.map((name) => ({
				search: searchDocument({ names: [name], kana: [], tags: [], texts: [] }, []),
				sortKey: name
			}))
		]);
		const scope = fullBitset(documents.length + names.length);
		return search(index, query, { scope, lexicon: known, limit: 1000 })
			.documents.filter((at) => at >= documents.length)
			.map((at) => names[at - documents.length]!);
	};

	it.each(nonsense)(
		'finds no place by letters inside another word: $query',
		({ query, traps, right }) => {
			const found = ask([...traps, ...right], query);
			expect(found.filter((name) => traps.includes(name))).toEqual([]);
			expect(right.filter((name) => !found.includes(name))).toEqual([]);
		}
	);
});
