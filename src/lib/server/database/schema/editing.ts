import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EditionWordsTyped } from '#lib/domain/edition/words.ts';
import type { ResourceFields } from '#lib/domain/editing/form.ts';
import { json } from './columns.ts';
import { resources } from './resources.ts';
import { staff } from './staff.ts';

/** What readers say is wrong. Nothing about the reader is kept. */
export const reports = sqliteTable(
	'reports',
	{
		id: integer().primaryKey(),
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'restrict' }),
		section: text().notNull(),
		message: text().notNull(),
		created_at: text().notNull(),
		settled_at: text(),
		settled_by: text()
	},
	(table) => [index('reports_resource').on(table.resource_id)]
);

export const drafts = sqliteTable(
	'drafts',
	{
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		/** Id of the resource; of a new one, `new-` and its region's id; of an edition's words, `words-` and its id. */
		subject: text().notNull(),
		/** The version that was current when the typing began: a revision, or of `edition_words`. */
		base_revision_id: integer(),
		fields: json<ResourceFields | EditionWordsTyped>('fields').notNull(),
		/** Why, as far as it is typed. */
		reason: text(),
		/** Which tab of a browser saved it last; null without scripts. */
		tab: text(),
		saved_at: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.staff_id, table.subject] })]
);
