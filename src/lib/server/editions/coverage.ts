import { sql } from 'drizzle-orm';
import { cityOf, coverageOf, type Coverage, type Covering } from '#lib/domain/coverage.ts';
import type { Database } from '#lib/server/database.ts';
import * as municipalities from '#lib/server/municipalities.ts';
import { names } from '#lib/server/names.ts';

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
	const all = municipalities.list(db, regionId);
	const isWard = ({ code, name }: { code: string; name: string }) =>
		cityOf(all, { code, name }) !== code;
	const known = names(db).municipalities;
	return coverageOf(
		rows.map(({ municipality, audiences, ...row }) => ({
			...row,
			municipality:
				municipality && cityOf(all, { code: municipality, name: known.get(municipality) ?? '' }),
			audiences: audiences?.split(',') ?? []
		})),
		{
			municipalities: all.filter((one) => !isWard(one)).map(({ code }) => code),
			chapters: chaptersOf(db)
		}
	);
}

/** Categories without a parent, in their order. */
export const chaptersOf = (db: Database): string[] =>
	[...names(db).vocabularies.category.values()]
		.filter(({ parent }) => parent === null)
		.map(({ code }) => code);
