import type { Database } from './client.ts';
import { cachedByDatabase } from './cache.ts';

const counters = cachedByDatabase((db) => ({
	own: db.$client.prepare<[], number>('SELECT total_changes()').pluck(),
	others: db.$client.prepare<[], number>('PRAGMA data_version').pluck(),
	undone: 0,
	uncounted: 0
}));

/** Cache key that changes on every write of this process or another one. */
export function dataVersion(db: Database): string {
	const { own, others, undone, uncounted } = counters(db);
	return `${others.get()}.${own.get()! - uncounted}.${undone}`;
}

/** To be called after a rollback: SQLite does not count it, and values read inside it are no longer true. */
export function countUndone(db: Database): void {
	counters(db).undone += 1;
}

/** Runs a change that no public page shows, such as a draft: the data version and the caches stay. */
export function withoutNewVersion<T>(db: Database, change: () => T): T {
	const counted = counters(db);
	const before = counted.own.get()!;
	try {
		return change();
	} finally {
		counted.uncounted += counted.own.get()! - before;
	}
}

/** `make(db)`, cached until the data version changes. */
export function cachedByVersion<T>(make: (db: Database) => T): (db: Database) => T {
	const cached = cachedByDatabase((db) => ({ dataVersion: dataVersion(db), value: make(db) }));
	return (db) => {
		const known = cached(db);
		const now = dataVersion(db);
		if (known.dataVersion !== now) Object.assign(known, { dataVersion: now, value: make(db) });
		return known.value;
	};
}
