import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { erasedWords } from '#lib/domain/erasure.ts';
import type { Database } from '#lib/server/database.ts';

/**
 * What people wrote down about other resources, and what is left of a note that holds the words. A
 * withdrawal for `erasedWords` would be an erasure.
 */
const notes = [
	{ table: 'revisions', column: 'reason', left: null },
	{ table: 'revisions', column: 'rejected_reason', left: erasedWords },
	{ table: 'verifications', column: 'note', left: null },
	{ table: 'verifications', column: 'role', left: null },
	{ table: 'waivers', column: 'reason', left: erasedWords },
	{ table: 'reports', column: 'message', left: erasedWords },
	{ table: 'resources', column: 'withdrawn_reason', left: '—' }
];

/** Whether one of the words stands in a column: as a list, because a term for each may be too many. */
export const holds = (column: SQLWrapper, words: string[]): SQL =>
	sql`EXISTS (SELECT 1 FROM json_each(${JSON.stringify([...new Set(words)])}) w
		WHERE instr(${column}, w.value) > 0)`;

type Sought = { places: string[]; words: string[] };

function others({ table, column }: (typeof notes)[number], { places, words }: Sought): SQL {
	const id = sql.identifier(table === 'resources' ? 'id' : 'resource_id');
	return sql`${id} NOT IN ${places} AND ${holds(sql.identifier(column), words)}`;
}

/** In how many notes about other resources the words stand. */
export const notesWith = (db: Database, sought: Sought): number =>
	notes
		.map((note) => {
			const table = sql.identifier(note.table);
			return db.get<{ n: number }>(
				sql`SELECT count(*) AS n FROM ${table} WHERE ${others(note, sought)}`
			);
		})
		.reduce((sum, { n }) => sum + n, 0);

/** The caller has lifted the triggers. */
export function forgetNotesWith(db: Database, sought: Sought): void {
	for (const note of notes) {
		const [table, column] = [sql.identifier(note.table), sql.identifier(note.column)];
		db.run(sql`UPDATE ${table} SET ${column} = ${note.left} WHERE ${others(note, sought)}`);
	}
}
