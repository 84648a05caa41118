import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { migrationsFolder } from '#lib/server/database/migrations.ts';
import Client from 'better-sqlite3';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { everything, plantRows } from '../../support/rows.ts';

/** The real migrations and one more. */
function migrationsWith(tag: string, sql: string): string {
	const folder = join(temporaryFolder(), 'drizzle');
	cpSync(migrationsFolder(), folder, { recursive: true });
	writeFileSync(join(folder, `${tag}.sql`), sql);
	const file = join(folder, 'meta', '_journal.json');
	const journal = JSON.parse(readFileSync(file, 'utf8')) as {
		entries: { idx: number; when: number }[];
	};
	const last = journal.entries.at(-1)!;
	journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, ...{ tag } });
	writeFileSync(file, JSON.stringify(journal));
	return folder;
}

function planted(): string {
	const file = join(temporaryFolder(), 'a.db');
	const db = openDatabase(file);
	plantRows(db);
	close(db);
	return file;
}

function look(file: string, migrations?: string) {
	const db = openDatabase(file, migrations ? { migrations } : {});
	onTestFinished(() => close(db));
	return everything(db);
}

/** As drizzle-kit writes it when a column changes; inside a transaction its PRAGMAs do nothing. */
const rebuild = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE \`__new_regions\` (
	\`id\` integer PRIMARY KEY NOT NULL,
	\`slug\` text NOT NULL,
	\`name\` text NOT NULL,
	\`kana\` text NOT NULL,
	\`introduction\` text DEFAULT '' NOT NULL,
	\`general_window_id\` text,
	\`fictional\` integer DEFAULT false NOT NULL,
	\`chapter_order\` text DEFAULT 'category' NOT NULL,
	\`created_at\` text NOT NULL,
	FOREIGN KEY (\`general_window_id\`) REFERENCES \`resources\`(\`id\`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
INSERT INTO \`__new_regions\` SELECT id, slug, name, kana, coalesce(introduction, ''), general_window_id, fictional, chapter_order, created_at FROM \`regions\`;--> statement-breakpoint
DROP TABLE \`regions\`;--> statement-breakpoint
ALTER TABLE \`__new_regions\` RENAME TO \`regions\`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX \`regions_slug_unique\` ON \`regions\` (\`slug\`);`;

test('rebuilding a table keeps the rows that refer to it, by restriction and by cascade', () => {
	const file = planted();
	const db = openDatabase(file);
	db.$client.exec(
		"INSERT INTO region_municipalities VALUES (1, '990019', 0); INSERT INTO resource_sources VALUES ('r1', 's', '1')"
	);
	const before = everything(db);
	close(db);

	const after = look(file, migrationsWith('0001_rebuilt', rebuild));
	expect(after['regions']).toEqual([{ ...(before['regions']![0] as object), introduction: '' }]);
	for (const table of ['region_municipalities', 'resources', 'resource_sources', 'editions']) {
		expect(after[table], table).toEqual(before[table]);
		expect(after[table]!.length, table).toBeGreaterThan(0);
	}
	const triggers = (rows: unknown[]) =>
		rows.filter((row) => (row as { type: string }).type === 'trigger').length;
	expect(triggers(after['sqlite_schema']!)).toBe(triggers(before['sqlite_schema']!));
});

test('foreign keys are on again after a migration', () => {
	const file = planted();
	const db = openDatabase(file, { migrations: migrationsWith('0001_rebuilt', rebuild) });
	onTestFinished(() => close(db));
	expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1);
	expect(() => db.$client.exec('DELETE FROM resources')).toThrow(/FOREIGN KEY/);
});

test('the database as it was is kept beside the migrated one', () => {
	const file = planted();
	const before = look(file);
	look(file, migrationsWith('0001_rebuilt', rebuild));
	const copy = new Client(`${file}.before-0001_rebuilt`, { readonly: true });
	onTestFinished(() => void copy.close());
	expect(copy.prepare('SELECT * FROM regions').all()).toEqual(before['regions']);
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('a new database is migrated without a copy, and an up-to-date one not copied', () => {
	const file = planted();
	look(file);
	const names = readdirSync(join(file, '..')).filter((name) => name.includes('before'));
	expect(names).toEqual([]);
});

test.each([
	['loses rows', 'DELETE FROM resource_sources', /resource_sources の行が 1 から 0 に変わります/],
	['drops a table', 'DROP TABLE resource_sources', /resource_sources の行が 1 から 0/],
	['leaves rows without what they refer to', 'DELETE FROM regions', /つながる先を失います/],
	['is not SQL', 'CREATE TABEL x', /syntax error/]
])('a migration that %s is refused and the database is as before', (_, sql, sentence) => {
	const file = planted();
	const first = openDatabase(file);
	first.$client.exec("INSERT INTO resource_sources VALUES ('r1', 's', '1')");
	const before = everything(first);
	close(first);

	const migrations = migrationsWith('0001_lossy', sql);
	expect(() => openDatabase(file, { migrations })).toThrow(StartError);
	expect(() => openDatabase(file, { migrations })).toThrow(sentence);
	expect(() => openDatabase(file, { migrations })).toThrow(`${file}.before-0001_lossy`);
	expect(existsSync(`${file}.before-0001_lossy`)).toBe(true);
	expect(look(file)).toEqual(before);
});

test('a migration may change the number of rows that it declares', () => {
	const file = planted();
	const sql = '-- rows: reports every old report is dropped\nDELETE FROM reports';
	const first = openDatabase(file);
	first.$client.exec(
		"INSERT INTO reports (resource_id, section, message, created_at) VALUES ('r1', 'a', 'b', 'c')"
	);
	close(first);
	expect(look(file, migrationsWith('0001_declared', sql))['reports']).toEqual([]);
});

test('a database of a newer version is refused with a sentence and left alone', () => {
	const file = planted();
	look(file, migrationsWith('0001_rebuilt', rebuild));
	const before = readFileSync(file);
	expect(() => openDatabase(file)).toThrow(StartError);
	expect(() => openDatabase(file)).toThrow(/このアプリより新しい版で作られています/);
	expect(readFileSync(file).equals(before)).toBe(true);
});

test('migrations that cannot be found are named', () => {
	const folder = join(temporaryFolder(), 'nowhere');
	expect(() => openDatabase(':memory:', { migrations: folder })).toThrow(basename(folder));
});

/** What the last migration does to rows, once more. */
function rewriteRows({ $client }: Database) {
	const sql = readFileSync(join(migrationsFolder(), '0006_trust.sql'), 'utf8');
	const statements = sql.split('--> statement-breakpoint');
	const ofRows = statements.filter((one) => /^\s*(--.*\n)?(INSERT|UPDATE)/.test(one));
	expect(ofRows).toHaveLength(3);
	for (const statement of ofRows) $client.exec(statement);
}

test('why a resource was withdrawn before is read from the sentence once', () => {
	const db = openDatabase(':memory:');
	onTestFinished(() => close(db));
	const { $client } = db;
	const withdraw = (id: string, reason: string) =>
		`('${id}', 1, 'x', 'a', '2026-01-01', 'a', '${reason}')`;
	$client.exec(`
		INSERT INTO regions (id, slug, name, kana, created_at) VALUES (1, 'a', 'a', 'a', 'x');
		INSERT INTO resources (id, region_id, created_at, created_by) VALUES ('here', 1, 'x', 'a');
		INSERT INTO resources
			(id, region_id, created_at, created_by, withdrawn_at, withdrawn_by, withdrawn_reason)
		VALUES ${withdraw('asked', '団体の希望')}, ${withdraw('gone', '2026年度の公的データに載っていません')},
			${withdraw('quoted', '来年度の公的データに載っていません')}, ${withdraw('erased', 'ご本人の希望により削除しました')}`);
	rewriteRows(db);
	expect(
		$client.prepare('SELECT id, withdrawn_cause FROM resources ORDER BY id').raw().all()
	).toEqual([
		['asked', 'decision'],
		['erased', 'erasure'],
		['gone', 'absence'],
		['here', null],
		['quoted', 'decision']
	]);
});

test('the year of an absence is read from the sentence once, and imports keep what they were', () => {
	const db = openDatabase(':memory:');
	onTestFinished(() => close(db));
	const { $client } = db;
	const gone = (id: string, cause: string, reason: string) =>
		`('${id}', 1, 'x', 'a', '2026-01-01', 'a', '${reason}', '${cause}')`;
	$client.exec(`
		INSERT INTO regions (id, slug, name, kana, created_at) VALUES (1, 'a', 'a', 'a', 'x');
		INSERT INTO resources
			(id, region_id, created_at, created_by, withdrawn_at, withdrawn_by, withdrawn_reason, withdrawn_cause)
		VALUES ${gone('absent', 'absence', '2026年度の公的データに載っていません')},
			${gone('decided', 'decision', '2026年度でやめた')}`);
	const sql = readFileSync(join(migrationsFolder(), '0008_imports.sql'), 'utf8');
	const statements = sql.split('--> statement-breakpoint');
	$client.exec(statements.find((one) => one.includes('UPDATE resources SET absent_year'))!);
	expect($client.prepare('SELECT id, absent_year FROM resources ORDER BY id').raw().all()).toEqual([
		['absent', 2026],
		['decided', null]
	]);
	const copied = statements.find((one) => one.includes('INSERT INTO `__new_imports`'))!;
	expect(copied).not.toContain('"');
});

test('a partner keeps what an organization of one region opened; of one name in two regions an admin decides', () => {
	const db = openDatabase(':memory:');
	onTestFinished(() => close(db));
	const { $client } = db;
	$client.pragma('foreign_keys = OFF');
	const at = "'2026-01-01T00:00:00.000Z', 'a'";
	$client.exec(`
		INSERT INTO regions (id, slug, name, kana, created_at) VALUES (1, 'a', 'a', 'a', 'x'), (2, 'b', 'b', 'b', 'x');
		INSERT INTO organizations (id, name, created_at) VALUES ('one', '一つの会', 'x'), ('two', '同じ名の会', 'x');
		INSERT INTO staff (id, mail, name, role, created_at, created_by) VALUES
			('p', 'p@example.jp', 'p', 'partner', ${at}), ('e', 'e@example.jp', 'e', 'editor', ${at});
		INSERT INTO staff_organizations VALUES ('p', 'one'), ('p', 'two'), ('e', 'one');
		INSERT INTO resources (id, region_id, current_revision_id, created_at, created_by) VALUES
			('r1', 1, 1, ${at}), ('r2', 1, 2, ${at}), ('r3', 2, 3, ${at});
		INSERT INTO revisions (id, resource_id, number, content_hash, created_at, created_by, name, precision, organization_id)
		VALUES (1, 'r1', 1, 'h', ${at}, 'a', 'private', 'one'), (2, 'r2', 1, 'h', ${at}, 'b', 'private', 'two'),
			(3, 'r3', 1, 'h', ${at}, 'c', 'private', 'two');`);
	rewriteRows(db);
	const rows = (query: string) => $client.prepare(query).raw().all();
	expect(rows('SELECT staff_id, resource_id, named FROM staff_resources')).toEqual([
		['p', 'r1', 0]
	]);
	expect(rows('SELECT staff_id, region_id FROM staff_regions ORDER BY 1, 2')).toEqual([
		['p', 1],
		['p', 2]
	]);
});
