import { sql, type SQL } from 'drizzle-orm';
import { compare, type FieldChange } from '#lib/domain/compare.ts';
import type { Pinned } from '#lib/domain/comparison.ts';
import type { Content } from '#lib/domain/content.ts';
import { publicContent, type PublicContent } from '#lib/domain/publication.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database.ts';
import { names } from '#lib/server/names.ts';
import type { Shown } from '#lib/server/shown.ts';

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

/** By resource, in the order of the numbers: the entries whose revision `v` meets a condition. */
export const pinsOf = (
	db: Database,
	editionId: number,
	condition: SQL = sql`TRUE`
): Map<string, Pin> =>
	new Map(
		db
			.all<Pin>(
				sql`
		SELECT e.resource_id AS resource, v.id AS revision, g.slug AS region,
			c.method, c.verified_on, c.role, e.number, e.state, e.chapter,
			v.content_hash AS hash, v.name, v.kana, v.municipality_code AS municipality
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} AND ${condition}
		ORDER BY e.number`
			)
			.map((pin) => [pin.resource, pin])
	);

/**
 * Field by field what readers see otherwise, by the newer revision of each pair; `visible` of the older
 * one, beside the newer one.
 */
export function fieldChanges(
	db: Database,
	pairs: readonly { before: number; after: number }[],
	visible: (older: Content, newer: Content) => PublicContent = publicContent
): Map<number, FieldChange[]> {
	const read = contents(
		db,
		pairs.flatMap(({ before, after }) => [before, after])
	);
	return new Map(
		pairs.map(({ before, after }) => {
			const [older, newer] = [read.get(before)!, read.get(after)!];
			return [after, compare(visible(older, newer), publicContent(newer), names(db))];
		})
	);
}
