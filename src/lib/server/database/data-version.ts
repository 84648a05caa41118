import type { Database } from './client.ts';
import { keptByDatabase } from './cache.ts';

const counters = keptByDatabase((db) => ({
	own: db.$client.prepare<[], number>('SELECT total_changes()').pluck(),
	others: db.$client.prepare<[], number>('PRAGMA data_version').pluck(),
	undone: 0,
	unseen: 0
}));

/** A word that is another one as soon as this process, or any other, has changed the database. */
export function generation(db: Database): string {
	const { own, others, undone, unseen } = counters(db);
	return `${others.get()}.${own.get()! - unseen}.${undone}`;
}

/** To be called after a rollback, which SQLite does not count: what was read before it is no more. */
export function countUndone(db: Database): void {
	counters(db).undone += 1;
}

/** Changes that no answer to readers rests on, such as drafts: what is kept for them stays. */
export function unseen<T>(db: Database, change: () => T): T {
	const counted = counters(db);
	const before = counted.own.get()!;
	try {
		return change();
	} finally {
		counted.unseen += counted.own.get()! - before;
	}
}

/** `make(db)`, kept until the database changes. */
export function keptByGeneration<T>(make: (db: Database) => T): (db: Database) => T {
	const kept = keptByDatabase((db) => ({ generation: generation(db), value: make(db) }));
	return (db) => {
		const known = kept(db);
		const now = generation(db);
		if (known.generation !== now) Object.assign(known, { generation: now, value: make(db) });
		return known.value;
	};
}
