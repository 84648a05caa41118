import {
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import { precisions } from '#lib/domain/resource/content.ts';
import { chapterOrders } from '#lib/domain/edition/edition.ts';
import { flag, position } from './columns.ts';
import { imports } from './imports.ts';
import { municipalities } from './municipalities.ts';

export const regions = sqliteTable('regions', {
	id: integer().primaryKey(),
	slug: text().notNull().unique(),
	name: text().notNull(),
	kana: text().notNull(),
	introduction: text(),
	/** The window that helps when nothing else fits: a resource. */
	general_window_id: text().references((): AnySQLiteColumn => resources.id, {
		onDelete: 'restrict'
	}),
	fictional: flag('fictional'),
	chapter_order: text({ enum: chapterOrders }).notNull().default('category'),
	created_at: text().notNull()
});

export const region_municipalities = sqliteTable(
	'region_municipalities',
	{
		region_id: integer()
			.notNull()
			.references(() => regions.id, { onDelete: 'cascade' }),
		municipality_code: text()
			.notNull()
			.references(() => municipalities.code, { onDelete: 'restrict' }),
		position: position()
	},
	(table) => [primaryKey({ columns: [table.region_id, table.municipality_code] })]
);

export const organizations = sqliteTable(
	'organizations',
	{
		id: text().primaryKey(),
		name: text().notNull(),
		/** 法人番号, 13 digits. */
		corporate_number: text(),
		created_at: text().notNull()
	},
	(table) => [
		index('organizations_corporate_number').on(table.corporate_number),
		index('organizations_name').on(table.name)
	]
);

export const resources = sqliteTable(
	'resources',
	{
		id: text().primaryKey(),
		region_id: integer()
			.notNull()
			.references(() => regions.id, { onDelete: 'restrict' }),
		/** The approved revision that the public sees now. */
		current_revision_id: integer().references((): AnySQLiteColumn => revisions.id, {
			onDelete: 'restrict'
		}),
		created_at: text().notNull(),
		created_by: text().notNull(),
		withdrawn_at: text(),
		withdrawn_by: text(),
		withdrawn_reason: text(),
		withdrawn_cause: text({ enum: ['decision', 'absence', 'erasure'] }),
		/** The year whose public data no longer had it. */
		absent_year: integer(),
		/** It was withdrawn because it is the same place as this one. */
		merged_into_id: text().references((): AnySQLiteColumn => resources.id, {
			onDelete: 'restrict'
		})
	},
	(table) => [index('resources_region').on(table.region_id)]
);

/** Under which number a publisher of open data knows a resource. One number may name several. */
export const resource_sources = sqliteTable(
	'resource_sources',
	{
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'cascade' }),
		source: text().notNull(),
		number: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.resource_id, table.source, table.number] }),
		index('resource_sources_number').on(table.source, table.number)
	]
);

/** Immutable but for its state; `id` only ever grows, so it is the document number of the search. */
export const revisions = sqliteTable(
	'revisions',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'restrict' }),
		/** Counts from 1 within the resource. */
		number: integer().notNull(),
		/** SHA-256 of the content in canonical JSON. */
		content_hash: text().notNull(),
		reason: text(),
		import_id: integer().references(() => imports.id, { onDelete: 'restrict' }),
		created_at: text().notNull(),
		created_by: text().notNull(),
		proposed_at: text(),
		proposed_by: text(),
		/** Of a proposal: what its author changed. Not of those proposed before it was kept. */
		base_revision_id: integer().references((): AnySQLiteColumn => revisions.id, {
			onDelete: 'restrict'
		}),
		approved_at: text(),
		approved_by: text(),
		rejected_at: text(),
		rejected_by: text(),
		rejected_reason: text(),

		name: text().notNull(),
		kana: text(),
		plain_name: text(),
		/** Who that is, over the years; what was printed stands in the four columns after it. */
		organization_id: text().references(() => organizations.id, { onDelete: 'restrict' }),
		organization_name: text(),
		organization_kana: text(),
		organization_number: text(),
		organization_url: text(),
		age_min: integer(),
		age_max: integer(),
		age_open: flag('age_open'),
		gender: text(),
		gender_note: text(),
		residency: text(),
		residency_note: text(),
		summary: text(),
		description: text(),
		activities: text(),
		first_meets: text(),
		first_first: text(),
		first_people: text(),
		first_bring: text(),
		first_photos: text(),
		first_cannot_come: text(),
		approach: text(),
		referral: text(),
		fee: text(),
		fee_note: text(),
		intake: text(),
		intake_on: text(),
		operation: text({ enum: ['open', 'paused', 'closed'] })
			.notNull()
			.default('open'),
		operation_on: text(),
		operation_note: text(),
		capacity: integer(),
		hours_note: text(),
		precision: text({ enum: precisions }).notNull(),
		municipality_code: text().references(() => municipalities.code, { onDelete: 'restrict' }),
		town: text(),
		street: text(),
		building: text(),
		postal_code: text(),
		latitude: real(),
		longitude: real(),
		access: text(),
		accessibility_note: text(),
		alert: text(),
		alert_from: text(),
		alert_until: text(),
		staff_note: text()
	},
	(table) => [
		unique('revisions_resource_number').on(table.resource_id, table.number),
		index('revisions_municipality').on(table.municipality_code),
		index('revisions_organization').on(table.organization_id)
	]
);
