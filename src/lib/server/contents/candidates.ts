import { sql, type SQL } from 'drizzle-orm';
import { visibilities } from '#lib/domain/resource/content.ts';
import { isOpenTo, type Audience } from '#lib/domain/resource/publication.ts';
import type { Database } from '#lib/server/database/client.ts';

/** An older revision and one of today. */
export type Pair = readonly [older: number, today: number];

const ways = [
	['revision_phones', 'number', sql`a.visibility`],
	['revision_contacts', 'value', sql`a.visibility`],
	['revision_links', 'url', sql`'public'`]
] as const;

/** A way in `of` of a visibility, which `in` has not, letter by letter, with a visibility of that kind. */
function missing(of: SQL, other: SQL, audience: Audience, isOpen: boolean): SQL {
	const open = visibilities.filter((visibility) => isOpenTo(audience, visibility));
	const kind = (visibility: SQL) =>
		sql`(${visibility} IN (SELECT value FROM json_each(${JSON.stringify(open)}))) = ${isOpen ? 1 : 0}`;
	const some = ways.map(([table, column, visibility]) => {
		const [name, value] = [sql.identifier(table), sql.identifier(column)];
		const othersVisibility = table === 'revision_links' ? sql`'public'` : sql`b.visibility`;
		return sql`EXISTS (SELECT 1 FROM ${name} a WHERE a.revision_id = ${of} AND ${kind(visibility)}
			AND NOT EXISTS (SELECT 1 FROM ${name} b WHERE b.revision_id = ${other}
				AND b.${value} = a.${value} AND ${kind(othersVisibility)}))`;
	});
	return sql`(${sql.join(some, sql` OR `)})`;
}

/**
 * Older revisions that may tell more than today: a wide net that is cheap to cast over an edition, so that
 * few contents have to be read. What is in it `narrow` decides.
 */
export const mayHide = (
	db: Database,
	pairs: readonly Pair[],
	audience: Audience = 'web'
): Set<number> =>
	new Set(
		db
			.all<{ id: number }>(
				sql`SELECT o.id FROM json_each(${JSON.stringify(pairs)}) j
				JOIN revisions o ON o.id = j.value ->> 0 JOIN revisions t ON t.id = j.value ->> 1
				WHERE t.precision <> o.precision OR (o.street IS NOT NULL AND t.street IS NULL)
					OR (o.latitude IS NOT NULL AND t.latitude IS NULL)
					OR ${missing(sql`o.id`, sql`t.id`, audience, true)} OR ${missing(sql`t.id`, sql`o.id`, audience, false)}`
			)
			.map(({ id }) => id)
	);
