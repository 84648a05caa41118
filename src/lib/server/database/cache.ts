import type { Database } from './client.ts';

/** `make(db)`, made once for each database: prepared statements above all. */
export function cachedByDatabase<T>(make: (db: Database) => T): (db: Database) => T {
	const kept = new WeakMap<Database, T>();
	return (db) => {
		let value = kept.get(db);
		if (value === undefined) kept.set(db, (value = make(db)));
		return value;
	};
}
