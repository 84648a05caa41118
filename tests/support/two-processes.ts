import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { temporaryFolder } from './folder.ts';

/** For each test one new database, opened by the app and, as by another process, once more. */
export function twoProcesses(): { app: Database; other: Database } {
	const opened = {} as { app: Database; other: Database };
	beforeEach(() => {
		const file = join(temporaryFolder(), 'a.db');
		opened.app = openDatabase(file);
		opened.other = openDatabase(file);
	});
	afterEach(() => {
		close(opened.app);
		close(opened.other);
	});
	return opened;
}
