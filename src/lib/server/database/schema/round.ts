import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { stages } from '#lib/domain/edition/round.ts';
import { checks } from '#lib/domain/edition/readiness.ts';
import { json } from './columns.ts';
import { editions, entries } from './editions.ts';
import { resources } from './resources.ts';
import { staff } from './staff.ts';

/** How far the round has come with an entry nobody has verified yet, and whose it is. */
export const entry_progress = sqliteTable(
	'entry_progress',
	{
		entry_id: integer()
			.primaryKey()
			.references(() => entries.id, { onDelete: 'cascade' }),
		/** null: nobody has begun. */
		stage: text({ enum: stages }),
		assigned_to: text().references(() => staff.id, { onDelete: 'set null' }),
		updated_at: text().notNull(),
		updated_by: text().notNull()
	},
	(table) => [index('entry_progress_assigned').on(table.assigned_to)]
);

/** What is missing from an entry, and why it is printed all the same. */
export const waivers = sqliteTable(
	'waivers',
	{
		edition_id: integer()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'restrict' }),
		check: text({ enum: checks }).notNull(),
		/** What was found lacking, in words: the waiver holds for nothing else. */
		found: json<string[]>('found')
			.notNull()
			.default(sql`'[]'`),
		reason: text().notNull(),
		waived_at: text().notNull(),
		waived_by: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.edition_id, table.resource_id, table.check] })]
);
