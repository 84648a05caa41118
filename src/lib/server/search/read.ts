import type { SearchDocument } from '#lib/domain/search/index/document.ts';
import { orderOf, type Names, type SearchIndex } from '#lib/domain/search/index.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { MemoryPostings } from '#lib/domain/search/index/memory.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { atOneMoment } from '#lib/server/database/transaction.ts';
import { postingsOf, type Unpacked } from './postings.ts';

type Reader = {
	dataVersion: string;
	/** `changes` of the state: with another number the packed lists are others. */
	changes: number;
	/** The newest document. */
	last: number;
	tail: MemoryPostings;
	unpacked: Unpacked;
	/** Documents in the order of their sort keys. */
	order: Uint32Array;
	index: SearchIndex;
	/** Read within a transaction that may yet be undone. */
	isProvisional: boolean;
};

/** More than these are sorted together with all others. */
const fewNewer = 200;

const readers = cachedByDatabase(() => ({ current: null as Reader | null }));

/** The index as it is now: the same object until a document comes or goes. */
export function index(db: Database): SearchIndex {
	const kept = readers(db);
	const now = dataVersion(db);
	if (kept.current?.dataVersion !== now) {
		const isProvisional = db.$client.inTransaction;
		const reader = atOneMoment(db, () => renewed(db, kept.current, now));
		kept.current = Object.assign(reader, { isProvisional });
	}
	return kept.current.index;
}

const statements = cachedByDatabase(({ $client }) => ({
	changes: $client.prepare<[], number>('SELECT changes FROM search_state').pluck(),
	last: $client.prepare<[], number>('SELECT max(revision_id) FROM search_documents').pluck(),
	tail: $client.prepare<[number], { revision_id: number; document: string }>(
		'SELECT revision_id, document FROM search_tail WHERE revision_id > ? ORDER BY revision_id'
	),
	sorted: $client
		.prepare<[number], number>(
			`SELECT revision_id FROM search_documents WHERE revision_id > ?
			ORDER BY sort_key, revision_id`
		)
		.pluck(),
	isBefore: $client
		.prepare<[number, number], number>(
			`SELECT (a.sort_key, a.revision_id) < (b.sort_key, b.revision_id)
			FROM search_documents a, search_documents b WHERE a.revision_id = ? AND b.revision_id = ?`
		)
		.pluck(),
	names: $client.prepare<[string], { revision_id: number; names: string; sounds: string }>(
		`SELECT revision_id, names, sounds FROM search_documents
		WHERE revision_id IN (SELECT value FROM json_each(?))`
	),
	texts: $client.prepare<[string], { id: number; texts: string }>(
		`SELECT id, concat_ws(char(31), summary, description, activities) AS texts FROM revisions
		WHERE id IN (SELECT value FROM json_each(?))`
	)
}));

function renewed(db: Database, known: Reader | null, dataVersion: string): Reader {
	const find = statements(db);
	const changes = find.changes.get() ?? 0;
	const last = find.last.get() ?? 0;
	const isSame =
		known !== null && !known.isProvisional && known.changes === changes && known.last <= last;
	if (isSame && known.last === last) return Object.assign(known, { dataVersion });
	const before = isSame ? known.last : -1;
	const tail = isSame ? known.tail : new MemoryPostings();
	for (const { revision_id, document } of find.tail.iterate(before)) {
		tail.add(revision_id, JSON.parse(document) as SearchDocument);
	}
	const unpacked: Unpacked = isSame ? known.unpacked : { lists: new Map(), bytes: 0 };
	const newer = find.sorted.all(before);
	const order =
		isSame && newer.length <= fewNewer
			? merged(db, known.order, newer)
			: Uint32Array.from(isSame ? find.sorted.all(-1) : newer);
	return {
		dataVersion,
		changes,
		last,
		tail,
		unpacked,
		order,
		index: {
			postings: postingsOf(db, unpacked, tail, last + 1),
			names: (documents) => namesOf(db, documents),
			texts: (documents) => textsOf(db, documents),
			...orderOf(order, last + 1)
		},
		isProvisional: true
	};
}

/** Both in the order of their keys, whose places the store looks up: it alone knows the keys. */
function merged(db: Database, known: Uint32Array, newer: readonly number[]): Uint32Array {
	const { isBefore } = statements(db);
	const order = new Uint32Array(known.length + newer.length);
	let from = 0;
	newer.forEach((document, at) => {
		let place = from;
		for (let end = known.length; place < end;) {
			const middle = (place + end) >>> 1;
			if (isBefore.get(known[middle]!, document) === 1) place = middle + 1;
			else end = middle;
		}
		order.set(known.subarray(from, place), from + at);
		order[place + at] = document;
		from = place;
	});
	order.set(known.subarray(from), from + newer.length);
	return order;
}

function namesOf(db: Database, documents: readonly number[]): Names[] {
	const found = new Map(
		statements(db)
			.names.all(JSON.stringify(documents))
			.map(({ revision_id, names, sounds }) => [
				revision_id,
				{ n: names.split('\n'), r: sounds.split('\n') }
			])
	);
	return documents.map((document) => found.get(document)!);
}

function textsOf(db: Database, documents: readonly number[]): string[][] {
	if (documents.length === 0) return [];
	const found = new Map(
		statements(db)
			.texts.all(JSON.stringify(documents))
			.map(({ id, texts }) => [id, texts.split('\x1f').map(normalise)])
	);
	return documents.map((document) => found.get(document)!);
}
