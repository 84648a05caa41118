import { sql } from 'drizzle-orm';
import {
	catalogueDocument,
	type CatalogueDocument
} from '#lib/domain/listing/catalogue-document.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { hasConsent, publicContent, type PublicContent } from '#lib/domain/resource/publication.ts';
import {
	madeReadings,
	type MadeReadings,
	type ReadingOf
} from '#lib/domain/text/generated-reading.ts';
import type { SearchDocument } from '#lib/domain/search/index/document.ts';
import { blockSize, pack, unpack } from '#lib/domain/search/index/packed.ts';
import { contents } from '#lib/server/contents/read.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { search_documents, search_tail } from '#lib/server/database/schema/index.ts';
import { isOnTheWeb } from '#lib/server/contents/visibility.ts';
import * as readings from './readings.ts';
import { enterBetween, noteChange, settle } from './settle.ts';

/** Another word here makes every database build its index anew at the next start. */
const rules = '4';
/** So many newer documents are kept beside the packed lists before they are folded in. */
const longestTail = 4096;
/** Each process that reads them takes 30 µs for one, all of them in its first answer. */
const fewNewer = 256;
/** Counting them reads them all, so it is done now and then. */
const countedEvery = 256;
const pageSize = 400;

const statements = cachedByDatabase(({ $client }) => ({
	isThere: $client.prepare<[number]>('SELECT 1 FROM search_documents WHERE revision_id = ?'),
	tail: $client.prepare<[], number>('SELECT count(*) FROM search_tail').pluck(),
	place: $client
		.prepare<[string], string>(
			`SELECT p.name || m.name FROM municipalities m
			JOIN prefectures p ON p.code = m.prefecture_code WHERE m.code = ?`
		)
		.pluck()
}));

export const isSearched = (content: Content) =>
	content.operation !== 'closed' && hasConsent(content, 'web');

/**
 * Makes a revision findable, in the transaction that writes it: its public words, and those only.
 * `readingOf` says what has no kana; what it once said is remembered.
 */
export function add(
	db: Database,
	revisionId: number,
	content: Content,
	readingOf?: ReadingOf
): void {
	if (!isSearched(content)) return;
	const { made, document } = drafted.get(content) ?? draft(db, content, readingOf);
	write(db, () => {
		if (made) readings.keep(db, revisionId, made);
		enter(db, revisionId, document);
	});
}

type Draft = { made: MadeReadings | null; document: CatalogueDocument };
const drafted = new WeakMap<Content, Draft>();

function draft(db: Database, content: Content, readingOf: ReadingOf | undefined): Draft {
	const shown = publicContent(content);
	const made = readingOf ? madeReadings(shown, readingOf) : null;
	return { made, document: documentOf(db, shown, made) };
}

/** Makes ahead what `add` needs of a content: whoever writes many holds the lock for a shorter time. */
export function makeReady(db: Database, content: Content, readingOf?: ReadingOf): void {
	if (isSearched(content)) drafted.set(content, draft(db, content, readingOf));
}

/** Another content for a revision whose words were erased, in its old place among the numbers if it had one. */
export function replace(db: Database, revisionId: number, content: Content): void {
	write(db, () => {
		const wasThere = statements(db).isThere.get(revisionId) !== undefined;
		remove(db, revisionId);
		if (!wasThere || !isSearched(content)) return;
		// The packed lists are all older than the tail.
		settle(db);
		enterBetween(db, revisionId, describe(db, revisionId, draft(db, content, undefined).document));
		noteChange(db);
	});
}

function enter(db: Database, revisionId: number, document: CatalogueDocument): void {
	const search = describe(db, revisionId, document);
	insertInto(db, search_tail, { revision_id: revisionId, document: search });
	const isCounted = revisionId % countedEvery === 0;
	if (isCounted && statements(db).tail.get()! >= longestTail) settle(db);
}

/** After many at once: whoever added them folds them in, and no reader waits while they are read one by one. */
export function settleMany(db: Database): void {
	if (statements(db).tail.get()! > fewNewer) settle(db);
}

/** As what a revision is found that tells this. */
export function documentOf(
	db: Database,
	shown: PublicContent,
	made: MadeReadings | null
): CatalogueDocument {
	const { municipality } = shown.place;
	const place = municipality ? (statements(db).place.get(municipality) ?? null) : null;
	return catalogueDocument(shown, { place, made });
}

/** Writes down what the document is called; returns what it is found by. */
function describe(
	db: Database,
	revisionId: number,
	{ search, sortKey }: CatalogueDocument
): SearchDocument {
	insertInto(db, search_documents, {
		revision_id: revisionId,
		names: search.n.join('\n'),
		sounds: search.r.join('\n'),
		sort_key: sortKey
	});
	return search;
}

/** Whether the index was made by this program: another is made anew at the next start. */
export const isByTheseRules = ({ $client }: Database): boolean =>
	$client.prepare('SELECT rules FROM search_state').pluck().get() === rules;

/** Revisions that have to be in the index, and those that may: proposals come in when it is built anew. */
export function searchedIds(db: Database): { needed: number[]; allowed: Set<number> } {
	const rows = db.all<{ id: number; proposed: number }>(sql`
		SELECT v.id, v.proposed_at IS NOT NULL AS proposed FROM revisions v
		WHERE v.approved_at IS NOT NULL AND ${isOnTheWeb} ORDER BY v.id`);
	return {
		needed: rows.filter(({ proposed }) => !proposed).map(({ id }) => id),
		allowed: new Set(rows.map(({ id }) => id))
	};
}

/** Takes every trace of a revision out of the index. */
export const remove = (db: Database, revisionId: number): void => removeAll(db, [revisionId]);

/** `remove` for many, which reads each packed list once. */
export function removeAll(db: Database, revisionIds: readonly number[]): void {
	const client = db.$client;
	write(db, () => {
		const unlist = client.prepare('DELETE FROM search_tail WHERE revision_id = ?');
		const unname = client.prepare('DELETE FROM search_documents WHERE revision_id = ?');
		for (const id of revisionIds) {
			unlist.run(id);
			unname.run(id);
			readings.forget(db, id);
		}
		const blocks = Map.groupBy(revisionIds, (id) => Math.floor(id / blockSize));
		for (const [block, ids] of blocks) {
			unpost(db, block, new Set(ids.map((id) => id % blockSize)));
		}
		noteChange(db);
	});
}

/** Takes numbers out of the packed lists of a block. */
function unpost({ $client }: Database, block: number, gone: ReadonlySet<number>): void {
	const lists = $client
		.prepare<[number], { key: string; list: Buffer }>(
			'SELECT key, list FROM search_postings WHERE block = ?'
		)
		.all(block);
	const update = $client.prepare('UPDATE search_postings SET list = ? WHERE key = ? AND block = ?');
	const drop = $client.prepare('DELETE FROM search_postings WHERE key = ? AND block = ?');
	for (const { key, list } of lists) {
		const numbers = unpack(list);
		const others = numbers.filter((number) => !gone.has(number));
		if (others.length === numbers.length) continue;
		if (others.length === 0) drop.run(key, block);
		else update.run(pack(others), key, block);
	}
}

/**
 * Builds the index when there is none, or one by other rules, or where `isDamaged`; else folds in what
 * is left over.
 */
export function prepare(db: Database, { isDamaged = false } = {}): void {
	write(db, () => {
		if (isDamaged || !isByTheseRules(db)) rebuild(db);
		else if (statements(db).tail.get()! > 0) settle(db);
	});
}

function rebuild(db: Database): void {
	const client = db.$client;
	for (const table of ['search_tail', 'search_documents', 'search_postings', 'search_state']) {
		client.exec(`DELETE FROM ${table}`);
	}
	client.prepare('INSERT INTO search_state (id, rules) VALUES (1, ?)').run(rules);
	const ids = [...searchedIds(db).allowed];
	for (let from = 0; from < ids.length; from += pageSize) {
		const page = ids.slice(from, from + pageSize);
		const found = contents(db, page);
		const made = readings.of(db, page);
		for (const id of page) {
			const content = found.get(id)!;
			if (!isSearched(content)) continue;
			enter(db, id, documentOf(db, publicContent(content), made.get(id) ?? null));
		}
	}
	settle(db);
}
