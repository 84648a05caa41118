import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { json } from './columns.ts';

/** Append-only (triggers refuse anything else) and chained: each `mac` covers the one before it. */
export const audit = sqliteTable('audit', {
	id: integer().primaryKey({ autoIncrement: true }),
	at: text().notNull(),
	actor: text().notNull(),
	action: text().notNull(),
	subject: text().notNull(),
	subject_id: text().notNull(),
	/** null, with its salt, once it was erased: the chain holds on to the digest. */
	reason: text(),
	reason_salt: text(),
	reason_digest: text(),
	details: json<Record<string, string | number | null>>('details').notNull(),
	mac: text().notNull()
});

/** One row while nothing may be written. */
/** One row: how many records the log has and the seal of the last, sealed in its turn. */
export const audit_anchor = sqliteTable('audit_anchor', {
	id: integer().primaryKey(),
	count: integer().notNull(),
	mac: text().notNull(),
	seal: text().notNull()
});

export const read_only = sqliteTable('read_only', {
	id: integer().primaryKey(),
	started_at: text().notNull(),
	started_by: text().notNull(),
	/** What is going on, as everybody may read it. */
	reason: text()
});
