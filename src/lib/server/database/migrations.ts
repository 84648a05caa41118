import { readMigrationFiles } from 'drizzle-orm/migrator';
import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './client.ts';
import { stateOf } from './faults.ts';
import { StartError } from './start-error.ts';
import { isBusy } from './transaction.ts';
import * as triggers from './triggers.ts';

type Migration = { tag: string; when: number; hash: string; statements: string[] };

const journal = join('drizzle', 'meta', '_journal.json');

/** The product's own migrations: beside the source or the build, else below the current folder. */
export function migrationsFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, journal))) {
		const parent = dirname(folder);
		if (parent === folder) {
			folder = process.cwd();
			break;
		}
		folder = parent;
	}
	return join(folder, 'drizzle');
}

/** A file that ships beside the migrations, by its path from there: what was built has no types to strip. */
export const shipped = (...path: string[]): string => join(dirname(migrationsFolder()), ...path);

/**
 * Brings the tables to this version's, after a copy when they hold something already. `file`: where
 * the database is kept, null in memory.
 *
 * Not drizzle's own migrator: that leaves foreign keys on inside its transaction, where rebuilding
 * a table deletes the rows that refer to it. The bookkeeping is drizzle's.
 */
export function migrate(db: Database, { folder, file }: { folder: string; file: string | null }) {
	const known = readMigrations(folder);
	const pending = findPending(db, known, file);
	if (pending.length === 0) return;

	const isFresh = pending.length === known.length;
	const copy = file === null || isFresh ? null : copyBefore(db, file, pending[0]!.tag);
	const client = db.$client;
	// Without effect inside a transaction.
	client.pragma('foreign_keys = OFF');
	try {
		client.exec('BEGIN IMMEDIATE');
		apply(db, findPending(db, known, file));
		client.exec('COMMIT');
	} catch (error) {
		if (client.inTransaction) client.exec('ROLLBACK');
		if (isBusy(error)) throw error;
		throw new StartError(
			`データベースを新しい形に直せませんでした（${stateOf(error) ?? (error as Error).message}）。元のままにしてあります。` +
				(copy ? `念のための写しは ${copy} です。` : ''),
			{ cause: error }
		);
	} finally {
		client.pragma('foreign_keys = ON');
	}
}

/** Whether its tables are those of this program; writes nothing. */
export function isOfThisVersion(db: Database): boolean {
	const find = db.$client.prepare<[], number>('SELECT created_at FROM __drizzle_migrations');
	const applied = new Set(find.pluck().all().map(Number));
	return readMigrations(migrationsFolder()).every(({ when }) => applied.has(when));
}

function readMigrations(folder: string): Migration[] {
	try {
		const { entries } = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
			entries: { tag: string }[];
		};
		return readMigrationFiles({ migrationsFolder: folder }).map((migration, index) => ({
			tag: entries[index]!.tag,
			when: migration.folderMillis,
			hash: migration.hash,
			statements: migration.sql
		}));
	} catch (error) {
		throw new StartError(
			`データベースの形を書いたフォルダー ${folder} が読めません。アプリの置き場所から始めてください。`,
			{ cause: error }
		);
	}
}

function findPending(db: Database, known: Migration[], file: string | null): Migration[] {
	// The table as drizzle makes it.
	db.$client.exec(
		'CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)'
	);
	const applied = new Set(
		db.$client.prepare('SELECT created_at FROM __drizzle_migrations').pluck().all().map(Number)
	);
	const whens = new Set(known.map((migration) => migration.when));
	if ([...applied].some((when) => !whens.has(when))) {
		throw new StartError(
			`データベース ${file ?? ''} は、このアプリより新しい版で作られています。アプリを新しくするか、この版のバックアップを使ってください。`
		);
	}
	return known.filter((migration) => !applied.has(migration.when));
}

/** In WAL a copy of the file alone is not a copy of the database; `VACUUM INTO` is. */
function copyBefore(db: Database, file: string, tag: string): string {
	const copy = `${file}.before-${tag}`;
	const part = `${copy}.part`;
	rmSync(part, { force: true });
	closeSync(openSync(part, 'w', 0o600));
	db.$client.prepare('VACUUM INTO ?').run(part);
	const handle = openSync(part, 'r+');
	fsyncSync(handle);
	closeSync(handle);
	renameSync(part, copy);
	return copy;
}

function apply(db: Database, pending: Migration[]): void {
	const client = db.$client;
	const before = countRows(db);
	triggers.lift(db);
	for (const migration of pending) {
		for (const statement of migration.statements) client.exec(statement);
		client
			.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
			.run(migration.hash, migration.when);
	}
	const broken = client.pragma('foreign_key_check') as { table: string }[];
	if (broken.length > 0) {
		throw new Error(`${broken[0]!.table} の ${broken.length} 行がつながる先を失います`);
	}
	const declared = new Set(pending.flatMap(declaredTables));
	const after = countRows(db);
	for (const [table, count] of before) {
		const left = after.get(table) ?? 0;
		if (left !== count && !declared.has(table)) {
			throw new Error(`${table} の行が ${count} から ${left} に変わります`);
		}
	}
	triggers.ensure(db);
}

/** `-- rows: <table> <why>` in a migration allows it to change how many rows that table has. */
const declaredTables = (migration: Migration): string[] =>
	migration.statements.flatMap((statement) =>
		[...statement.matchAll(/^--\s*rows:\s*(\w+)/gm)].map((match) => match[1]!)
	);

function countRows(db: Database): Map<string, number> {
	const tables = db.$client
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
		.pluck()
		.all() as string[];
	const counted = tables.filter((table) => table !== '__drizzle_migrations');
	return new Map(
		counted.map((table) => [
			table,
			Number(db.$client.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
		])
	);
}
