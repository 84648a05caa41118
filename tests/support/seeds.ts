import { writeFileSync } from 'node:fs';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { prepare } from '#lib/server/start/seed.ts';

/** Sunday, 22 November 2026, noon in Japan. */
export const now = new Date('2026-11-22T03:00:00Z');

/** Key of the audit records of every seeded database: a copy goes on with the chain. */
const auditKey = '5eed'.repeat(16);

/** A database that is filled once for each worker and copied from then on. */
export type Seed<T = void> = () => { bytes: Buffer; made: T };

/** `from`: the seed whose copy is filled; default: an empty database. */
export function seed<T>(fill: (db: Database) => T, from?: Seed<unknown>): Seed<T> {
	let kept: ReturnType<Seed<T>> | undefined;
	return () => {
		if (kept) return kept;
		const db = from ? copy(from) : openDatabase(':memory:', { auditKey });
		const made = fill(db);
		kept = { bytes: db.$client.serialize(), made };
		close(db);
		return kept;
	};
}

/** Terms, municipalities and regions; without the sample. */
export const prepared = seed((db) => prepare(db, { now, sample: false }));
/** The same with the sample region. */
export const sample = seed((db) => prepare(db, { now, sample: true }));

/** Opens a copy, in memory or as a new file. */
export function copy(of: Seed<unknown>, file = ':memory:'): Database {
	const { bytes } = of();
	if (file === ':memory:') return openDatabase(file, { bytes, auditKey });
	plant(of, file);
	return openDatabase(file);
}

/** Writes a copy and the file of its key, for an app or a command to open. */
export function plant(of: Seed<unknown>, file: string): void {
	const mode = 0o600;
	writeFileSync(file, of().bytes, { flag: 'wx', mode });
	writeFileSync(`${file}.key`, `${auditKey}\n`, { flag: 'wx', mode });
}
