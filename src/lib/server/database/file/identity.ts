import { existsSync, statSync } from 'node:fs';
import type { Database } from '#lib/server/database/client.ts';

type Identity = { dev: bigint; ino: bigint };

const opened = new WeakMap<Database['$client'], Identity>();

function identityOf(file: string): Identity | null {
	const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
	return stat ? { dev: stat.dev, ino: stat.ino } : null;
}

/** To be called when a file has been opened. */
export function remember(client: Database['$client']): void {
	const identity = client.memory ? null : identityOf(client.name);
	if (identity) opened.set(client, identity);
}

/** Whether the file that is open still has its name: it may have been deleted, or another one put there. */
export function isInPlace(client: Database['$client']): boolean {
	const then = opened.get(client);
	if (!then) return true;
	const now = identityOf(client.name);
	return now !== null && now.dev === then.dev && now.ino === then.ino;
}

/** What stands beside a database and outlives it: the log that was not folded in, the key. */
const traces = ['.key', '-wal'];

/** Whether there has been a database of that name. To be asked before the file is opened. */
export const hasTraces = (file: string): boolean => traces.some((end) => existsSync(file + end));
