import type { Facet, Filter } from './filter.ts';
import type { Lexicon } from './lexicon.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { wordsOf } from './query.ts';

/** A word of the query that was taken for a choice. */
export type Recognised = { word: string; facet: Facet; codes: string[] };

export type Reading = {
	/** The filter as it is meant: fewer words, more choices. */
	filter: Filter;
	recognised: Recognised[];
};

/** Takes towns, and beside other words categories, for what they are: 「高崎 居場所」. */
export function readAs(
	filter: Filter,
	lexicon: Lexicon,
	isPresent: (facet: Facet, code: string) => boolean
): Reading {
	const words = wordsOf(filter.q);
	const recognised: Recognised[] = [];
	const rest: string[] = [];
	for (const word of words) {
		const choices = (lexicon.choices.get(normalise(word)) ?? []).filter(
			({ facet, code }) =>
				filter.chosen[facet].length === 0 &&
				(facet !== 'category' || words.length > 1) &&
				isPresent(facet, code)
		);
		const facet = choices[0]?.facet;
		if (!facet || recognised.some((one) => one.facet === facet)) {
			rest.push(word);
			continue;
		}
		const codes = choices.filter((one) => one.facet === facet).map(({ code }) => code);
		recognised.push({ word, facet, codes });
	}
	if (recognised.length === 0) return { filter, recognised };
	const chosen = { ...filter.chosen };
	for (const { facet, codes } of recognised) chosen[facet] = codes;
	return { filter: { ...filter, q: rest.join(' '), chosen }, recognised };
}

/** The words of a query without one of them. */
export const withoutWord = (query: string, word: string): string =>
	wordsOf(query)
		.filter((other) => other !== word)
		.join(' ');
