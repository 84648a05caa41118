import { listOf, type List } from '#lib/domain/search/index/lists.ts';
import type { Postings } from '#lib/domain/search/index/memory.ts';
import { unpackBlocks } from '#lib/domain/search/index/packed.ts';
import { bitset, set } from '#lib/domain/search/index/bitset.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';

/** Lists that were unpacked, kept for the next question until they weigh too much. */
export type Unpacked = { lists: Map<string, List | null>; bytes: number };

const mostBytes = 32 * 1024 * 1024;
const bytesOfEntry = 120;

const statement = cachedByDatabase(({ $client }) =>
	$client.prepare<[string], { block: number; list: Buffer }>(
		'SELECT block, list FROM search_postings WHERE key = ? ORDER BY block'
	)
);

/** The packed lists of the database and, after them, the documents of the tail. */
export function postingsOf(
	db: Database,
	unpacked: Unpacked,
	tail: Postings,
	size: number
): Postings {
	const find = statement(db);

	function packed(key: string): List | null {
		const known = unpacked.lists.get(key);
		if (known !== undefined) return known;
		const blocks = find.all(key);
		const list = blocks.length > 0 ? unpackBlocks(blocks, size) : null;
		if (unpacked.bytes > mostBytes) {
			unpacked.lists.clear();
			unpacked.bytes = 0;
		}
		unpacked.lists.set(key, list);
		unpacked.bytes += bytesOfEntry + ((list?.bits ?? list?.numbers)?.byteLength ?? 0);
		return list;
	}

	return {
		size,
		list(key) {
			const settled = packed(key);
			const newer = tail.list(key);
			if (!newer) return settled;
			return settled ? after(settled, newer.numbers!, size) : newer;
		}
	};
}

function after(settled: List, newer: Uint32Array, size: number): List {
	if (settled.numbers) {
		const numbers = new Uint32Array(settled.count + newer.length);
		numbers.set(settled.numbers);
		numbers.set(newer, settled.count);
		return listOf(numbers);
	}
	const bits = bitset(Math.max(size, settled.bits.length * 32));
	bits.set(settled.bits);
	for (const number of newer) set(bits, number);
	return { count: settled.count + newer.length, numbers: null, bits };
}
