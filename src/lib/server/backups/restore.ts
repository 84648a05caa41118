import {
	copyFileSync,
	existsSync,
	linkSync,
	renameSync,
	rmSync,
	readdirSync,
	chmodSync
} from 'node:fs';
import path from 'node:path';
import * as audit from '#lib/server/audit/index.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { eraseAgain } from '#lib/server/editing/erasure/again.ts';
import { inspect } from '#lib/server/start/check.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import * as atRest from '#lib/server/staff/at-rest.ts';
import { carryAccounts, isOurs, type Closed } from './accounts.ts';
import { digest, sync, syncFolderOf } from './files.ts';
import { hold, type Held } from './holding.ts';
import { auditOf, readManifest, type Manifest } from './manifest.ts';
import { verify } from './verify.ts';

export type Restored = {
	manifest: Manifest;
	/** The database as it was before; null when there was none. */
	point: string | null;
	/** Resources that were erased since the backup was made, and now again. */
	erasedAgain: number;
	/** Accounts that the backup alone knows: nobody enters with them until somebody lets them. */
	closed: Closed[];
	/** There is nothing now, or nothing that can be read: nobody knows what was erased or disabled since. */
	blind: boolean;
};

type Order = {
	key: string;
	by: string;
	at: Date;
	/** The operator says that nothing uses the database; needed where that cannot be found out. */
	stopped?: boolean;
	/** The operator knows that the backup was made without a key. */
	unsealed?: boolean;
	/** What has to be true of the database in its new place. */
	isGood?: (db: Database) => boolean;
};

/**
 * Puts a backup in the place of the database. Everything is done on a copy beside it; then one
 * rename. Whatever fails, the database is the one of before. Throws a `StartError`.
 */
export function restore(backup: string, database: string, order: Order): Restored {
	const problem = verify(backup, order.key, order).find(({ ok }) => !ok);
	if (problem) throw new StartError(`${backup} は使えません。${problem.name}: ${problem.detail}。`);
	const manifest = readManifest(backup)!;
	const held = hold(database, order.stopped ?? false);
	const copy = `${database}.restoring`;
	try {
		sweep(copy);
		copyFileSync(backup, copy);
		chmodSync(copy, 0o600);
		sync(copy);
		if (digest(copy).sha256 !== manifest.sha256) {
			throw new StartError('写している間に、バックアップが変わりました。もう一度行ってください。');
		}
		const { erasedAgain, closed } = prepare(copy, manifest, held, order);
		// It cannot rename what is open.
		if (process.platform === 'win32') held.release();
		const point = swap(copy, database, order.at);
		held.release();
		confirm(database, point, order);
		return { manifest, point, erasedAgain, closed, blind: held.db === null };
	} finally {
		held.release();
		sweep(copy);
	}
}

/** Migrates and looks through the copy, and writes into it what has to be known of this restore. */
function prepare(copy: string, manifest: Manifest, held: Held, { key, by, at }: Order) {
	const db = openDatabase(copy, { create: false, auditKey: key });
	try {
		// Whether one may write is a matter of today, not of the day of the backup.
		readOnly.take(db, null);
		const present = held.db && isOurs(held.db, key) ? held.db : null;
		const closed = carryAccounts(db, present, { isSealed: manifest.seal !== null, by, at });
		atRest.protect(db);
		const { madeAt } = manifest;
		const again = held.db ? eraseAgain(db, held.db, { madeAt, by, at }) : 0;
		const replaced = held.db ? auditOf(held.db) : { count: null, head: null };
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: 'database.restore',
			subject: 'database',
			subjectId: manifest.sha256,
			details: {
				made_at: madeAt,
				replaced_records: replaced.count,
				replaced_head: replaced.head,
				erased_again: again
			}
		});
		readOnly.take(db, held.db);
		const problem = inspect(db).find(({ ok }) => !ok);
		if (problem) {
			throw new StartError(`バックアップは使えません。${problem.name}: ${problem.detail}。`);
		}
		return { erasedAgain: again, closed };
	} finally {
		close(db);
	}
}

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** At every moment there is a database under its name: the old one, or the new one. */
function swap(copy: string, database: string, at: Date): string | null {
	const point = `${database}.before-restore-${stamp(at)}`;
	const hadOne = existsSync(database);
	if (hadOne) keep(database, point);
	for (const end of ['-wal', '-shm', '-journal']) {
		if (existsSync(database + end)) renameSync(database + end, point + end);
	}
	sync(copy);
	renameSync(copy, database);
	syncFolderOf(database);
	return hadOne ? point : null;
}

/** A second name for the same file; a copy where the disk knows no such thing. */
function keep(file: string, name: string): void {
	try {
		linkSync(file, name);
	} catch {
		copyFileSync(file, name);
		sync(name);
	}
}

function confirm(database: string, point: string | null, order: Order): void {
	let reason = '開いたところ、あるはずのものがありませんでした';
	try {
		const db = openDatabase(database, { create: false, auditKey: order.key });
		try {
			if (order.isGood?.(db) ?? true) return;
		} finally {
			close(db);
		}
	} catch (error) {
		reason = (error as Error).message;
	}
	for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true });
	if (point) {
		const back = `${database}.restoring`;
		keep(point, back);
		for (const end of ['-wal', '-shm', '-journal']) {
			if (existsSync(point + end)) renameSync(point + end, database + end);
		}
		renameSync(back, database);
		rmSync(point);
	} else rmSync(database);
	syncFolderOf(database);
	throw new StartError(`元に戻しました。データベースは前のままです（${reason}）。`);
}

function sweep(copy: string): void {
	const folder = path.dirname(copy);
	const name = path.basename(copy);
	for (const one of readdirSync(folder)) {
		if (one.startsWith(name)) rmSync(path.join(folder, one), { force: true });
	}
}
