import Client from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { closeSync, openSync, readSync } from 'node:fs';
import * as audit from './audit.ts';
import { migrate, migrationsFolder } from './migrations.ts';
import * as schema from './schema.ts';
import * as atRest from './staff/at-rest.ts';
import { StartError } from './start-error.ts';
import * as triggers from './triggers.ts';

export { StartError } from './start-error.ts';
export { BusyError, isReadOnly, maintain, ReadOnlyError, write } from './transaction.ts';

export type Database = BetterSQLite3Database<typeof schema> & { $client: Client.Database };

export type OpenOptions = {
	/** false: a database that is not there yet is refused instead of made. */
	create?: boolean;
	/** Folder of the migrations, when it is not the product's own. */
	migrations?: string;
	/** A serialized database, a copy of which `:memory:` becomes. */
	bytes?: Buffer;
	/** Key of the audit chain; default: AUDIT_KEY, else the file `<database>.key`. */
	auditKey?: string | undefined;
};

/** "cbkm" in SQLite's header tells our files from others'. */
const applicationId = 0x63626b6d;
const oldestNode = [22, 18, 0];
/** Before it, a reset of the write-ahead log could corrupt the file. */
const oldestSqlite = [3, 51, 3];

/** Opens, checks and migrates; throws a `StartError` when that must not or cannot be. */
export function openDatabase(file: string, options: OpenOptions = {}): Database {
	if (isOlder(process.versions.node, oldestNode)) {
		throw new StartError(
			`Node.js ${oldestNode.join('.')} 以上が必要です（いまは ${process.versions.node}）。npm start のように npm から始めると、合う版が使われます。`
		);
	}
	const inMemory = file === ':memory:';
	const isNew = inMemory || examine(file, options.create ?? true) === 'new';
	const client = connect(file, isNew, options.bytes);
	try {
		const db: Database = drizzle(client, { schema });
		migrate(db, {
			folder: options.migrations ?? migrationsFolder(),
			file: inMemory ? null : file
		});
		triggers.ensure(db);
		audit.useKey(db, audit.findKey(inMemory ? null : file, options.auditKey));
		atRest.protect(db);
		return db;
	} catch (error) {
		client.close();
		throw explained(file, error);
	}
}

/** As it is: nothing is written or migrated. `key`: that of the audit chain, if somebody has it. */
export function openToRead(file: string, key: string | null = null): Database {
	let client: Client.Database | undefined;
	try {
		client = new Client(file, { readonly: true, fileMustExist: true, timeout: 2000 });
		client.pragma('trusted_schema = OFF');
		client.pragma('cell_size_check = ON');
		if (client.pragma('application_id', { simple: true }) !== applicationId) {
			throw new StartError(`${file} は、このアプリのデータベースではありません。`);
		}
		const db: Database = drizzle(client, { schema });
		if (key !== null) audit.trust(db, key);
		return db;
	} catch (error) {
		client?.close();
		throw explained(file, error);
	}
}

export function close(db: Database): void {
	db.$client.close();
}

/** Whether a read comes through. */
export function isAnswering(db: Database): boolean {
	try {
		return db.$client.prepare('SELECT count(*) FROM sqlite_schema').get() !== undefined;
	} catch {
		return false;
	}
}

/** Looks at the first bytes only, so that a file of somebody else's is left exactly as it is. */
function examine(file: string, create: boolean): 'new' | 'ours' {
	let handle: number | undefined;
	try {
		handle = openSync(file, create ? 'a+' : 'r+', 0o600);
		const header = Buffer.alloc(100);
		const length = readSync(handle, header, 0, 100, 0);
		if (length === 0) return 'new';
		if (length < 100 || header.toString('latin1', 0, 15) !== 'SQLite format 3') {
			throw new StartError(
				`${file} は SQLite のデータベースではありません。そのままにしてあります。`
			);
		}
		if (header.readUInt32BE(68) !== applicationId) {
			throw new StartError(
				`${file} は別のアプリのデータベースです。そのままにしてあります。DATABASE_FILE に別の場所を書いてください。`
			);
		}
		return 'ours';
	} catch (error) {
		throw explained(file, error);
	} finally {
		if (handle !== undefined) closeSync(handle);
	}
}

function connect(file: string, isNew: boolean, bytes?: Buffer): Client.Database {
	let client: Client.Database | undefined;
	try {
		client = new Client(bytes ?? file, { timeout: 250 });
		const version = String(client.prepare('SELECT sqlite_version()').pluck().get());
		if (isOlder(version, oldestSqlite)) {
			throw new StartError(
				`SQLite ${oldestSqlite.join('.')} 以上が必要です（いまは ${version}）。npm install をやり直してください。`
			);
		}
		// Before WAL, so that a file cut off in the making is either empty or known as ours.
		if (isNew) client.pragma(`application_id = ${applicationId}`);
		setPragmas(client);
		return client;
	} catch (error) {
		client?.close();
		throw explained(file, error);
	}
}

function setPragmas(client: Client.Database): void {
	client.pragma('busy_timeout = 250');
	client.pragma('journal_mode = WAL');
	client.pragma('synchronous = FULL');
	client.pragma('foreign_keys = ON');
	client.pragma('secure_delete = ON');
	client.pragma('trusted_schema = OFF');
	client.pragma('cell_size_check = ON');
	client.pragma('journal_size_limit = 67108864');
	// REPLACE deletes without a word to the triggers otherwise.
	client.pragma('recursive_triggers = ON');
	// The first read opens the log, and this build of SQLite may turn to NORMAL there.
	client.prepare('SELECT count(*) FROM sqlite_schema').get();
	if (client.pragma('synchronous', { simple: true }) !== 2) client.pragma('synchronous = FULL');
	if (client.pragma('synchronous', { simple: true }) !== 2) {
		throw new StartError('データベースを安全な書き方（synchronous=FULL）にできませんでした。');
	}
}

function isOlder(version: string, than: number[]): boolean {
	const numbers = version.split('.').map(Number);
	const place = than.findIndex((number, index) => number !== (numbers[index] ?? 0));
	return place >= 0 && (numbers[place] ?? 0) < than[place]!;
}

const reasons: [RegExp, string][] = [
	[/^ENOENT$/, '見つかりません。フォルダーとファイルの名前を確かめてください'],
	[/^ENOTDIR$/, '途中がフォルダーではありません'],
	[/^EISDIR$/, 'フォルダーです。ファイルの名前まで書いてください'],
	[/^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_PERM)$/, '読み書きする権限がありません'],
	[/^SQLITE_(NOTADB|CORRUPT.*)$/, '壊れています。バックアップから戻してください'],
	[/^SQLITE_(BUSY|LOCKED).*$/, 'ほかの作業が使っています。少し待ってからもう一度始めてください'],
	[/^(ENOSPC|SQLITE_FULL)$/, '置く場所の空きが足りません'],
	[/^(SQLITE_CANTOPEN.*|SQLITE_IOERR.*|E[A-Z]+)$/, '開けませんでした']
];

function explained(file: string, error: unknown): unknown {
	const code = (error as { code?: string } | null)?.code ?? '';
	const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
	if (error instanceof StartError || !reason) return error;
	return new StartError(`データベース ${file} は${reason}（${code}）。`, { cause: error });
}
