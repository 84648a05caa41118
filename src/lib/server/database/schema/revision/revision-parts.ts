import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { visibilities } from '#lib/domain/resource/content.ts';
import type { Rule } from '#lib/domain/schedule/schedule.ts';
import { json, position } from '#lib/server/database/schema/columns.ts';
import { revisionId } from './revision-id.ts';
import { municipalities } from '#lib/server/database/schema/municipalities.ts';
import { terms } from '#lib/server/database/schema/vocabulary.ts';

export const revision_terms = sqliteTable(
	'revision_terms',
	{
		revision_id: revisionId(),
		vocabulary: text().notNull(),
		code: text().notNull(),
		/** Only an ease can be answered no. */
		answer: text({ enum: ['yes', 'no'] })
			.notNull()
			.default('yes'),
		position: position()
	},
	(table) => [
		primaryKey({ columns: [table.revision_id, table.vocabulary, table.code] }),
		foreignKey({
			columns: [table.vocabulary, table.code],
			foreignColumns: [terms.vocabulary, terms.code]
		}).onDelete('restrict')
	]
);

export const revision_service_areas = sqliteTable(
	'revision_service_areas',
	{
		revision_id: revisionId(),
		municipality_code: text()
			.notNull()
			.references(() => municipalities.code, { onDelete: 'restrict' })
	},
	(table) => [primaryKey({ columns: [table.revision_id, table.municipality_code] })]
);

export const revision_schedules = sqliteTable(
	'revision_schedules',
	{
		id: integer().primaryKey(),
		revision_id: revisionId(),
		position: position(),
		text: text().notNull(),
		frequency: text({ enum: ['weekly', 'monthly', 'yearly', 'once'] }),
		interval: integer().notNull().default(1),
		days: json<string[]>('days').notNull(),
		positions: json<number[]>('positions').notNull(),
		month_days: json<number[]>('month_days').notNull(),
		months: json<number[]>('months').notNull(),
		starts_on: text(),
		ends_on: text(),
		starts_at: text(),
		ends_at: text(),
		holidays: text({ enum: ['open', 'closed', 'also'] }),
		closings: json<{ from: string; to: string }[]>('closings').notNull().default([]),
		/** Further rules of the same words. */
		also: json<Rule[]>('also').notNull().default([]),
		/** The words that the rules belong to; null: nobody has said. */
		rule_for: text()
	},
	(table) => [index('revision_schedules_revision').on(table.revision_id)]
);

export const schedule_exceptions = sqliteTable(
	'schedule_exceptions',
	{
		id: integer().primaryKey(),
		schedule_id: integer()
			.notNull()
			.references(() => revision_schedules.id, { onDelete: 'restrict' }),
		on: text().notNull(),
		kind: text({ enum: ['closed', 'added'] }).notNull(),
		starts_at: text(),
		ends_at: text(),
		note: text()
	},
	(table) => [index('schedule_exceptions_schedule').on(table.schedule_id)]
);

export const revision_phones = sqliteTable(
	'revision_phones',
	{
		id: integer().primaryKey(),
		revision_id: revisionId(),
		position: position(),
		kind: text({ enum: ['voice', 'fax'] }).notNull(),
		number: text().notNull(),
		label: text(),
		visibility: text({ enum: visibilities }).notNull()
	},
	(table) => [index('revision_phones_revision').on(table.revision_id)]
);

export const revision_contacts = sqliteTable(
	'revision_contacts',
	{
		id: integer().primaryKey(),
		revision_id: revisionId(),
		position: position(),
		kind: text({ enum: ['mail', 'form', 'line', 'chat', 'social', 'post', 'visit'] }).notNull(),
		value: text().notNull(),
		label: text(),
		visibility: text({ enum: visibilities }).notNull()
	},
	(table) => [index('revision_contacts_revision').on(table.revision_id)]
);

export const revision_links = sqliteTable(
	'revision_links',
	{
		id: integer().primaryKey(),
		revision_id: revisionId(),
		position: position(),
		label: text(),
		url: text().notNull()
	},
	(table) => [index('revision_links_revision').on(table.revision_id)]
);

export const revision_sources = sqliteTable(
	'revision_sources',
	{
		id: integer().primaryKey(),
		revision_id: revisionId(),
		position: position(),
		name: text().notNull(),
		url: text(),
		retrieved_on: text()
	},
	(table) => [index('revision_sources_revision').on(table.revision_id)]
);

export const revision_consents = sqliteTable(
	'revision_consents',
	{
		revision_id: revisionId(),
		channel: text({ enum: ['web', 'paper'] }).notNull(),
		given_by: text().notNull(),
		given_on: text(),
		how: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.revision_id, table.channel] })]
);
