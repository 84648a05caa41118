import type { Database } from './database.ts';

const readers = new WeakMap<Database, () => string>();

/** A word that is another one as soon as this process, or any other, has changed the database. */
export function generation(db: Database): string {
	let read = readers.get(db);
	if (!read) {
		const own = db.$client.prepare<[], number>('SELECT total_changes()').pluck();
		const others = db.$client.prepare<[], number>('PRAGMA data_version').pluck();
		readers.set(db, (read = () => `${others.get()}.${own.get()}`));
	}
	return read();
}

/** `make(db)`, kept until the database changes. */
export function keptByGeneration<T>(make: (db: Database) => T): (db: Database) => T {
	const kept = new WeakMap<Database, { generation: string; value: T }>();
	return (db) => {
		const now = generation(db);
		const known = kept.get(db);
		if (known?.generation === now) return known.value;
		const value = make(db);
		kept.set(db, { generation: now, value });
		return value;
	};
}
