import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { json } from './columns.ts';

export const imports = sqliteTable('imports', {
	id: integer().primaryKey(),
	/** The file's own name, without its folders. */
	file_name: text().notNull(),
	file_sha256: text().notNull(),
	format: text().notNull(),
	year: integer().notNull(),
	counts: json<Record<string, number>>('counts').notNull(),
	imported_at: text().notNull(),
	imported_by: text().notNull()
});
