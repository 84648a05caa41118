import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { PictureType } from '#lib/domain/booklet/picture/picture.ts';
import type { Database } from '#lib/server/database/client.ts';
import { isInEditionStillMade } from '#lib/server/contents/still-made.ts';
import { booklet_pictures, picture_files } from '#lib/server/database/schema/index.ts';

/** The pictures of an edition: rows alone. How they are made and what is recorded of them is `booklet/pictures`. */

/** `null`: the cover. */
type Place = { editionId: number; resource: string | null };
export type PictureFile = typeof picture_files.$inferInsert;
type New = Place & { alt: string; agreedBy: string; agreedOn: string; by: string; at: Date };

export type PictureRow = {
	id: number;
	/** null: the cover. */
	resource: string | null;
	/** In the edition; null of the cover, and of a place that was taken out. */
	number: number | null;
	name: string | null;
	alt: string;
	sha256: string;
	type: PictureType;
	width: number;
	height: number;
	agreedBy: string;
	agreedOn: string;
	putAt: string;
	/** Taken over from the edition before. */
	isCarried: boolean;
	isHidden: boolean;
};

/** Without their bytes: the cover, and then by number. */
export const pictureRows = (db: Database, editionId: number): PictureRow[] =>
	db
		.all<Omit<PictureRow, 'isCarried' | 'isHidden'> & { isCarried: number; isHidden: number }>(
			sql`
		SELECT p.id, p.resource_id AS resource, e.number, v.name, p.alt, p.sha256, f.type, f.width, f.height,
			p.agreed_by AS agreedBy, p.agreed_on AS agreedOn, p.put_at AS putAt,
			p.put_at < d.created_at AS isCarried, p.hidden_at IS NOT NULL AS isHidden
		FROM booklet_pictures p
		JOIN picture_files f ON f.sha256 = p.sha256
		JOIN editions d ON d.id = p.edition_id
		LEFT JOIN resources r ON r.id = p.resource_id
		LEFT JOIN entries e ON e.edition_id = p.edition_id AND e.resource_id = p.resource_id
		LEFT JOIN revisions v ON v.id = coalesce(e.revision_id, r.current_revision_id)
		WHERE p.edition_id = ${editionId}
		ORDER BY p.resource_id IS NOT NULL, e.number IS NULL, e.number, p.id`
		)
		.map((row) => ({
			...row,
			isCarried: row.isCarried === 1,
			isHidden: row.isHidden === 1
		}));

export const pictureRow = (db: Database, { editionId, resource }: Place): PictureRow | undefined =>
	pictureRows(db, editionId).find((row) => row.resource === resource);

const of = ({ editionId, resource }: Place): SQL =>
	and(
		eq(booklet_pictures.edition_id, editionId),
		resource === null
			? isNull(booklet_pictures.resource_id)
			: eq(booklet_pictures.resource_id, resource)
	)!;

export type PictureBytes = { type: PictureType; bytes: Buffer };

export const pictureBytes = (db: Database, sha256: string): PictureBytes | undefined =>
	db
		.select({ type: picture_files.type, bytes: picture_files.bytes })
		.from(picture_files)
		.where(eq(picture_files.sha256, sha256))
		.get();

/** In the place of the one that stood there, whose bytes are gone. Returns its id. */
export function setPicture(db: Database, file: PictureFile, { at, by, ...put }: New): number {
	db.delete(booklet_pictures).where(of(put)).run();
	db.insert(picture_files).values(file).onConflictDoNothing().run();
	const { id } = db
		.insert(booklet_pictures)
		.values({
			...{ edition_id: put.editionId, resource_id: put.resource, sha256: file.sha256 },
			...{ alt: put.alt, agreed_by: put.agreedBy, agreed_on: put.agreedOn },
			...{ put_at: at.toISOString(), put_by: by }
		})
		.returning({ id: booklet_pictures.id })
		.get();
	dropUnused(db);
	return id;
}

export function dropPicture(db: Database, place: Place): void {
	db.delete(booklet_pictures).where(of(place)).run();
	dropUnused(db);
}

/** The bytes of pictures that no edition shows. */
export const dropUnused = (db: Database): void =>
	void db.run(
		sql`DELETE FROM picture_files WHERE sha256 NOT IN (SELECT sha256 FROM booklet_pictures)`
	);

export function describePicture(db: Database, place: Place, alt: string): void {
	db.update(booklet_pictures).set({ alt }).where(of(place)).run();
}

/** Of a frozen edition too. null: readers may see it again. */
export function hidePicture(
	db: Database,
	place: Place,
	hidden: { by: string; at: Date } | null
): void {
	db.update(booklet_pictures)
		.set({ hidden_at: hidden?.at.toISOString() ?? null, hidden_by: hidden?.by ?? null })
		.where(of(place))
		.run();
}

/** What an edition shows of what the one before showed: its cover, and places that are in it. */
export function carryPictures(db: Database, from: number, to: number): void {
	db.run(sql`
		INSERT INTO booklet_pictures (edition_id, resource_id, sha256, alt, agreed_by, agreed_on, put_at, put_by)
		SELECT ${to}, coalesce(r.merged_into_id, r.id), p.sha256, p.alt, p.agreed_by, p.agreed_on, p.put_at, p.put_by
		FROM booklet_pictures p LEFT JOIN resources r ON r.id = p.resource_id
		WHERE p.edition_id = ${from} AND p.hidden_at IS NULL AND (p.resource_id IS NULL
			OR coalesce(r.merged_into_id, r.id) IN (SELECT resource_id FROM entries WHERE edition_id = ${to}))
		ORDER BY r.merged_into_id IS NOT NULL, p.id
		ON CONFLICT DO NOTHING`);
}

/** In the editions that are made, the photo of a place becomes that of the place it was made one with. */
export function handOverPictures(db: Database, from: string, to: string): void {
	db.run(sql`UPDATE booklet_pictures SET resource_id = ${to}
		WHERE resource_id = ${from} AND ${isInEditionStillMade}
			AND edition_id IN (SELECT edition_id FROM entries WHERE resource_id = ${to})
			AND edition_id NOT IN (SELECT edition_id FROM booklet_pictures WHERE resource_id = ${to})`);
}
