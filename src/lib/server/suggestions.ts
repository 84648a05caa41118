import { countBoth } from '#lib/domain/bitset.ts';
import { suggest } from '#lib/domain/search/suggestion.ts';
import type { Database } from './database.ts';
import { catalogue } from './search/catalogue.ts';

export type Suggestion = { kind: 'category' | 'need' | 'municipality' | 'name'; text: string };

/** What a beginning may become: towns, categories and needs that some place has, and places' names. */
export function list(db: Database, query: string): Suggestion[] {
	const all = catalogue(db, 'everything');
	const { scope, lexicon, index, values } = all;
	const { words, documents } = suggest(index, query, {
		scope,
		lexicon,
		isPresent: (one) =>
			(lexicon.words.get(one.folded) ?? []).some(({ codes }) =>
				codes.some((code) => {
					const [facet, value] = code.split('=') as [string, string];
					return facet === one.facet && countBoth(values[one.facet].having([value]), scope) > 0;
				})
			)
	});
	const names = namesOf(db, documents);
	return [
		...words.map(({ facet, text }): Suggestion => ({ kind: facet, text })),
		...[...new Set(documents.map((document) => names.get(document)!))].map((text): Suggestion => ({
			kind: 'name',
			text
		}))
	];
}

const namesOf = (db: Database, revisions: readonly number[]) =>
	new Map(
		db.$client
			.prepare<[string], { id: number; name: string }>(
				'SELECT id, name FROM revisions WHERE id IN (SELECT value FROM json_each(?))'
			)
			.all(JSON.stringify(revisions))
			.map(({ id, name }) => [id, name])
	);
