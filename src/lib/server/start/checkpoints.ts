import { Worker } from 'node:worker_threads';
import type { Database } from '#lib/server/database/client.ts';
import { shipped } from '#lib/server/database/migrations.ts';

/** Pages in the log from which a commit of the app does it all the same: 64 MB, where nobody else has. */
const mostPages = 16_000;

/**
 * A thread copies what was committed from the log into the file. Every thousandth page a commit of the app did
 * so and waited for the disk, and readers with it. Returns how to end it, once the app has closed the database.
 */
export function checkpointApart({ $client }: Database): () => void {
	if ($client.memory) return () => {};
	const thread = new Worker(shipped('src', 'cli', 'checkpoint-thread.ts'), {
		...{ workerData: $client.name, execArgv: [], env: {} },
		resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 }
	});
	const isAlone = (): void => void ($client.open && $client.pragma('wal_autocheckpoint = 1000'));
	$client.pragma(`wal_autocheckpoint = ${mostPages}`);
	thread.once('error', isAlone);
	thread.unref();
	return () => {
		// The app does not end before the thread has.
		thread.ref();
		thread.postMessage('end');
	};
}
