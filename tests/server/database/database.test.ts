import { openDatabase } from '#lib/server/start/open.ts';
import { BusyError, write } from '#lib/server/database/transaction.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { close } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { regions } from '#lib/server/database/schema/index.ts';
import Client from 'better-sqlite3';
import {
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';

const region = { slug: 'mihon', name: '見本', kana: 'みほん', created_at: '2026-04-01T00:00:00Z' };

function open(file: string, options?: Parameters<typeof openDatabase>[1]) {
	const db = openDatabase(file, options);
	onTestFinished(() => close(db));
	return db;
}

describe('opening', () => {
	test('every connection writes fully, keeps references, erases and trusts no schema', () => {
		const file = join(temporaryFolder(), 'a.db');
		close(openDatabase(file));
		const { $client: client } = open(file);
		const pragma = (name: string) => client.pragma(name, { simple: true });
		client.prepare('SELECT count(*) FROM regions').get();
		expect({
			busy_timeout: pragma('busy_timeout'),
			journal_mode: pragma('journal_mode'),
			synchronous: pragma('synchronous'),
			foreign_keys: pragma('foreign_keys'),
			secure_delete: pragma('secure_delete'),
			trusted_schema: pragma('trusted_schema'),
			cell_size_check: pragma('cell_size_check'),
			journal_size_limit: pragma('journal_size_limit'),
			recursive_triggers: pragma('recursive_triggers')
		}).toEqual({
			busy_timeout: 250,
			journal_mode: 'wal',
			synchronous: 2,
			foreign_keys: 1,
			secure_delete: 1,
			trusted_schema: 0,
			cell_size_check: 1,
			journal_size_limit: 67108864,
			recursive_triggers: 1
		});
	});

	test('a new database and its key can be read by their owner only', () => {
		const file = join(temporaryFolder(), 'a.db');
		open(file);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
	});

	test('opening twice changes nothing', () => {
		const file = join(temporaryFolder(), 'a.db');
		const first = openDatabase(file);
		first.insert(regions).values(region).run();
		close(first);
		const before = readFileSync(file);
		close(openDatabase(file));
		expect(readFileSync(file).equals(before)).toBe(true);
	});

	test('an old Node is named in a sentence before the native part is loaded', () => {
		const version = vi.spyOn(process, 'versions', 'get');
		version.mockReturnValue({ ...process.versions, node: '20.19.2' });
		onTestFinished(() => version.mockRestore());
		const file = join(temporaryFolder(), 'a.db');
		expect(() => openDatabase(file)).toThrow(
			/Node\.js 22\.18\.0 以上が必要です（いまは 20\.19\.2）/
		);
		expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
	});

	test('an SQLite that could corrupt the file is refused', () => {
		const prepare = vi.spyOn(Client.prototype, 'prepare');
		prepare.mockImplementation((source: string) => {
			expect(source).toBe('SELECT sqlite_version()');
			return { pluck: () => ({ get: () => '3.50.4' }) } as never;
		});
		onTestFinished(() => prepare.mockRestore());
		expect(() => openDatabase(':memory:')).toThrow(
			/SQLite 3\.51\.3 以上が必要です（いまは 3\.50\.4）/
		);
	});
});

describe('a file that is not ours', () => {
	const refused = (
		file: string,
		sentence: RegExp,
		options?: Parameters<typeof openDatabase>[1]
	) => {
		expect(() => openDatabase(file, options)).toThrow(StartError);
		expect(() => openDatabase(file, options)).toThrow(sentence);
	};

	test('of another program is refused and left as it was', () => {
		const file = join(temporaryFolder(), 'other.db');
		const other = new Client(file);
		other.exec('CREATE TABLE notes (words TEXT); INSERT INTO notes VALUES (1)');
		other.close();
		const before = readFileSync(file);
		refused(file, /別のアプリのデータベース/);
		expect(readFileSync(file).equals(before)).toBe(true);
	});

	test('that is no database at all is refused and left as it was', () => {
		const file = join(temporaryFolder(), 'list.csv');
		writeFileSync(file, '名称,住所\n');
		refused(file, /SQLite のデータベースではありません/);
		expect(readFileSync(file, 'utf8')).toBe('名称,住所\n');
	});

	test('that is a folder, below a file, or in no folder gets a sentence', () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'sub'));
		writeFileSync(join(folder, 'file'), '');
		refused(join(folder, 'sub'), /フォルダーです/);
		refused(join(folder, 'file', 'a.db'), /途中がフォルダーではありません/);
		refused(join(folder, 'none', 'a.db'), /見つかりません/);
	});

	test('that is not there is only made when it may be', () => {
		const file = join(temporaryFolder(), 'a.db');
		refused(file, /見つかりません/, { create: false });
		expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
	});

	test.each([
		['is gone', (file: string) => rmSync(file), /がありません。前はここにありました/],
		['is empty', (file: string) => truncateSync(file), /が空になっています。前はここにありました/]
	])('that %s is not replaced by a new one', (_, spoil, sentence) => {
		const file = join(temporaryFolder(), 'a.db');
		close(openDatabase(file));
		spoil(file);
		const before = readdirSync(dirname(file));
		refused(file, sentence);
		expect(readdirSync(dirname(file))).toEqual(before);
		rmSync(`${file}.key`);
		close(openDatabase(file));
		spoil(file);
		close(openDatabase(file, { anew: true }));
	});

	test('that is gone is missed also where its key was in the environment', () => {
		const file = join(temporaryFolder(), 'a.db');
		const auditKey = 'a key that is only used in this test';
		close(openDatabase(file, { auditKey }));
		rmSync(file);
		refused(file, /前はここにありました/, { auditKey });
	});

	test('that was damaged gets a sentence', () => {
		const file = join(temporaryFolder(), 'a.db');
		close(openDatabase(file));
		const bytes = readFileSync(file);
		writeFileSync(file, bytes.fill(0xa5, 100, 8192));
		refused(file, /壊れています/);
	});
});

describe('writing', () => {
	test('everything of a failed transaction is undone', () => {
		const db = open(':memory:');
		expect(() =>
			write(db, () => {
				db.insert(regions).values(region).run();
				write(db, () =>
					db
						.insert(regions)
						.values({ ...region, slug: 'other' })
						.run()
				);
				throw new Error('no');
			})
		).toThrow('no');
		expect(db.select().from(regions).all()).toEqual([]);
		expect(db.$client.inTransaction).toBe(false);
	});

	test('what was read before it was undone is not kept', () => {
		const db = open(':memory:');
		const count = cachedByVersion(() => db.select().from(regions).all().length);
		expect(() =>
			write(db, () => {
				db.insert(regions).values(region).run();
				expect(count(db)).toBe(1);
				throw new Error('no');
			})
		).toThrow('no');
		expect(count(db)).toBe(0);
	});

	test('a writer that stays away makes the others busy, not broken', () => {
		const file = join(temporaryFolder(), 'a.db');
		const db = open(file);
		const slow = open(file);
		slow.$client.exec('BEGIN IMMEDIATE');
		db.$client.pragma('busy_timeout = 1');
		expect(() => write(db, () => db.insert(regions).values(region).run())).toThrow(BusyError);
		slow.$client.exec('COMMIT');
		write(db, () => db.insert(regions).values(region).run());
		expect(slow.select().from(regions).all()).toHaveLength(1);
	});

	test('a promise is refused, and what it had written undone', () => {
		const db = open(':memory:');
		expect(() =>
			write(db, async () => {
				db.insert(regions).values(region).run();
			})
		).toThrow(TypeError);
		expect(db.select().from(regions).all()).toEqual([]);
	});
});
