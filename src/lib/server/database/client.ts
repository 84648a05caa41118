import type Client from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from './schema/index.ts';

export type Database = BetterSQLite3Database<typeof schema> & { $client: Client.Database };

export function close(db: Database): void {
	db.$client.close();
}
