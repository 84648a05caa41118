import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Sayings } from '#lib/domain/search/sentence/meaning.ts';
import { json, position } from './columns.ts';

export const terms = sqliteTable(
	'terms',
	{
		vocabulary: text().notNull(),
		code: text().notNull(),
		label: text().notNull(),
		opposite: text(),
		plain: text().notNull(),
		kana: text().notNull(),
		parent: text(),
		symbol: text(),
		synonyms: json<string[]>('synonyms').notNull(),
		position: position()
	},
	(table) => [primaryKey({ columns: [table.vocabulary, table.code] })]
);

/** From `data/vocabulary/synonyms.json`: who types `from` may mean `to`. */
export const synonyms = sqliteTable(
	'synonyms',
	{
		from: text().notNull(),
		to: text().notNull(),
		/** 1 says the same thing, less is further away. */
		weight: real().notNull()
	},
	(table) => [primaryKey({ columns: [table.from, table.to] })]
);

/** `data/vocabulary/sayings.json`, in one row: how people say what they look for. */
export const sayings = sqliteTable('sayings', {
	id: integer().primaryKey(),
	content: json<Sayings>('content').notNull(),
	/** SHA-256 of the content. */
	hash: text().notNull()
});
