import { sql } from 'drizzle-orm';
import { exportLabels, writeRow } from '#lib/domain/formats/resource-csv.ts';
import { gazetteer } from '#lib/domain/region/municipality.ts';
import { hasConsent } from '#lib/domain/resource/publication.ts';
import { csvOfGuarded, marked } from '#lib/domain/formats/csv.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import { besideToday, isStillOnTheWeb } from '#lib/server/contents/visibility.ts';
import { tellable } from '#lib/server/contents/telling.ts';

/**
 * A region's resources as the product's own CSV: as they are now, or as an edition has them pinned.
 * Without `staff` only what the web may show today of those that may be shown there.
 */
export function exportCsv(
	db: Database,
	{ regionId, editionId, staff }: { regionId: number; editionId: number | null; staff: boolean }
): { text: string; rows: number; leftOut: number } {
	const pinned = editionId === null ? current(db, regionId) : printed(db, editionId);
	const told = pinned.map((one) => (staff ? { ...one, beside: null } : one));
	const read = tellable(db, told);
	const shown = pinned.filter(
		({ revision, isShown }) => staff || (isShown && hasConsent(read.get(revision)!, 'web'))
	);
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
	const { fictional } = regions.identify(db, regionId);
	const text = csvOfGuarded(marked([labels, ...rows], fictional));
	return { text, rows: rows.length, leftOut: pinned.length - rows.length };
}

type Pinned = {
	id: string;
	revision: number;
	beside: string | null;
	/** Readers may see it today. */
	isShown: boolean;
	source: string | null;
	number: string | null;
};

/** Of the resource `r`: the first of its sources names it. */
const first = (column: 'source' | 'number') => sql`(SELECT s.${sql.identifier(column)}
	FROM resource_sources s WHERE s.resource_id = r.id ORDER BY s.source, s.number LIMIT 1)`;

const current = (db: Database, regionId: number): Pinned[] =>
	db
		.all<Omit<Pinned, 'isShown'>>(
			sql`
			SELECT r.id, r.current_revision_id AS revision, NULL AS beside,
				${first('source')} AS source, ${first('number')} AS number
			FROM resources r
			WHERE r.region_id = ${regionId} AND r.withdrawn_at IS NULL AND r.current_revision_id IS NOT NULL
			ORDER BY r.created_at, r.id`
		)
		.map((row) => ({ ...row, isShown: true }));

const printed = (db: Database, editionId: number): Pinned[] =>
	db
		.all<Omit<Pinned, 'isShown'> & { isShown: number }>(
			sql`
			SELECT r.id, e.revision_id AS revision, ${besideToday} AS beside, ${isStillOnTheWeb} AS isShown,
				${first('source')} AS source, ${first('number')} AS number
			FROM entries e JOIN resources r ON r.id = e.resource_id
			WHERE e.edition_id = ${editionId} ORDER BY e.number`
		)
		.map((row) => ({ ...row, isShown: row.isShown === 1 }));
