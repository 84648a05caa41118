import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { readEnvironment } from '#lib/server/start/environment.ts';
import { prepare } from '#lib/server/start/seed.ts';
import { root } from '../build.ts';
import { readSettings } from '../settings-file.js';

/** Who the records say it was. */
export const by = 'operator';

/** Files are named from where the command was typed, also when npm went to the project's folder. */
export function fromHere(file: string): string {
	const { INIT_CWD, npm_lifecycle_event } = process.env;
	const here = npm_lifecycle_event === 'directory' && INIT_CWD ? INIT_CWD : process.cwd();
	return path.resolve(here, file);
}

export function settings() {
	const problem = readSettings(path.join(root, '.env'));
	if (problem) throw new StartError(problem);
	const { DATABASE_FILE, AUDIT_KEY, SAMPLE, IMPORT_KEEP_DAYS } = readEnvironment();
	return {
		file: path.resolve(root, DATABASE_FILE),
		auditKey: AUDIT_KEY,
		sample: SAMPLE === 'yes',
		importKeepDays: IMPORT_KEEP_DAYS
	};
}

/** The product's database, made and filled with what every one holds when it is not there yet. */
export function withDatabase<T>(
	act: (db: Database) => T,
	{ file, auditKey, sample } = settings()
): T {
	if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
	const db = openDatabase(file, { auditKey });
	let made: T;
	try {
		prepare(db, { now: new Date(), sample, data: path.join(root, 'data') });
		made = act(db);
	} catch (error) {
		close(db);
		throw error;
	}
	if (made instanceof Promise) return made.finally(() => close(db)) as T;
	close(db);
	return made;
}
