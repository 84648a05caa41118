import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { existsSync } from 'node:fs';
import { StartError } from '#lib/server/database/start-error.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { isBusy } from '#lib/server/database/transaction.ts';

/** A database that nobody else can open as long as it is held. */
export type Held = {
	/** null when there is none, or none that can be read. */
	db: Database | null;
	release(): void;
};

const nothing: Held = { db: null, release: () => {} };

/** Folds the log into the file and keeps everybody out, or says who is in the way. */
export function hold(file: string, stopped: boolean): Held {
	if (!existsSync(file)) return nothing;
	let client: Client.Database | undefined;
	try {
		client = new Client(file, { fileMustExist: true, timeout: 250 });
		// Only the last one who has it open can leave WAL.
		client.pragma('journal_mode = DELETE');
		client.exec('BEGIN EXCLUSIVE');
		const held = client;
		return {
			db: drizzle(held, { schema }),
			release() {
				if (held.inTransaction) held.exec('ROLLBACK');
				held.close();
			}
		};
	} catch (error) {
		client?.close();
		if (isBusy(error)) {
			throw new StartError(
				`${file} はほかのプログラムが開いています。アプリを止めてから、もう一度行ってください。`
			);
		}
		if (stopped) return nothing;
		const { code } = error as { code?: string };
		throw new StartError(
			`いまの ${file} が読めない（${code ?? 'ERR'}）ので、アプリが動いているか確かめられません。止めてあることを確かめて、--stopped を付けてください。`
		);
	}
}
