import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	sqliteTable,
	text,
	unique,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { chapterOrders, entryStates } from '#lib/domain/edition/edition.ts';
import { revisionId } from './revision/revision-id.ts';
import { regions, resources } from './resources.ts';
import { verifications } from './verifications.ts';

export const editions = sqliteTable(
	'editions',
	{
		id: integer().primaryKey(),
		region_id: integer()
			.notNull()
			.references(() => regions.id, { onDelete: 'restrict' }),
		/** Fiscal year: 2026 runs from April 2026 to March 2027. */
		year: integer().notNull(),
		foreword: text(),
		imprint: text(),
		/** 利用条件. */
		licence: text(),
		/** The sentence a funder requires (助成). */
		funding: text(),
		cover: text(),
		colour: text(),
		/** null: as the region has it. */
		chapter_order: text({ enum: chapterOrders }),
		created_at: text().notNull(),
		created_by: text().notNull(),
		/** Since when readers may look at it although it is not finished. */
		previewed_at: text(),
		previewed_by: text(),
		verifying_at: text(),
		verifying_by: text(),
		locked_at: text(),
		locked_by: text(),
		/** When it was first locked: from then on an entry keeps its number. */
		numbered_at: text(),
		/** The highest number that was ever locked: no other place gets it. */
		last_number: integer(),
		published_at: text(),
		published_by: text(),
		superseded_at: text(),
		superseded_by: text(),
		withdrawn_at: text(),
		withdrawn_by: text(),
		withdrawn_reason: text(),
		/** SHA-256 over the edition's own words and its entries, set when it is locked. */
		content_hash: text(),
		/** The head of the audit chain when it was published. */
		audit_head: text()
	},
	(table) => [
		// One that was withdrawn leaves its year to the next.
		uniqueIndex('editions_region_year')
			.on(table.region_id, table.year)
			.where(sql`withdrawn_at IS NULL`),
		check('editions_locked_before_published', sql`published_at IS NULL OR locked_at IS NOT NULL`)
	]
);

/** What a locked edition prints, as its hash was taken of it: ids, numbers and hashes of contents, no words of a resource. */
export const edition_prints = sqliteTable('edition_prints', {
	edition_id: integer()
		.primaryKey()
		.references(() => editions.id, { onDelete: 'restrict' }),
	/** JSON. */
	text: text().notNull()
});

/** Every version of what an edition says beside its entries; the newest stands in the edition too. */
export const edition_words = sqliteTable(
	'edition_words',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		edition_id: integer()
			.notNull()
			.references(() => editions.id, { onDelete: 'cascade' }),
		foreword: text(),
		imprint: text(),
		licence: text(),
		funding: text(),
		cover: text(),
		colour: text(),
		written_at: text().notNull(),
		written_by: text().notNull()
	},
	(table) => [index('edition_words_edition').on(table.edition_id)]
);

export const entries = sqliteTable(
	'entries',
	{
		id: integer().primaryKey(),
		edition_id: integer()
			.notNull()
			.references(() => editions.id, { onDelete: 'restrict' }),
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'restrict' }),
		revision_id: revisionId(),
		/** The check that is printed with the entry. */
		verification_id: integer().references(() => verifications.id, { onDelete: 'restrict' }),
		/** Printed beside the name; from 1. */
		number: integer().notNull(),
		/** Code of a category. */
		chapter: text().notNull(),
		/** From 0, over the whole edition: what an order by hand is kept in. */
		position: integer().notNull(),
		state: text({ enum: entryStates }).notNull()
	},
	(table) => [
		uniqueIndex('entries_edition_resource').on(table.edition_id, table.resource_id),
		unique('entries_edition_number').on(table.edition_id, table.number),
		index('entries_resource').on(table.resource_id),
		index('entries_revision').on(table.revision_id)
	]
);
