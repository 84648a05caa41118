import { describe, expect, it } from 'vitest';
import { searched, synonyms, vocabularies } from '../../../bench/search-data.ts';
import { generate } from '../../../bench/search/generator.ts';
import { generateGolden } from './golden-generated.ts';
import { golden } from './golden.ts';
import { judge, measure, queryClasses } from './relevance.ts';

const documents = searched(10_000);
const relevant = judge(documents, vocabularies);
const names = { synonyms, vocabularies };
const second = generateGolden(documents, names, { seed: 2, perClass: 25 });

describe('The generated resources', () => {
	it('are the same every time, whatever comes after them', () => {
		expect(generate(50, 7)).toEqual(generate(60, 7).slice(0, 50));
		expect(generate(50, 8)).not.toEqual(generate(50, 7));
	});

	it('carry a reading that says their name', () => {
		for (const { content } of generate(10_000, 3)) {
			expect(content.kana, content.name).toMatch(/^[ぁ-ゖー・\s]+$/u);
			const inKana = content.name.match(/[ぁ-ゖ]{2,}/gu) ?? [];
			for (const part of inKana) expect(content.kana, content.name).toContain(part);
		}
	});

	it('seldom share a name', () => {
		const different = new Set(documents.map(({ content }) => content.name));
		expect(different.size).toBeGreaterThan(documents.length * 0.99);
	});
});

describe.each([
	['written', golden],
	['generated', second]
])('The golden list that is %s', (_, list) => {
	it('asks at least 240 things, in twelve classes', () => {
		expect(list.length).toBeGreaterThanOrEqual(240);
		for (const name of queryClasses) {
			const queries = list.filter((one) => one.class === name).map(({ query }) => query);
			expect(queries.length, name).toBeGreaterThanOrEqual(20);
			expect(new Set(queries).size, name).toBe(queries.length);
		}
	});

	it('asks nothing that has no answer', () => {
		expect(list.filter((one) => relevant(one).size === 0)).toEqual([]);
	});

	it('means one place, or a few of one name, when a name is typed with a slip', () => {
		const slips = list.filter((one) => one.class === 'typo' || one.class === 'transposition');
		for (const one of slips) expect(relevant(one).size, one.query).toBeLessThanOrEqual(3);
	});
});

describe('A measure', () => {
	it.each([
		[[1, 2], [2, 1, 9], { recall: 1, reciprocalRank: 1 }],
		[[1, 2], [9, 8, 1], { recall: 0.5, reciprocalRank: 1 / 3 }],
		[[1], [9, 8, 7, 6, 5, 4, 3, 2, 0, 10, 1], { recall: 0, reciprocalRank: 0 }],
		[Array.from({ length: 50 }, (_, i) => i), [0, 1, 2, 3, 4], { recall: 0.5, reciprocalRank: 1 }]
	])('of what must be found %j and was found %j', (must, found, expected) => {
		expect(measure(new Set(must), found)).toEqual(expected);
	});
});
