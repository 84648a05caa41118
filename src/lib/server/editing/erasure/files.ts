import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { import_rows } from '#lib/server/database/schema/index.ts';
import { holds } from './notes.ts';

/**
 * Kept files from which those revisions came, or in which the words stand as far as they were looked at: the
 * bytes go and the hash stays. What somebody was looking at in them has to be sent again.
 */
export function forgetFiles(
	db: Database,
	{ places, ids, words }: { places: string[]; ids: number[]; words: string[] }
): void {
	const told = sql`SELECT p.id FROM import_previews p WHERE p.id IN (
		SELECT preview_id FROM import_rows
		WHERE resource_id IN ${places} OR ${holds(db, import_rows.details, words)})`;
	const files = sql`SELECT i.file_sha256 FROM imports i JOIN revisions v ON v.import_id = i.id
		WHERE v.id IN ${ids} UNION SELECT file_sha256 FROM import_previews WHERE id IN (${told})`;
	withoutNewVersion(db, () => {
		db.run(sql`UPDATE import_files SET bytes = NULL WHERE sha256 IN (${files})`);
		const emptied = sql`SELECT id FROM import_previews WHERE file_sha256 IN (
			SELECT sha256 FROM import_files WHERE bytes IS NULL)`;
		db.run(sql`DELETE FROM import_rows WHERE preview_id IN (${emptied})`);
		db.run(sql`UPDATE import_previews SET state = 'cancelled', result = NULL
			WHERE import_id IS NULL AND id IN (${emptied})`);
		db.run(sql`UPDATE import_previews SET result = NULL WHERE id IN (${emptied})`);
	});
}
