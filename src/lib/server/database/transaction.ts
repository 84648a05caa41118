import type { Database } from './client.ts';
import { countUndone } from './data-version.ts';
import { cachedByDatabase } from './cache.ts';
import { BusyError, isBusy } from './waiting/busy.ts';
import { beginNow, mayWait, noteBusy, noteWritten } from './waiting/patience.ts';
import { insistOnPermit } from './permit.ts';

export { BusyError, isBusy } from './waiting/busy.ts';

/** An operator has closed the database for writing. */
export class ReadOnlyError extends Error {
	override name = 'ReadOnlyError';
}

const attempts = 4;
const pause = new Int32Array(new SharedArrayBuffer(4));

const closed = cachedByDatabase(({ $client }) => {
	const hasTable = $client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'read_only'").get();
	return hasTable ? $client.prepare('SELECT 1 FROM read_only') : null;
});

export const isReadOnly = (db: Database): boolean => closed(db)?.get() !== undefined;

/**
 * Runs `action` in one `BEGIN IMMEDIATE` transaction, or as a part of the one that is open already.
 * Anything thrown undoes all of it.
 */
export function write<T>(db: Database, action: () => T): T {
	if (db.$client.inTransaction) return action();
	return maintain(db, () => {
		// Within the transaction, so that nothing is written once it is closed.
		if (isReadOnly(db)) throw new ReadOnlyError('The database is read-only');
		insistOnPermit();
		return action();
	});
}

/** `write` that an operator's closing does not stop: what the program itself keeps in order. */
export function maintain<T>(db: Database, action: () => T): T {
	const client = db.$client;
	if (client.inTransaction) return action();
	begin(client);
	try {
		const result = action();
		if (result instanceof Promise) throw new TypeError('A transaction cannot wait for a promise');
		client.exec('COMMIT');
		noteWritten();
		return result;
	} finally {
		if (client.inTransaction) {
			client.exec('ROLLBACK');
			countUndone(db);
		}
	}
}

/** Commits of what is made again after a crash: they do not wait for the disk, and the next one that does is for all. */
export function withoutSync<T>({ $client }: Database, work: () => T): T {
	if ($client.inTransaction) return work();
	$client.pragma('synchronous = NORMAL');
	try {
		return work();
	} finally {
		$client.pragma('synchronous = FULL');
	}
}

/** All that `look` reads is as it was at one moment, whoever writes meanwhile. */
export function atOneMoment<T>(db: Database, look: () => T): T {
	const client = db.$client;
	if (client.inTransaction) return look();
	client.exec('BEGIN');
	try {
		return look();
	} finally {
		client.exec('ROLLBACK');
	}
}

function begin(client: Database['$client']): void {
	const last = mayWait() ? attempts : 1;
	for (let attempt = 1; ; attempt++) {
		try {
			if (last === 1) beginNow(client);
			else client.exec('BEGIN IMMEDIATE');
			return;
		} catch (error) {
			if (!isBusy(error)) throw error;
			noteBusy();
			if (attempt === last) throw new BusyError('The database is busy', { cause: error });
			// busy_timeout has waited already; this only spreads writers that collided.
			Atomics.wait(pause, 0, 0, 5 * attempt);
		}
	}
}
