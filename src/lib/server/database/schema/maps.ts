import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import { bands } from '#lib/domain/map/outline.ts';
import { json } from './columns.ts';

/** One row: where the outlines come from. */
export const basemaps = sqliteTable('basemaps', {
	id: integer().primaryKey(),
	credit: text().notNull(),
	/** The file's own name, without its folders. */
	file_name: text().notNull(),
	/** Another one as soon as an outline is. */
	version: text().notNull(),
	imported_at: text().notNull()
});

/** Outlines of municipalities by prefecture, and those of the prefectures as area 00. */
export const outlines = sqliteTable(
	'outlines',
	{
		area: text().notNull(),
		band: text({ enum: bands }).notNull(),
		bounds: json<Bounds>('bounds').notNull(),
		/** TopoJSON. */
		topology: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.area, table.band] })]
);
