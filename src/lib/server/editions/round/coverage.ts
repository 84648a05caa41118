import { sql } from 'drizzle-orm';
import { coverageOf, rowsBy, type Coverage, type Covering } from '#lib/domain/edition/coverage.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';

/** What an edition has for whom and where; what has closed or pauses is not there. */
export function coverage(
	db: Database,
	{ editionId, regionId }: { editionId: number; regionId: number }
): Coverage {
	const rows = db.all<Omit<Covering, 'audiences'> & { audiences: string | null }>(sql`
		SELECT v.municipality_code AS municipality, e.chapter,
			(SELECT group_concat(t.code) FROM revision_terms t
				WHERE t.revision_id = v.id AND t.vocabulary = 'audience') AS audiences
		FROM entries e JOIN revisions v ON v.id = e.revision_id
		WHERE e.edition_id = ${editionId} AND v.operation = 'open'`);
	return sheetOf(
		db,
		regionId,
		rows.map(({ audiences, ...row }) => ({ ...row, audiences: audiences?.split(',') ?? [] }))
	);
}

/** The same of entries that somebody else has chosen. */
export function sheetOf(db: Database, regionId: number, covering: readonly Covering[]): Coverage {
	const known = names(db).municipalities;
	const named = (code: string) => ({ code, name: known.get(code) ?? '' });
	const { rows: places, rowOf } = rowsBy(
		municipalities.list(db, regionId),
		[...new Set(covering.flatMap(({ municipality }) => municipality ?? []))].map(named)
	);
	return coverageOf(
		covering.map(({ municipality, ...row }) => ({
			...row,
			municipality: municipality && rowOf(named(municipality))
		})),
		{ municipalities: places, chapters: chaptersOf(db).map(({ code }) => code) }
	);
}

/** Categories without a parent, in their order. */
export const chaptersOf = (db: Database): { code: string; label: string }[] =>
	[...names(db).vocabularies.category.values()]
		.filter(({ parent }) => parent === null)
		.map(({ code, label }) => ({ code, label }));
