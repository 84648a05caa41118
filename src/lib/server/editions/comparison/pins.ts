import { sql, type SQL } from 'drizzle-orm';
import { comparePublic } from '#lib/domain/editing/public-comparison.ts';
import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import type { Pinned } from '#lib/domain/edition/comparison.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import { besideToday, type Shown } from '#lib/server/contents/visibility.ts';
import { tellable } from '#lib/server/contents/telling.ts';

/** An entry as two editions are compared by it. */
export type Pin = Shown &
	Pinned & {
		number: number;
		name: string;
		kana: string | null;
		/** Code of the chapter. */
		chapter: string;
		/** Code. */
		municipality: string | null;
	};

/** By resource, in the order of the numbers: all entries, for staff. */
export const pinsOf = (db: Database, editionId: number): Map<string, Pin> =>
	pinsWhere(db, editionId, { condition: sql`TRUE`, beside: sql`NULL` });

/** Likewise those whose resource `r` and revision `v` meet a condition, as readers see them today. */
export const pinsForReaders = (db: Database, editionId: number, condition: SQL): Map<string, Pin> =>
	pinsWhere(db, editionId, { condition, beside: besideToday });

const pinsWhere = (
	db: Database,
	editionId: number,
	{ condition, beside }: { condition: SQL; beside: SQL }
): Map<string, Pin> =>
	new Map(
		db
			.all<Pin>(
				sql`
		SELECT e.resource_id AS resource, v.id AS revision, g.slug AS region,
			c.method, c.verified_on, c.role, e.number, ${beside} AS beside, e.state, e.chapter,
			v.content_hash AS hash, v.name, v.kana, v.municipality_code AS municipality
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN resources r ON r.id = e.resource_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} AND ${condition}
		ORDER BY e.number`
			)
			.map((pin) => [pin.resource, pin])
	);

type Told = Pick<Shown, 'revision' | 'beside'>;

/** Field by field what is told otherwise, by the newer revision of each pair. */
export function fieldChanges(
	db: Database,
	pairs: readonly { before: Told; after: Told }[]
): Map<number, FieldChange[]> {
	const older = tellable(
		db,
		pairs.map(({ before }) => before)
	);
	const newer = tellable(
		db,
		pairs.map(({ after }) => after)
	);
	const named = names(db);
	return new Map(
		pairs.map(({ before, after }) => {
			const [was, is] = [older.get(before.revision)!, newer.get(after.revision)!];
			return [after.revision, comparePublic(publicContent(was), publicContent(is), named)];
		})
	);
}
