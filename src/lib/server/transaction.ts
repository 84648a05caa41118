import type { Database } from './database.ts';
import { countUndone } from './generation.ts';

/** Somebody else is writing and did not finish in time; worth trying again a little later. */
export class BusyError extends Error {
	override name = 'BusyError';
}

const attempts = 4;
const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Runs `action` in one `BEGIN IMMEDIATE` transaction, or as a part of the one that is open already.
 * Anything thrown undoes all of it.
 */
export function write<T>(db: Database, action: () => T): T {
	const client = db.$client;
	if (client.inTransaction) return action();
	begin(client);
	try {
		const result = action();
		if (result instanceof Promise) throw new TypeError('A transaction cannot wait for a promise');
		client.exec('COMMIT');
		return result;
	} finally {
		if (client.inTransaction) {
			client.exec('ROLLBACK');
			countUndone(db);
		}
	}
}

function begin(client: Database['$client']): void {
	for (let attempt = 1; ; attempt++) {
		try {
			client.exec('BEGIN IMMEDIATE');
			return;
		} catch (error) {
			if (!isBusy(error)) throw error;
			if (attempt === attempts) throw new BusyError('The database is busy', { cause: error });
			// busy_timeout has waited already; this only spreads writers that collided.
			Atomics.wait(pause, 0, 0, 5 * attempt);
		}
	}
}

export function isBusy(error: unknown): boolean {
	if (error instanceof BusyError) return true;
	const code = (error as { code?: unknown } | null)?.code;
	return typeof code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(code);
}
