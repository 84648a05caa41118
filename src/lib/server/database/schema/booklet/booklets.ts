import { sql } from 'drizzle-orm';
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { bookletChannels, type Booklet } from '#lib/domain/booklet/booklet.ts';
import type { BookletDifferences } from '#lib/domain/booklet/differences.ts';
import type { BookletWarning, Printing } from '#lib/domain/booklet/layout.ts';
import { bookletForms, bookletKinds } from '#lib/domain/booklet/made.ts';
import { json } from '#lib/server/database/schema/columns.ts';
import { editions } from '#lib/server/database/schema/editions.ts';

/** Booklets that were made, with their bytes. Of kind `final` a row never changes. */
export const booklets = sqliteTable(
	'booklets',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		edition_id: integer()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		kind: text({ enum: bookletKinds }).notNull(),
		form: text({ enum: bookletForms }).notNull(),
		channel: text({ enum: bookletChannels }).notNull(),
		printing: json<Printing>('printing').notNull(),
		/** SHA-256 of the booklet as JSON with form and printing: what it was made of. */
		input_sha256: text().notNull(),
		/** SHA-256 of the templates it was made by. */
		templates_sha256: text().notNull(),
		/** SHA-256 of the bytes. */
		sha256: text().notNull(),
		size: integer().notNull(),
		/** null: a form without pages. */
		pages: integer(),
		/** First page of each entry by number. */
		page_of: json<Record<number, number>>('page_of').notNull(),
		warnings: json<BookletWarning[]>('warnings').notNull(),
		/** What it says, pictures and maps by their hash. */
		contents: json<Booklet>('contents').notNull(),
		/** Of a proof, from the one before; null: there was none. */
		differences: json<BookletDifferences>('differences'),
		made_at: text().notNull(),
		/** null: the program, for readers. */
		made_by: text(),
		bytes: blob({ mode: 'buffer' }).notNull()
	},
	(table) => [
		index('booklets_edition').on(table.edition_id, table.kind),
		uniqueIndex('booklets_final')
			.on(table.edition_id, table.form, table.channel)
			.where(sql`kind = 'final'`)
	]
);
