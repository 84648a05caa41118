import { search } from '#lib/domain/search/search.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as index from '#lib/server/search/index.ts';
import { catalogue } from '#lib/server/search/catalogue.ts';

export const ours = 'ours';

/** The search as the server asks it, over everything that is current; answers with revisions. */
export function openOurs(file: string) {
	const db = openDatabase(file);
	const { index, lexicon, scope } = catalogue(db, 'everything');
	return {
		db,
		find: (query: string) => search(index, query, { scope, lexicon, limit: 10 }).documents
	};
}

/** Milliseconds to make the index of a filled database anew. */
export function rebuild(db: Database): number {
	db.$client.exec('DELETE FROM search_state');
	const begin = performance.now();
	index.prepare(db);
	return performance.now() - begin;
}

export const diskOf = (db: Database): number =>
	db.$client
		.prepare<[], number>(
			`SELECT sum(pgsize) FROM dbstat WHERE name IN
			('search_postings', 'search_documents', 'search_tail', 'search_state')`
		)
		.pluck()
		.get()!;
