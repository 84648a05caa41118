import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { roles } from '#lib/domain/staff/staff.ts';
import { flag, json } from './columns.ts';
import { regions, organizations, resources } from './resources.ts';

export const staff = sqliteTable('staff', {
	/** A uuid: the actor of the audit log. */
	id: text().primaryKey(),
	/** In lower case; what one signs in with. */
	mail: text().notNull().unique(),
	name: text().notNull(),
	role: text({ enum: roles }).notNull(),
	/** Of an editor: every region, those of later too. */
	all_regions: flag('all_regions'),
	/** argon2id in its own notation; null until the invitation is taken up. */
	password_hash: text(),
	/** Of the authenticator app, encrypted; null until the invitation is taken up. */
	totp_secret: text(),
	/** The step of time whose code was used last: no code opens twice. */
	totp_step: integer(),
	created_at: text().notNull(),
	created_by: text().notNull(),
	disabled_at: text(),
	disabled_by: text()
});

export const staff_regions = sqliteTable(
	'staff_regions',
	{
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		region_id: integer()
			.notNull()
			.references(() => regions.id, { onDelete: 'cascade' })
	},
	(table) => [primaryKey({ columns: [table.staff_id, table.region_id] })]
);

/** Of a partner: whose resources, in the regions of `staff_regions`. What they open is in `staff_resources`. */
export const staff_organizations = sqliteTable(
	'staff_organizations',
	{
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		organization_id: text()
			.notNull()
			.references(() => organizations.id, { onDelete: 'cascade' })
	},
	(table) => [primaryKey({ columns: [table.staff_id, table.organization_id] })]
);

/** Of a partner: what an admin has looked at and let them see. */
export const staff_resources = sqliteTable(
	'staff_resources',
	{
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'cascade' }),
		/** By itself, whatever organization it belongs to. */
		named: flag('named'),
		granted_at: text().notNull(),
		granted_by: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.staff_id, table.resource_id] })]
);

/** For the day on which the authenticator is lost; each opens once. */
export const recovery_codes = sqliteTable(
	'recovery_codes',
	{
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		/** HMAC of its SHA-256. */
		code_hash: text().notNull(),
		used_at: text()
	},
	(table) => [primaryKey({ columns: [table.staff_id, table.code_hash] })]
);

/** WebAuthn credentials. */
export const passkeys = sqliteTable(
	'passkeys',
	{
		/** As base64url. */
		id: text().primaryKey(),
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		public_key: blob({ mode: 'buffer' }).notNull(),
		counter: integer().notNull(),
		transports: json<string[]>('transports').notNull(),
		/** The device on which it was made. */
		name: text().notNull(),
		created_at: text().notNull(),
		used_at: text()
	},
	(table) => [index('passkeys_staff').on(table.staff_id)]
);

/** Addresses that open once: to the first account, or to one that was made for somebody. */
export const invitations = sqliteTable('invitations', {
	/** SHA-256 of what the address holds. */
	token_hash: text().primaryKey(),
	/** null: it makes the first account. */
	staff_id: text().references(() => staff.id, { onDelete: 'cascade' }),
	/** Of the authenticator that is set up with it, encrypted; gone once it was taken up. */
	totp_secret: text(),
	created_at: text().notNull(),
	created_by: text().notNull(),
	expires_at: text().notNull(),
	used_at: text()
});

export const sessions = sqliteTable(
	'sessions',
	{
		/** SHA-256 of what the cookie holds. */
		token_hash: text().primaryKey(),
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		/** In words for the list of sessions: 「Firefox（Windows）」. */
		device: text(),
		created_at: text().notNull(),
		seen_at: text().notNull(),
		/** When the password was last asked for. */
		confirmed_at: text().notNull()
	},
	(table) => [index('sessions_staff').on(table.staff_id)]
);
