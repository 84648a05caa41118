import { and, eq, sql } from 'drizzle-orm';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_files } from '#lib/server/database/schema/index.ts';
import { changed, find, set } from './keeping.ts';
import { emptied } from './storing.ts';

/** Leaves a file unwritten; its bytes go when nothing else needs them. */
export async function cancel(
	db: Database,
	user: User,
	id: string,
	at: Date
): Promise<'cancelled' | 'not-found' | 'ended'> {
	const done = changed(db, () => {
		const preview = find(db, user, id);
		if (!preview) return 'not-found';
		if (preview.importId !== null) return 'ended';
		set(db, id, { state: 'cancelled', mapping: null, result: null, changed_at: at.toISOString() });
		const isNeeded = sql`sha256 IN (SELECT file_sha256 FROM imports
			UNION ALL SELECT file_sha256 FROM import_previews WHERE state <> 'cancelled')`;
		db.update(import_files)
			.set({ bytes: null })
			.where(and(eq(import_files.sha256, preview.sha256), sql`NOT ${isNeeded}`))
			.run();
		return 'cancelled';
	});
	if (done === 'cancelled') await emptied(db, id);
	return done;
}
