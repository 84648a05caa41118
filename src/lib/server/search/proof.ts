import { publicContent } from '#lib/domain/resource/publication.ts';
import { keysOf } from '#lib/domain/search/index/document.ts';
import { blockSize, unpack } from '#lib/domain/search/index/packed.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as readings from './readings.ts';
import { documentOf, isByTheseRules, isSearched, searchedIds } from './write.ts';

type Stored = { id: number; names: string; sounds: string; sort_key: string };

const pageSize = 400;

/** Revisions that are not in the index and have to be, and those of the index that have no place in it. */
export function strays(db: Database): { missing: number[]; extra: number[] } {
	if (!isByTheseRules(db)) return { missing: [], extra: [] };
	const stored = new Set(
		db.$client.prepare<[], number>('SELECT revision_id FROM search_documents').pluck().all()
	);
	const { needed, allowed } = searchedIds(db);
	return {
		missing: needed.filter((id) => !stored.has(id)),
		extra: [...stored].filter((id) => !allowed.has(id))
	};
}

/** Revisions that are found by other words than their own. Reads all of it: 1 s for 10,000. */
export function misfiled(db: Database): number[] {
	if (!isByTheseRules(db)) return [];
	const { $client } = db;
	const lists = unpackedLists(db);
	const tail = new Set(
		$client.prepare<[], number>('SELECT revision_id FROM search_tail').pluck().all()
	);
	const page = $client.prepare<[number, number], Stored>(
		`SELECT revision_id AS id, names, sounds, sort_key FROM search_documents
		WHERE revision_id > ? ORDER BY revision_id LIMIT ?`
	);
	const wrong = new Set<number>();
	for (let rows = page.all(0, pageSize); rows.length > 0;) {
		const ids = rows.map(({ id }) => id);
		const read = contents(db, ids);
		const made = readings.of(db, ids);
		for (const row of rows) {
			const content = read.get(row.id);
			if (!content || !isSearched(content)) continue;
			const { search, sortKey } = documentOf(db, publicContent(content), made.get(row.id) ?? null);
			const isSame =
				row.names === search.n.join('\n') &&
				row.sounds === search.r.join('\n') &&
				row.sort_key === sortKey;
			if (!isSame) wrong.add(row.id);
			if (tail.has(row.id)) continue;
			for (const key of keysOf(search)) {
				if (!lists.get(key)?.delete(row.id)) wrong.add(row.id);
			}
		}
		rows = page.all(ids.at(-1)!, pageSize);
	}
	// What no document has asked for stands under a wrong key.
	for (const list of lists.values()) for (const id of list) wrong.add(id);
	return [...wrong].sort((a, b) => a - b);
}

function unpackedLists({ $client }: Database): Map<string, Set<number>> {
	const lists = new Map<string, Set<number>>();
	const rows = $client
		.prepare<[], { key: string; block: number; list: Buffer }>(
			'SELECT key, block, list FROM search_postings'
		)
		.iterate();
	for (const { key, block, list } of rows) {
		const known = lists.get(key) ?? new Set();
		for (const number of unpack(list)) known.add(block * blockSize + number);
		lists.set(key, known);
	}
	return lists;
}
