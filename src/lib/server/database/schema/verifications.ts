import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { methods } from '#lib/domain/resource/verification.ts';
import { json } from './columns.ts';
import { revisionId } from './revision/revision-id.ts';
import { resources } from './resources.ts';

export const verifications = sqliteTable(
	'verifications',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'restrict' }),
		revision_id: revisionId(),
		method: text({ enum: methods }).notNull(),
		/** A calendar date in Japan. */
		verified_on: text().notNull(),
		/** The checking person's role, never the name. */
		role: text(),
		sections: json<string[]>('sections').notNull(),
		result: text({ enum: ['confirmed', 'changed', 'paused', 'closed', 'unreachable'] }).notNull(),
		note: text(),
		next_due_on: text(),
		created_at: text().notNull(),
		created_by: text().notNull(),
		/** Whoever wrote it took it back. */
		revoked_at: text()
	},
	(table) => [index('verifications_resource').on(table.resource_id, table.verified_on)]
);
