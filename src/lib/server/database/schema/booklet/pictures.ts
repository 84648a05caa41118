import { sql } from 'drizzle-orm';
import { blob, check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { pictureTypes } from '#lib/domain/booklet/picture/picture.ts';
import { editions } from '#lib/server/database/schema/editions.ts';
import { resources } from '#lib/server/database/schema/resources.ts';

/** Pictures by their hash, re-encoded and without any metadata: editions of many years may show the same. */
export const picture_files = sqliteTable('picture_files', {
	sha256: text().primaryKey(),
	type: text({ enum: pictureTypes }).notNull(),
	/** In pixels. */
	width: integer().notNull(),
	height: integer().notNull(),
	bytes: blob({ mode: 'buffer' }).notNull()
});

/** What an edition's booklet shows: one cover, and one photo for each place. */
export const booklet_pictures = sqliteTable(
	'booklet_pictures',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		edition_id: integer()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		/** null: the cover. */
		resource_id: text().references(() => resources.id, { onDelete: 'restrict' }),
		sha256: text()
			.notNull()
			.references(() => picture_files.sha256, { onDelete: 'restrict' }),
		/** For those who do not see it. */
		alt: text().notNull(),
		/** A role, no name. */
		agreed_by: text().notNull(),
		agreed_on: text().notNull(),
		put_at: text().notNull(),
		put_by: text().notNull(),
		/** Since when no reader's file shows it; what was printed stays. */
		hidden_at: text(),
		hidden_by: text()
	},
	(table) => [
		uniqueIndex('booklet_pictures_place').on(table.edition_id, table.resource_id),
		uniqueIndex('booklet_pictures_cover')
			.on(table.edition_id)
			.where(sql`resource_id IS NULL`),
		check('booklet_pictures_alt', sql`length(alt) BETWEEN 1 AND 200`)
	]
);
