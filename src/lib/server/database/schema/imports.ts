import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { rowStatuses, type Decision } from '#lib/domain/formats/preview/decision.ts';
import { previewStates, ways, type RowDetails } from '#lib/domain/formats/preview/preview.ts';
import { json } from './columns.ts';

export const imports = sqliteTable('imports', {
	id: integer().primaryKey(),
	/** The file's own name, without its folders. */
	file_name: text().notNull(),
	file_sha256: text().notNull(),
	format: text().notNull(),
	/** null: into no edition. */
	year: integer(),
	way: text({ enum: ways }).notNull().default('revision'),
	counts: json<Record<string, number>>('counts').notNull(),
	imported_at: text().notNull(),
	imported_by: text().notNull(),
	/** What stood before, to be put back as a whole. */
	before: json<unknown>('before'),
	undone_at: text(),
	undone_by: text()
});

/** Files by their hash; after the retention only the hash is left. */
export const import_files = sqliteTable('import_files', {
	sha256: text().primaryKey(),
	/** In bytes, as it came. */
	size: integer().notNull(),
	/** Gzip. */
	bytes: blob({ mode: 'buffer' }),
	kept_at: text().notNull()
});

/** A file that somebody looks at before it is written. */
export const import_previews = sqliteTable(
	'import_previews',
	{
		id: text().primaryKey(),
		staff_id: text().notNull(),
		file_name: text().notNull(),
		file_sha256: text()
			.notNull()
			.references(() => import_files.sha256, { onDelete: 'restrict' }),
		state: text({ enum: previewStates }).notNull(),
		/** Where it goes and how it is read. */
		options: json<unknown>('options').notNull(),
		mapping: json<unknown>('mapping'),
		/** What the file is, once it was read. */
		result: json<unknown>('result'),
		started_at: text().notNull(),
		changed_at: text().notNull(),
		import_id: integer().references(() => imports.id, { onDelete: 'restrict' })
	},
	(table) => [index('import_previews_staff').on(table.staff_id, table.started_at)]
);

export const import_rows = sqliteTable(
	'import_rows',
	{
		preview_id: text()
			.notNull()
			.references(() => import_previews.id, { onDelete: 'cascade' }),
		place: integer().notNull(),
		line: integer(),
		status: text({ enum: rowStatuses }).notNull(),
		resource_id: text(),
		/** Of what would be written: what was seen is what is written. */
		fingerprint: text().notNull(),
		decision: json<Decision>('decision'),
		details: json<RowDetails>('details').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.preview_id, table.place] }),
		index('import_rows_status').on(table.preview_id, table.status, table.place)
	]
);
