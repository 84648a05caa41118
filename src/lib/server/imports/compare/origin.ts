import { sql } from 'drizzle-orm';
import type { Reading } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Known } from './known.ts';

/**
 * The ids of the revisions that rows were made from, by the resource that a row names. Of a proposal no file was
 * ever made: a number that names one was written by hand.
 */
export function originsOf(db: Database, readings: readonly Reading[]) {
	const pairs = readings.flatMap(({ id, revision }) =>
		id && revision ? [[id, revision] as const] : []
	);
	const rows =
		pairs.length === 0
			? []
			: db.all<{ id: number; resource: string; number: number }>(sql`
				SELECT v.id, v.resource_id AS resource, v.number FROM json_each(${JSON.stringify(pairs)}) p
				JOIN revisions v ON v.resource_id = p.value ->> 0 AND v.number = p.value ->> 1
				WHERE v.approved_at IS NOT NULL AND v.proposed_at IS NULL`);
	const ids = new Map(rows.map(({ id, resource, number }) => [`${resource} ${number}`, id]));
	return {
		revisions: [...ids.values()],
		of: (reading: Reading, known: Known): number | null =>
			ids.get(`${known.id} ${reading.revision}`) ?? null
	};
}
