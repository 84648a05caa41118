import { sql } from 'drizzle-orm';
import { close, type Database } from '#lib/server/database/client.ts';
import { openToRead } from './open.ts';
import { isInPlace } from '#lib/server/database/file/identity.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { prepare } from '#lib/server/resources/rows.ts';
import { currentIn } from '#lib/server/contents/visibility.ts';

const rows = 20;
/** How long an answer stands: whoever asks often does not make the work more. */
const stands = 1000;

const known = cachedByDatabase(() => ({ wasDamaged: false, readAt: -Infinity, reads: false }));

/** A page of the file could not be read: readers will meet it again. */
export function noteDamage(db: Database): void {
	known(db).wasDamaged = true;
}

/** Whether readers are served from a file that is there, whole as far as anybody has seen, and can be read. */
export function isServing(db: Database): boolean {
	const state = known(db);
	if (state.wasDamaged || !isInPlace(db.$client)) return false;
	if (performance.now() - state.readAt > stands) {
		Object.assign(state, { reads: canRead(db), readAt: performance.now() });
	}
	return state.reads;
}

/** Reads a list as pages do, by a connection that knows nothing yet: the open one may answer from memory. */
function canRead({ $client }: Database): boolean {
	if ($client.memory) return true;
	try {
		const db = openToRead($client.name);
		try {
			const newest = sql`r.id IN (
				SELECT id FROM resources WHERE current_revision_id IS NOT NULL AND withdrawn_at IS NULL
				ORDER BY current_revision_id DESC LIMIT ${rows})`;
			prepare(db, currentIn(db, newest));
			db.$client.prepare('SELECT list FROM search_postings LIMIT 1').get();
			return true;
		} finally {
			close(db);
		}
	} catch {
		return false;
	}
}
