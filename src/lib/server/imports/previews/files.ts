import { eq, sql } from 'drizzle-orm';
import { promisify } from 'node:util';
import { constants, gunzipSync, gzip, gzipSync } from 'node:zlib';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { import_files, imports, revisions } from '#lib/server/database/schema/index.ts';
import { sha256Of } from '#lib/server/database/hash.ts';

export type Packed = { sha256: string; size: number; bytes: Buffer };

const packedAs = (bytes: Uint8Array, zipped: Buffer): Packed => ({
	...{ sha256: sha256Of(bytes), size: bytes.length, bytes: zipped }
});

/** A file as it is kept; takes its time, and no lock. */
export const pack = (bytes: Uint8Array): Packed => packedAs(bytes, gzipSync(bytes, { level: 1 }));

/** The same, while others are answered. */
export const packBeside = async (bytes: Uint8Array): Promise<Packed> =>
	packedAs(bytes, await promisify(gzip)(bytes, { level: 1 }));

/** Keeps a file as it came, once. */
export function keep(db: Database, { sha256, size, bytes }: Packed, at: Date): void {
	const kept = { bytes, kept_at: at.toISOString() };
	withoutNewVersion(db, () =>
		write(db, () =>
			db
				.insert(import_files)
				.values({ sha256, size, ...kept })
				.onConflictDoUpdate({ target: import_files.sha256, set: kept })
				.run()
		)
	);
}

/** null once only the hash is left. */
export function bytesOf(db: Database, sha256: string): Uint8Array | null {
	const found = db.select().from(import_files).where(eq(import_files.sha256, sha256)).get();
	return found?.bytes ? gunzipSync(found.bytes) : null;
}

/** The first bytes, which tell what kind of file it is. */
export function headOf(db: Database, sha256: string): Uint8Array {
	const head = db.$client
		.prepare<[string], Buffer | null>(
			'SELECT substr(bytes, 1, 4096) FROM import_files WHERE sha256 = ?'
		)
		.pluck()
		.get(sha256);
	return head ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : new Uint8Array();
}

/** The file that a revision came from. */
export type Source = {
	importId: number;
	fileName: string;
	sha256: string;
	/** ISO instant. */
	importedAt: string;
	/** The file itself is still here. */
	isKept: boolean;
};

export function sourceOf(db: Database, revisionId: number): Source | null {
	const found = db
		.select({
			importId: imports.id,
			fileName: imports.file_name,
			sha256: imports.file_sha256,
			importedAt: imports.imported_at,
			isKept: sql<number>`EXISTS (SELECT 1 FROM import_files f
				WHERE f.sha256 = ${imports.file_sha256} AND f.bytes IS NOT NULL)`
		})
		.from(revisions)
		.innerJoin(imports, eq(imports.id, revisions.import_id))
		.where(eq(revisions.id, revisionId))
		.get();
	return found ? { ...found, isKept: Boolean(found.isKept) } : null;
}

const day = 86_400_000;
/** After that, nobody comes back to a file that was not written. */
const daysOfUnwritten = 30;

/**
 * Drops the bytes of files that are older than so many days with what was seen in them, and sooner what was
 * looked at and never written. The hash stays with each import. Returns how many files lost their bytes.
 */
export function prune(db: Database, { days, at }: { days: number; at: Date }): number {
	const before = (count: number) => new Date(at.getTime() - count * day).toISOString();
	return withoutNewVersion(db, () =>
		write(db, () => {
			db.run(sql`DELETE FROM import_previews WHERE changed_at < ${before(days)}
				OR import_id IS NULL AND changed_at < ${before(daysOfUnwritten)}`);
			db.run(sql`DELETE FROM import_files
				WHERE sha256 NOT IN (SELECT file_sha256 FROM import_previews)
					AND sha256 NOT IN (SELECT file_sha256 FROM imports)`);
			return db
				.update(import_files)
				.set({ bytes: null })
				.where(
					sql`bytes IS NOT NULL AND kept_at < ${before(days)} AND NOT EXISTS (
						SELECT 1 FROM import_previews p WHERE p.file_sha256 = import_files.sha256 AND p.import_id IS NULL)`
				)
				.run().changes;
		})
	);
}
