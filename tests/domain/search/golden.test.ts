import { describe, expect, it } from 'vitest';
import { fullBitset } from '#lib/domain/search/index/bitset.ts';
import { catalogueDocument } from '#lib/domain/listing/catalogue-document.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { search } from '#lib/domain/search/search.ts';
import { alternatives } from '#lib/domain/search/synonyms.ts';
import { speech, searched, synonyms, vocabularies } from '../../../bench/search-data.ts';
import { towns } from '../../../bench/search/towns.ts';
import { generateGolden } from './golden-generated.ts';
import { golden } from './golden.ts';
import { judge, measure, queryClasses, type Golden } from './relevance.ts';

const documents = searched(10_000);
const index = memoryIndex(
	documents.map(({ content, place }) => catalogueDocument(content, { place: place?.name ?? null }))
);
const scope = fullBitset(documents.length);
const lexicon = lexiconOf({
	vocabularies,
	municipalities: towns.map((town) => ({ ...town, prefecture: town.prefecture.name })),
	synonyms: synonyms.flatMap(alternatives),
	speech
});
const relevant = judge(documents, vocabularies);

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function figuresOf(list: readonly Golden[]) {
	const measured = list.map((one) => ({
		...one,
		...measure(relevant(one), search(index, one.query, { scope, lexicon }).documents)
	}));
	const byClass = queryClasses.map((name) => ({
		name,
		recall: mean(measured.filter((one) => one.class === name).map(({ recall }) => recall))
	}));
	return {
		recall: mean(measured.map(({ recall }) => recall)),
		mrr: mean(measured.map(({ reciprocalRank }) => reciprocalRank)),
		low: byClass.filter(({ recall }) => recall < 0.9)
	};
}

const written = figuresOf(golden);
const generated = [2, 11].map((seed) => ({
	seed,
	...figuresOf(generateGolden(documents, { synonyms, vocabularies }, { seed, perClass: 25 }))
}));

describe('Among ten thousand resources, the search', () => {
	it('shows 98 of a hundred of what people mean in the first ten', () => {
		expect(written.recall).toBeGreaterThanOrEqual(0.98);
	});

	it('shows nine of ten of every class at least', () => {
		expect(written.low).toEqual([]);
	});

	it('puts what is meant first', () => {
		expect(written.mrr).toBeGreaterThanOrEqual(0.96);
	});

	it.each(generated)('does no worse on list $seed, which nobody wrote', ({ recall, mrr, low }) => {
		expect(recall).toBeGreaterThanOrEqual(written.recall - 0.02);
		expect(mrr).toBeGreaterThanOrEqual(written.mrr - 0.02);
		expect(low).toEqual([]);
	});
});
