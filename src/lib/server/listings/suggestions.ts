import { suggestionsOf, type Suggestion } from '#lib/domain/listing/suggestion.ts';
import type { Database } from '#lib/server/database/client.ts';
import { catalogue } from '#lib/server/search/catalogue.ts';

export type { Suggestion } from '#lib/domain/listing/suggestion.ts';

/** Over all regions. */
export function list(db: Database, query: string): Suggestion[] {
	return suggestionsOf(catalogue(db, 'everything'), query, (revisions) => namesOf(db, revisions));
}

function namesOf(db: Database, revisions: readonly number[]): string[] {
	const names = new Map(
		db.$client
			.prepare<[string], { id: number; name: string }>(
				'SELECT id, name FROM revisions WHERE id IN (SELECT value FROM json_each(?))'
			)
			.all(JSON.stringify(revisions))
			.map(({ id, name }) => [id, name])
	);
	return revisions.map((revision) => names.get(revision)!);
}
