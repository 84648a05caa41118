import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { import_previews, import_rows, imports } from '#lib/server/database/schema/index.ts';
import { holds } from './notes.ts';

/**
 * Kept files from which those revisions came, in which the words stand, or of which nobody can tell, since no rows
 * of them were looked at: the bytes go and the hash stays. What somebody was looking at in them has to be sent again.
 */
export function forgetFiles(
	db: Database,
	{ places, ids, words }: { places: string[]; ids: number[]; words: string[] }
): void {
	const told = sql`SELECT p.id FROM import_previews p WHERE p.id IN (
		SELECT preview_id FROM import_rows
		WHERE resource_id IN ${places} OR ${holds(db, import_rows.details, words)})`;
	const files = sql`SELECT i.file_sha256 FROM imports i JOIN revisions v ON v.import_id = i.id
		WHERE v.id IN ${ids} UNION SELECT file_sha256 FROM import_previews WHERE id IN (${told})
			OR ${holds(db, import_previews.result, words)} OR ${holds(db, import_previews.mapping, words)}
		UNION SELECT sha256 FROM import_files WHERE sha256 NOT IN (SELECT p.file_sha256
			FROM import_previews p JOIN import_rows w ON w.preview_id = p.id WHERE p.state <> 'reading')`;
	withoutNewVersion(db, () => {
		db.run(sql`UPDATE import_files SET bytes = NULL WHERE sha256 IN (${files})`);
		const emptied = sql`SELECT id FROM import_previews WHERE file_sha256 IN (
			SELECT sha256 FROM import_files WHERE bytes IS NULL)`;
		db.run(sql`DELETE FROM import_rows WHERE preview_id IN (${emptied})`);
		db.run(sql`UPDATE import_previews SET state = 'cancelled', result = NULL, mapping = NULL
			WHERE import_id IS NULL AND id IN (${emptied})`);
		db.run(sql`UPDATE import_previews SET result = NULL WHERE id IN (${emptied})`);
		db.run(sql`UPDATE import_previews SET mapping = NULL
			WHERE ${holds(db, import_previews.mapping, words)}`);
		for (const table of [imports, import_previews]) {
			db.run(sql`UPDATE ${table} SET file_name = '—' WHERE ${holds(db, table.file_name, words)}`);
		}
	});
}
