import type { MadeReadings } from '#lib/domain/text/generated-reading.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { search_readings } from '#lib/server/database/schema/index.ts';

type Row = MadeReadings & { id: number };

const statements = cachedByDatabase(({ $client }) => ({
	of: $client.prepare<[string], Row>(
		`SELECT revision_id AS id, name, organization FROM search_readings
		WHERE revision_id IN (SELECT value FROM json_each(?))`
	),
	forget: $client.prepare<[number]>('DELETE FROM search_readings WHERE revision_id = ?')
}));

export function keep(db: Database, revisionId: number, made: MadeReadings): void {
	insertInto(db, search_readings, { revision_id: revisionId, ...made });
}

/** By revision, of those for which readings were made. */
export const of = (db: Database, revisionIds: readonly number[]): Map<number, MadeReadings> =>
	new Map(
		statements(db)
			.of.all(JSON.stringify(revisionIds))
			.map(({ id, ...made }) => [id, made])
	);

export const forget = (db: Database, revisionId: number) => statements(db).forget.run(revisionId);
