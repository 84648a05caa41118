import Client from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/** Brings the write-ahead log into the file of the database, twice a second, while the app goes on. */
const client = new Client(workerData as string, { fileMustExist: true, timeout: 0 });
const timer = setInterval(() => {
	try {
		client.pragma('wal_checkpoint(PASSIVE)');
	} catch {
		// A full disk, or another one who does so: later; a log that grows is the app's again.
	}
}, 500);
parentPort!.once('message', () => {
	clearInterval(timer);
	client.close();
});
