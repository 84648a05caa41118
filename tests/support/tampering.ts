import { inspect } from '#lib/server/start/check.ts';
import type { Database } from '#lib/server/database/client.ts';
import { write } from '#lib/server/database/transaction.ts';
import { ensure, lift } from '#lib/server/database/triggers.ts';

/** What somebody with the file in hand can do. */
export const tamper = (db: Database, statement: string) =>
	write(db, () => {
		db.$client.pragma('defer_foreign_keys = ON');
		lift(db);
		db.$client.exec(statement);
		ensure(db);
	});

/** What `check` finds. */
export const problems = (db: Database) =>
	inspect(db)
		.filter(({ ok }) => !ok)
		.map(({ name, detail }) => `${name}: ${detail}`);
