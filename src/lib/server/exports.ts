import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { exportLabels, writeRow } from '#lib/domain/formats/resource-csv.ts';
import { gazetteer } from '#lib/domain/municipality.ts';
import { hasConsent } from '#lib/domain/publication.ts';
import { contents } from './contents/read.ts';
import { csvOfGuarded } from './csv.ts';
import type { Database } from './database.ts';
import * as municipalities from './municipalities.ts';
import { names } from './names.ts';
import { entries, resource_sources, resources } from './schema.ts';

/**
 * A region's resources as the product's own CSV: as they are now, or as an edition has them pinned.
 * Without `staff` only what the web may show of those that may be shown there.
 */
export function exportCsv(
	db: Database,
	{ regionId, editionId, staff }: { regionId: number; editionId: number | null; staff: boolean }
): { text: string; rows: number; leftOut: number } {
	const pinned = editionId === null ? current(db, regionId) : printed(db, editionId);
	const read = contents(
		db,
		pinned.map(({ revision }) => revision)
	);
	const shown = pinned.filter(({ revision }) => staff || hasConsent(read.get(revision)!, 'web'));
	const context = {
		gazetteer: gazetteer(municipalities.list(db)),
		vocabularies: names(db).vocabularies,
		category: null
	};
	const labels = exportLabels({ staff });
	const rows = shown.map(({ id, source, number, revision }) => {
		const row = writeRow({ id, source, number }, read.get(revision)!, context, { staff });
		return labels.map((label) => row[label]!);
	});
	const text = csvOfGuarded([labels, ...rows]);
	return { text, rows: rows.length, leftOut: pinned.length - rows.length };
}

type Pinned = { id: string; revision: number; source: string | null; number: string | null };

/** The first of a resource's sources names it. */
const source = sql<string | null>`(SELECT s.source FROM ${resource_sources} s
	WHERE s.resource_id = resources.id ORDER BY s.source, s.number LIMIT 1)`;
const number = sql<string | null>`(SELECT s.number FROM ${resource_sources} s
	WHERE s.resource_id = resources.id ORDER BY s.source, s.number LIMIT 1)`;

const current = (db: Database, regionId: number): Pinned[] =>
	db
		.select({ id: resources.id, revision: resources.current_revision_id, source, number })
		.from(resources)
		.where(and(eq(resources.region_id, regionId), isNull(resources.withdrawn_at)))
		.orderBy(asc(resources.created_at), asc(resources.id))
		.all()
		.flatMap((row) => (row.revision === null ? [] : { ...row, revision: row.revision }));

const printed = (db: Database, editionId: number): Pinned[] =>
	db
		.select({ id: resources.id, revision: entries.revision_id, source, number })
		.from(entries)
		.innerJoin(resources, eq(resources.id, entries.resource_id))
		.where(eq(entries.edition_id, editionId))
		.orderBy(asc(entries.number))
		.all();
