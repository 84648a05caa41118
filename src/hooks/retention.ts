import type { Database } from '#lib/server/database/client.ts';
import { describeError } from '#lib/server/database/faults.ts';
import { isReadOnly } from '#lib/server/database/transaction.ts';
import * as files from '#lib/server/imports/previews/files.ts';
import type { Log } from '#lib/server/web/log.ts';

const day = 86_400_000;

/**
 * Drops imported files that are older than so many days: now, and once a day of a server that runs for
 * years. What fails is tried again the next day: no start fails for it.
 */
export function retain(db: Database, days: number, log: Log): void {
	const prune = () => {
		try {
			if (db.$client.open && !isReadOnly(db)) files.prune(db, { days, at: new Date() });
		} catch (error) {
			log('error', { event: 'retention', ...describeError(error) });
		}
	};
	prune();
	setInterval(prune, day).unref();
}
