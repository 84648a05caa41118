import { inArray } from 'drizzle-orm';
import type { Reading } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import { revisions } from '#lib/server/database/schema/index.ts';
import type { Known } from './known.ts';

/** Of our own files: which revision a row was made from. */
const columns = ['元の改訂', 'revision'];

const numberIn = ({ row }: Reading): number | null => {
	const cell = columns.map((name) => row.cells.get(name)?.normalize('NFKC').trim()).find(Boolean);
	return cell && /^\d{1,15}$/.test(cell) ? Number(cell) : null;
};

const pageSize = 500;

/** The revision that a row was made from, where it is one of that resource. */
export function originsOf(db: Database, readings: readonly Reading[]) {
	const numbers = [...new Set(readings.flatMap((reading) => numberIn(reading) ?? []))];
	const owners = new Map<number, string>();
	for (let at = 0; at < numbers.length; at += pageSize) {
		const rows = db
			.select({ id: revisions.id, resource: revisions.resource_id })
			.from(revisions)
			.where(inArray(revisions.id, numbers.slice(at, at + pageSize)))
			.all();
		for (const { id, resource } of rows) owners.set(id, resource);
	}
	return {
		revisions: [...owners.keys()],
		of(reading: Reading, known: Known): number | null {
			const revision = numberIn(reading);
			return revision !== null && owners.get(revision) === known.id ? revision : null;
		}
	};
}
