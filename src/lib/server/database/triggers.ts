import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from './client.ts';
import * as schema from './schema/index.ts';
import { maintain } from './transaction.ts';

const columns = (table: SQLiteTable) => getTableConfig(table).columns.map((column) => column.name);
const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');

const changeOf = (table: SQLiteTable, free: RegExp) =>
	`UPDATE OF ${quoted(columns(table).filter((name) => !free.test(name)))}`;

function trigger(
	table: string,
	event: string,
	sentence: string,
	when?: string,
	what = /^\w+/.exec(event)![0].toLowerCase()
): [string, string] {
	const name = `${table}_refuse_${what}`;
	const condition = when ? ` WHEN ${when}` : '';
	return [
		name,
		`CREATE TRIGGER "${name}" BEFORE ${event} ON "${table}"${condition} BEGIN SELECT RAISE(ABORT, '${sentence}'); END`
	];
}

const lockedEdition = (row: 'OLD' | 'NEW') =>
	`EXISTS (SELECT 1 FROM editions WHERE id = ${row}.edition_id AND locked_at IS NOT NULL)`;

/** The tables that hold the lists of a revision. */
const childTables = Object.values(schema)
	.filter((value) => value instanceof SQLiteTable)
	.map((table) => getTableConfig(table).name)
	.filter((name) => name.startsWith('revision_') || name === 'schedule_exceptions');

const all = new Map<string, string>([
	trigger('audit', 'UPDATE', 'audit is append-only'),
	trigger('audit', 'DELETE', 'audit is append-only'),
	trigger('audit_anchor', 'DELETE', 'audit is append-only'),
	trigger(
		'revisions',
		changeOf(schema.revisions, /^(proposed|approved|rejected)_/),
		'a revision never changes'
	),
	trigger('revisions', 'DELETE', 'a revision is never deleted'),
	...childTables.flatMap((name) => [
		trigger(name, 'UPDATE', 'a revision never changes'),
		trigger(name, 'DELETE', 'a revision never changes')
	]),
	trigger(
		'verifications',
		changeOf(schema.verifications, /^(note|next_due_on|revoked_at)$/),
		'a verification never changes'
	),
	trigger('verifications', 'DELETE', 'a verification never changes'),
	trigger('edition_words', 'UPDATE', 'a version of the words never changes'),
	trigger('entries', 'INSERT', 'the edition is locked', lockedEdition('NEW')),
	trigger(
		'entries',
		'UPDATE',
		'the edition is locked',
		`${lockedEdition('OLD')} OR ${lockedEdition('NEW')}`
	),
	trigger('entries', 'DELETE', 'the edition is locked', lockedEdition('OLD')),
	trigger('booklet_pictures', 'INSERT', 'the edition is locked', lockedEdition('NEW')),
	trigger(
		'booklet_pictures',
		changeOf(schema.booklet_pictures, /^hidden_/),
		'the edition is locked',
		`${lockedEdition('OLD')} OR ${lockedEdition('NEW')}`
	),
	trigger('picture_files', 'UPDATE', 'a picture never changes'),
	trigger('booklet_pictures', 'DELETE', 'the edition is locked', lockedEdition('OLD')),
	trigger(
		'editions',
		changeOf(schema.editions, /^(superseded|withdrawn)_/),
		'a published edition never changes',
		'OLD.published_at IS NOT NULL'
	),
	trigger(
		'editions',
		'UPDATE OF foreword, imprint, licence, funding, cover, colour, chapter_order',
		'the edition is locked',
		'OLD.locked_at IS NOT NULL AND OLD.published_at IS NULL',
		'words'
	),
	trigger(
		'booklets',
		'UPDATE',
		'a booklet never changes',
		"OLD.kind = 'final' OR NEW.kind = 'final'"
	),
	trigger('booklets', 'DELETE', 'a booklet never changes', "OLD.kind = 'final'"),
	trigger('search_readings', 'UPDATE', 'a reading is made once'),
	trigger('editions', 'DELETE', 'a locked edition is never deleted', 'OLD.locked_at IS NOT NULL')
]);

function present(db: Database): Map<string, string> {
	const rows = db.$client
		.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
		.all() as { name: string; sql: string }[];
	return new Map(rows.map((row) => [row.name, row.sql]));
}

/** Makes the database's triggers exactly those listed here. */
export function ensure(db: Database): void {
	const found = present(db);
	if (found.size === all.size && [...all].every(([name, sql]) => found.get(name) === sql)) return;
	maintain(db, () => {
		lift(db);
		for (const sql of all.values()) db.$client.exec(sql);
	});
}

/** For the length of the caller's transaction, which ends with `ensure`. */
export function lift(db: Database): void {
	if (!db.$client.inTransaction) throw new Error('Triggers are lifted within a transaction only');
	for (const name of present(db).keys()) db.$client.exec(`DROP TRIGGER "${name}"`);
}
