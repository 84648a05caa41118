import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SearchDocument } from '#lib/domain/search/index/document.ts';
import { json } from './columns.ts';
import { revisions } from './resources.ts';

/** Of names without kana: made once, when the revision was written, to be looked through and never shown. */
export const search_readings = sqliteTable('search_readings', {
	revision_id: integer()
		.primaryKey()
		.references(() => revisions.id, { onDelete: 'restrict' }),
	name: text(),
	organization: text()
});

/** Of what may be searched, the names in the form in which they are compared, a line each. */
export const search_documents = sqliteTable('search_documents', {
	revision_id: integer()
		.primaryKey()
		.references(() => revisions.id, { onDelete: 'restrict' }),
	names: text().notNull(),
	/** As names sound. */
	sounds: text().notNull(),
	sort_key: text().notNull()
});

/** Which documents hold a key, 65,536 numbers to a block (`domain/search/index/packed.ts`). */
export const search_postings = sqliteTable(
	'search_postings',
	{
		key: text().notNull(),
		block: integer().notNull(),
		list: blob({ mode: 'buffer' }).notNull()
	},
	(table) => [primaryKey({ columns: [table.key, table.block] })]
);

/** Documents that are not in the postings yet. */
export const search_tail = sqliteTable('search_tail', {
	revision_id: integer()
		.primaryKey()
		.references(() => search_documents.revision_id, { onDelete: 'cascade' }),
	document: json<SearchDocument>('document').notNull()
});

/** One row: by which rules the index was made, and how often something was taken out or settled. */
export const search_state = sqliteTable('search_state', {
	id: integer().primaryKey(),
	rules: text().notNull(),
	changes: integer().notNull().default(0)
});
