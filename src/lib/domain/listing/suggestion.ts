import { countBoth } from '#lib/domain/search/index/bitset.ts';
import type { Catalogue } from './catalogue.ts';
import { suggest } from '#lib/domain/search/suggestion.ts';

export type Suggestion = { kind: 'category' | 'need' | 'municipality' | 'name'; text: string };

/** What a beginning may become: towns, categories and needs that some place has, and places' names. */
export function suggestionsOf(
	{ index, lexicon, scope, values }: Catalogue,
	query: string,
	namesOf: (documents: readonly number[]) => string[]
): Suggestion[] {
	const { words, documents } = suggest(index, query, {
		scope,
		lexicon,
		isPresent: ({ facet, code }) => countBoth(values[facet].having([code]), scope) > 0
	});
	return [
		...words.map(({ facet, text }): Suggestion => ({ kind: facet, text })),
		...[...new Set(namesOf(documents))].map((text): Suggestion => ({ kind: 'name', text }))
	];
}
