import { eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { erasedWords } from '#lib/domain/editing/erasure.ts';
import { tellerOf, withoutSentences } from '#lib/domain/input/spelling.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { revisions } from '#lib/server/database/schema/index.ts';

type Note = {
	table: string;
	column: string;
	/** For people. */
	where: string;
	/** What is left of one that tells; `'sentences'`: those that do not tell. */
	left: string | null;
	/** Of which rows. */
	only?: SQL;
};

const texts = [
	...['plain_name', 'gender_note', 'residency_note', 'summary', 'description', 'activities'],
	...['first_meets', 'first_first', 'first_people', 'first_bring', 'first_photos'],
	...['first_cannot_come', 'approach', 'referral', 'fee_note', 'operation_note', 'hours_note'],
	...['access', 'accessibility_note', 'alert']
];

const editionTexts = ['cover', 'foreword', 'imprint', 'licence', 'funding'];

/**
 * What people wrote down about other resources. What
 * was approved is another place's own, but for its note for staff.
 */
const notes: Note[] = [
	{ table: 'revisions', column: 'reason', where: '改訂の理由', left: null },
	{ table: 'revisions', column: 'rejected_reason', where: '提案への答え', left: erasedWords },
	{ table: 'revisions', column: 'staff_note', where: '職員メモ', left: 'sentences' },
	...texts.map((column): Note => {
		const only = sql`approved_at IS NULL`;
		return { table: 'revisions', column, where: '提案', left: 'sentences', only };
	}),
	{ table: 'verifications', column: 'note', where: '確認のメモ', left: null },
	{ table: 'verifications', column: 'role', where: '確認した人', left: null },
	{ table: 'waivers', column: 'reason', where: '見送りの理由', left: erasedWords },
	{ table: 'reports', column: 'message', where: '読者の知らせ', left: erasedWords },
	{ table: 'resources', column: 'withdrawn_reason', where: '取り下げの理由', left: '—' },
	...editionTexts.map((column): Note => {
		return { table: 'editions', column, where: '年度版のことば', left: 'sentences' };
	}),
	...editionTexts.map((column): Note => {
		return { table: 'edition_words', column, where: '年度版のことばの履歴', left: 'sentences' };
	}),
	{ table: 'booklet_pictures', column: 'alt', where: '写真の説明', left: erasedWords },
	{ table: 'regions', column: 'introduction', where: '地域の紹介', left: 'sentences' }
];

const functions = cachedByDatabase(({ $client }) => {
	let known = { words: '', isTelling: (_: string) => false };
	const tellerFor = (words: string) => {
		if (known.words !== words) {
			known = { words, isTelling: tellerOf(JSON.parse(words) as string[]) };
		}
		return known.isTelling;
	};
	const options = { directOnly: true, deterministic: true };
	$client.function('tells', options, (text: unknown, words: unknown) =>
		typeof text === 'string' && tellerFor(words as string)(text) ? 1 : 0
	);
	$client.function('sentences_without', options, (text: unknown, words: unknown) =>
		withoutSentences(text as string, tellerFor(words as string))
	);
	return true;
});

const asList = (words: string[]) => JSON.stringify([...new Set(words)].sort());

/** Whether one of the words stands in a column, however it is written. */
export function holds(db: Database, column: SQLWrapper, words: string[]): SQL {
	functions(db);
	return sql`tells(${column}, ${asList(words)})`;
}

type Sought = { places: string[]; words: string[] };
type Act = { by: string; at: Date };

const ofRegions = new Set(['editions', 'edition_words', 'regions']);
const ownerOf = ({ table }: Note) =>
	ofRegions.has(table) ? sql`NULL` : sql.identifier(table === 'resources' ? 'id' : 'resource_id');

function others(db: Database, note: Note, { places, words }: Sought): SQL {
	// A cover is no place's.
	const isOther = sql`coalesce(${ownerOf(note)} NOT IN ${places}, TRUE)`;
	const column = sql.identifier(note.column);
	return sql`${column} IS NOT NULL AND ${isOther} AND ${note.only ?? sql`TRUE`}
		AND ${holds(db, column, words)}`;
}

export type Mention = { where: string; resourceId: string | null; name: string | null };

const nameOf = sql`(SELECT v.name FROM resources o JOIN revisions v
	ON v.id = coalesce(o.current_revision_id, (SELECT max(id) FROM revisions WHERE resource_id = o.id))
	WHERE o.id = n.owner)`;

/** Notes about other resources in which the words stand, by where they are. */
export const notesWith = (db: Database, sought: Sought): Mention[] =>
	sought.words.length === 0
		? []
		: notes.flatMap((note) =>
				db.all<Mention>(sql`
					SELECT ${note.where} AS "where", n.owner AS resourceId, ${nameOf} AS name FROM (
						SELECT ${ownerOf(note)} AS owner FROM ${sql.identifier(note.table)}
						WHERE ${others(db, note, sought)}) n`)
			);

/** Other places whose words of today tell: they are theirs, and an editor's to change. */
export function namedElsewhere(db: Database, { places, words }: Sought): Mention[] {
	if (words.length === 0) return [];
	const columns = sql.join(
		[...texts, 'name', 'organization_name'].map((name) => sql`v.${sql.identifier(name)}`),
		sql`, `
	);
	return db.all<Mention>(sql`
		SELECT '公開の文' AS "where", r.id AS resourceId, v.name FROM resources r
		JOIN revisions v ON v.id = r.current_revision_id
		WHERE r.id NOT IN ${places} AND ${holds(db, sql`concat_ws(char(10), ${columns})`, words)}
		ORDER BY v.kana, r.id`);
}

/** The caller has lifted the triggers. */
export function forgetNotesWith(db: Database, sought: Sought, act: Act): void {
	if (sought.words.length === 0) return;
	const changed = new Set<number>();
	const printed = new Set<number>();
	for (const note of notes) {
		const [table, column] = [sql.identifier(note.table), sql.identifier(note.column)];
		const left =
			note.left === 'sentences'
				? sql`sentences_without(${column}, ${asList(sought.words)})`
				: sql`${note.left}`;
		const id = sql.raw(note.table === 'booklet_pictures' ? 'edition_id' : 'rowid');
		const rows = db.all<{ id: number }>(
			sql`UPDATE ${table} SET ${column} = ${left} WHERE ${others(db, note, sought)} RETURNING ${id} AS id`
		);
		if (note.table === 'revisions' && note.left === 'sentences') {
			for (const { id } of rows) changed.add(id);
		}
		if (['editions', 'booklet_pictures'].includes(note.table)) {
			for (const { id } of rows) printed.add(id);
		}
	}
	for (const id of rehash(db, [...changed])) printed.add(id);
	for (const id of lockedAmong(db, [...printed])) editions.rehash(db, id, act);
}

/** What a revision says without them is another content; returns the editions that print it. */
function rehash(db: Database, ids: number[]): number[] {
	for (const [id, content] of contents(db, ids)) {
		db.update(revisions)
			.set({ content_hash: contentHash(content) })
			.where(eq(revisions.id, id))
			.run();
	}
	return db
		.all<{ id: number }>(
			sql`SELECT DISTINCT edition_id AS id FROM entries WHERE revision_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
		)
		.map(({ id }) => id);
}

const lockedAmong = (db: Database, ids: number[]): number[] =>
	db
		.all<{ id: number }>(
			sql`SELECT id FROM editions WHERE locked_at IS NOT NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
		)
		.map(({ id }) => id);
