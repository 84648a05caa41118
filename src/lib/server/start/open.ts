import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import * as audit from '#lib/server/audit/index.ts';
import { findKey } from '#lib/server/audit/key.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sentenceOf } from '#lib/server/database/faults.ts';
import { hasTraces, remember } from '#lib/server/database/file/identity.ts';
import { migrate, migrationsFolder } from '#lib/server/database/migrations.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import * as triggers from '#lib/server/database/triggers.ts';
import * as atRest from '#lib/server/staff/at-rest.ts';

export type OpenOptions = {
	/** false: a database that is not there yet is refused instead of made. */
	create?: boolean;
	/** The operator wants a new one, although there has been one here before. */
	anew?: boolean;
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
	const isNew = inMemory || examine(file, options) === 'new';
	const client = connect(file, isNew, options.bytes);
	try {
		remember(client);
		const db: Database = drizzle(client, { schema });
		migrate(db, {
			folder: options.migrations ?? migrationsFolder(),
			file: inMemory ? null : file
		});
		triggers.ensure(db);
		const key = { given: options.auditKey, hasRecords: audit.head(db) !== null };
		audit.useKey(db, findKey(inMemory ? null : file, key));
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

/** Looks at the first bytes only, so that a file of somebody else's is left exactly as it is. */
function examine(file: string, { create = true, anew = false }: OpenOptions): 'new' | 'ours' {
	let handle: number | undefined;
	try {
		const hadOne = hasTraces(file) && !anew;
		if (hadOne && create && !existsSync(file)) throw new StartError(vanished(file, 'ありません'));
		handle = openSync(file, create ? 'a+' : 'r+', 0o600);
		const header = Buffer.alloc(100);
		const length = readSync(handle, header, 0, 100, 0);
		if (length === 0 && hadOne) throw new StartError(vanished(file, '空になっています'));
		if (length === 0) return 'new';
		if (length < 100 || header.toString('latin1', 0, 15) !== 'SQLite format 3') {
			throw new StartError(
				`${file} は SQLite のデータベースではありません。そのままにしてあります。` +
					(hadOne ? '壊れたのなら、バックアップから戻してください。' : '')
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

const vanished = (file: string, state: string): string =>
	`データベース ${file} が${state}。前はここにありました（鍵か、書きかけの -wal が残っています）ので、新しいものは作っていません。ファイルをそこに戻すか、バックアップから戻してください（npm run directory -- restore）。新しく始めるときは npm run directory -- reset を使います。`;

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

function explained(file: string, error: unknown): unknown {
	if (error instanceof StartError) return error;
	const sentence = sentenceOf(`データベース ${file}`, error);
	return sentence === null ? error : new StartError(sentence, { cause: error });
}
