import { keysOf, type SearchDocument } from '#lib/domain/search/index/document.ts';
import { append, blockSize, pack, unpack } from '#lib/domain/search/index/packed.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';

type Row = { revision_id: number; document: string };

const listOf = cachedByDatabase(({ $client }) =>
	$client
		.prepare<[string, number], Buffer>(
			'SELECT list FROM search_postings WHERE key = ? AND block = ?'
		)
		.pluck()
);

const putList = cachedByDatabase(({ $client }) =>
	$client.prepare(
		'INSERT INTO search_postings (key, block, list) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET list = excluded.list'
	)
);

/** One document into the packed lists, among the numbers that are there already. */
export function enterBetween(db: Database, revisionId: number, document: SearchDocument): void {
	const block = Math.floor(revisionId / blockSize);
	for (const key of keysOf(document)) {
		const known = listOf(db).get(key, block);
		const numbers = [...(known ? unpack(known) : []), revisionId % blockSize];
		putList(db).run(key, block, pack(numbers.sort((a, b) => a - b)));
	}
}

/** Folds the tail into the packed lists. */
export function settle(db: Database): void {
	const client = db.$client;
	const find = listOf(db);
	const put = putList(db);
	write(db, () => {
		const rows = client
			.prepare<[], Row>('SELECT revision_id, document FROM search_tail ORDER BY revision_id')
			.all();
		const blocks = Map.groupBy(rows, (row) => Math.floor(row.revision_id / blockSize));
		for (const [block, inBlock] of blocks) {
			for (const [key, numbers] of gathered(inBlock)) {
				const known = find.get(key, block);
				put.run(key, block, known ? append(known, numbers) : pack(numbers));
			}
		}
		client.exec('DELETE FROM search_tail');
		noteChange(db);
	});
}

/** Numbers within the block by key, keys in the order in which the table keeps them. */
function gathered(rows: Row[]): [string, number[]][] {
	const lists = new Map<string, number[]>();
	for (const { revision_id, document } of rows) {
		for (const key of keysOf(JSON.parse(document) as SearchDocument)) {
			const list = lists.get(key);
			if (list) list.push(revision_id % blockSize);
			else lists.set(key, [revision_id % blockSize]);
		}
	}
	return [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Tells every reader of the packed lists that they are others now. */
export function noteChange(db: Database): void {
	db.$client.exec(
		`INSERT INTO search_state (id, rules, changes) VALUES (1, '', 1)
		ON CONFLICT DO UPDATE SET changes = changes + 1`
	);
}
