import { sql } from 'drizzle-orm';
import {
	blob,
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	unique,
	uniqueIndex,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import { precisions, visibilities } from '#lib/domain/resource/content.ts';
import type { Sayings } from '#lib/domain/search/sentence/meaning.ts';
import type { Rule } from '#lib/domain/schedule/schedule.ts';
import { chapterOrders, entryStates } from '#lib/domain/edition/edition.ts';
import type { EditionWordsTyped } from '#lib/domain/edition/words.ts';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import { bands } from '#lib/domain/map/outline.ts';
import type { ResourceFields } from '#lib/domain/editing/form.ts';
import type { SearchDocument } from '#lib/domain/search/index/document.ts';
import { stages } from '#lib/domain/edition/round.ts';
import { roles } from '#lib/domain/staff/staff.ts';
import { checks } from '#lib/domain/edition/readiness.ts';
import { methods } from '#lib/domain/resource/verification.ts';

const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);
/** A list's place among its siblings, from 0. */
const position = () => integer().notNull().default(0);

export const prefectures = sqliteTable('prefectures', {
	/** JIS X 0401, two digits; 99 holds the towns of fictional regions. */
	code: text().primaryKey(),
	name: text().notNull(),
	kana: text().notNull(),
	romaji: text().notNull().unique()
});

export const municipalities = sqliteTable(
	'municipalities',
	{
		/** 全国地方公共団体コード: six digits with the check digit. */
		code: text().primaryKey(),
		prefecture_code: text()
			.notNull()
			.references(() => prefectures.code, { onDelete: 'restrict' }),
		/** With its city when it is a ward: 札幌市中央区. */
		name: text().notNull(),
		kana: text().notNull()
	},
	(table) => [index('municipalities_prefecture').on(table.prefecture_code)]
);

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

export const terms = sqliteTable(
	'terms',
	{
		vocabulary: text().notNull(),
		code: text().notNull(),
		label: text().notNull(),
		plain: text().notNull(),
		kana: text().notNull(),
		parent: text(),
		symbol: text(),
		synonyms: json<string[]>('synonyms').notNull(),
		position: position()
	},
	(table) => [primaryKey({ columns: [table.vocabulary, table.code] })]
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

export const imports = sqliteTable('imports', {
	id: integer().primaryKey(),
	/** The file's own name, without its folders. */
	file_name: text().notNull(),
	file_sha256: text().notNull(),
	format: text().notNull(),
	year: integer().notNull(),
	counts: json<Record<string, number>>('counts').notNull(),
	imported_at: text().notNull(),
	imported_by: text().notNull()
});

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

const revisionId = () =>
	integer()
		.notNull()
		.references(() => revisions.id, { onDelete: 'restrict' });

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

/** What readers say is wrong. Nothing about the reader is kept. */
export const reports = sqliteTable(
	'reports',
	{
		id: integer().primaryKey(),
		resource_id: text()
			.notNull()
			.references(() => resources.id, { onDelete: 'restrict' }),
		section: text().notNull(),
		message: text().notNull(),
		created_at: text().notNull(),
		settled_at: text(),
		settled_by: text()
	},
	(table) => [index('reports_resource').on(table.resource_id)]
);

/** What somebody has typed and not saved: one for each resource, and one for a new one of each region. */
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
		funding: text(),
		cover: text(),
		colour: text(),
		written_at: text().notNull(),
		written_by: text().notNull()
	},
	(table) => [index('edition_words_edition').on(table.edition_id)]
);

export const drafts = sqliteTable(
	'drafts',
	{
		staff_id: text()
			.notNull()
			.references(() => staff.id, { onDelete: 'cascade' }),
		/** Id of the resource; of a new one, `new-` and its region's id; of an edition's words, `words-` and its id. */
		subject: text().notNull(),
		/** The version that was current when the typing began: a revision, or of `edition_words`. */
		base_revision_id: integer(),
		fields: json<ResourceFields | EditionWordsTyped>('fields').notNull(),
		/** Why, as far as it is typed. */
		reason: text(),
		/** Which tab of a browser saved it last; null without scripts. */
		tab: text(),
		saved_at: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.staff_id, table.subject] })]
);

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

/** Of names without kana: made once, when the revision was written, to be looked through and never shown. */
export const search_readings = sqliteTable('search_readings', {
	revision_id: integer()
		.primaryKey()
		.references(() => revisions.id, { onDelete: 'restrict' }),
	name: text(),
	organization: text()
});

/** Of what may be searched, the names in the form in which they are compared, a line each. */
export const search_documents = sqliteTable('search_documents', {
	revision_id: integer()
		.primaryKey()
		.references(() => revisions.id, { onDelete: 'restrict' }),
	names: text().notNull(),
	/** As names sound. */
	sounds: text().notNull(),
	sort_key: text().notNull()
});

/** Which documents hold a key, 65,536 numbers to a block (`domain/search/index/packed.ts`). */
export const search_postings = sqliteTable(
	'search_postings',
	{
		key: text().notNull(),
		block: integer().notNull(),
		list: blob({ mode: 'buffer' }).notNull()
	},
	(table) => [primaryKey({ columns: [table.key, table.block] })]
);

/** Documents that are not in the postings yet. */
export const search_tail = sqliteTable('search_tail', {
	revision_id: integer()
		.primaryKey()
		.references(() => search_documents.revision_id, { onDelete: 'cascade' }),
	document: json<SearchDocument>('document').notNull()
});

/** One row: by which rules the index was made, and how often something was taken out or settled. */
export const search_state = sqliteTable('search_state', {
	id: integer().primaryKey(),
	rules: text().notNull(),
	changes: integer().notNull().default(0)
});
