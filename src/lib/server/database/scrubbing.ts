import type { Database } from './client.ts';
import { isBusy } from './transaction.ts';

const attempts = 5;
const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes the file anew and empties its log. `secure_delete` overwrites what is deleted, but moving
 * rows between pages leaves copies behind; only a new file is sure to have none.
 */
export function scrub(db: Database): boolean {
	if (db.$client.memory) return true;
	for (let attempt = 1; attempt <= attempts; attempt++) {
		if (isNew(db)) return true;
		Atomics.wait(pause, 0, 0, 20 * attempt);
	}
	return false;
}

function isNew({ $client }: Database): boolean {
	try {
		$client.exec('VACUUM');
		const [result] = $client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
		return result?.busy === 0;
	} catch (error) {
		if (isBusy(error)) return false;
		throw error;
	}
}
