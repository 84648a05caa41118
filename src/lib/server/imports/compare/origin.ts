import { sql } from 'drizzle-orm';
import type { Reading } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Known } from './known.ts';

/** Of our own files: which revision of its resource a row was made from, counted from 1. */
const columns = ['元の改訂', 'revision'];

const numberIn = ({ row }: Reading): number | null => {
	const cell = columns.map((name) => row.cells.get(name)?.normalize('NFKC').trim()).find(Boolean);
	return cell && /^\d{1,9}$/.test(cell) ? Number(cell) : null;
};

/**
 * The ids of the revisions that rows were made from, by the resource that a row names. Of a proposal no file was
 * ever made: a number that names one was written by hand.
 */
export function originsOf(db: Database, readings: readonly Reading[]) {
	const pairs = readings.flatMap((reading) => {
		const number = numberIn(reading);
		return reading.id && number !== null ? [[reading.id, number] as const] : [];
	});
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
			ids.get(`${known.id} ${numberIn(reading)}`) ?? null
	};
}
