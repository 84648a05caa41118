import { asc, inArray, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Content, Schedule } from '#lib/domain/content.ts';
import type { Database } from '#lib/server/database.ts';
import * as schema from '#lib/server/schema.ts';
import { valuesOf } from './columns.ts';

/** SQLite takes at most 32,766 values in one statement; a page of a few hundred reads well. */
const pageSize = 400;

/** Contents by revision, staff-only parts included: for the public, `publicContent` comes after. */
export function contents(db: Database, revisionIds: readonly number[]): Map<number, Content> {
	const found = new Map<number, Content>();
	for (let i = 0; i < revisionIds.length; i += pageSize) {
		readPage(db, revisionIds.slice(i, i + pageSize), found);
	}
	return found;
}

function readPage(db: Database, ids: number[], into: Map<number, Content>): void {
	const lists = listsOf(db, ids);
	const rows = db.select().from(schema.revisions).where(inArray(schema.revisions.id, ids)).all();
	for (const row of rows) {
		const terms = lists.terms(row.id);
		const codes = (vocabulary: string) =>
			terms.filter((term) => term.vocabulary === vocabulary).map((term) => term.code);
		into.set(row.id, {
			...valuesOf(row),
			categories: codes('category'),
			needs: codes('need'),
			audiences: codes('audience'),
			accessibility: codes('accessibility'),
			languages: codes('language'),
			eases: Object.fromEntries(
				terms.filter((term) => term.vocabulary === 'ease').map((term) => [term.code, term.answer])
			),
			serviceArea: lists.areas(row.id).map((area) => area.municipality_code),
			schedules: lists.schedules(row.id).map((one) => scheduleOf(one, lists.exceptions(one.id))),
			phones: lists.phones(row.id).map(({ kind, number, label, visibility }) => ({
				kind,
				number,
				label,
				visibility
			})),
			contacts: lists.contacts(row.id).map(({ kind, value, label, visibility }) => ({
				kind,
				value,
				label,
				visibility
			})),
			links: lists.links(row.id).map(({ label, url }) => ({ label, url })),
			sources: lists.sources(row.id).map(({ name, url, retrieved_on }) => ({
				name,
				url,
				retrievedOn: retrieved_on
			})),
			consents: lists.consents(row.id).map(({ channel, given_by, given_on, how }) => ({
				channel,
				givenBy: given_by,
				givenOn: given_on,
				how
			}))
		});
	}
}

function listsOf(db: Database, ids: number[]) {
	const { revision_schedules, schedule_exceptions } = schema;
	const schedules = grouped(db, revision_schedules, revision_schedules.revision_id, ids);
	const scheduleIds = [...schedules.all].map(({ id }) => id);
	return {
		terms: grouped(db, schema.revision_terms, schema.revision_terms.revision_id, ids).of,
		areas: grouped(
			db,
			schema.revision_service_areas,
			schema.revision_service_areas.revision_id,
			ids
		).of,
		schedules: schedules.of,
		exceptions: grouped(db, schedule_exceptions, schedule_exceptions.schedule_id, scheduleIds).of,
		phones: grouped(db, schema.revision_phones, schema.revision_phones.revision_id, ids).of,
		contacts: grouped(db, schema.revision_contacts, schema.revision_contacts.revision_id, ids).of,
		links: grouped(db, schema.revision_links, schema.revision_links.revision_id, ids).of,
		sources: grouped(db, schema.revision_sources, schema.revision_sources.revision_id, ids).of,
		consents: grouped(db, schema.revision_consents, schema.revision_consents.revision_id, ids).of
	};
}

/** Rows of a list by what they belong to, in the order in which they were written. */
function grouped<Table extends SQLiteTable>(
	db: Database,
	table: Table,
	owner: SQLiteColumn,
	ids: number[]
): { all: Table['$inferSelect'][]; of: (id: number) => Table['$inferSelect'][] } {
	const all = db
		.select()
		.from(table as SQLiteTable)
		.where(inArray(owner, ids))
		.orderBy(asc(sql`rowid`))
		.all() as Table['$inferSelect'][];
	const groups = Map.groupBy(all, (row) => (row as Record<string, unknown>)[owner.name] as number);
	return { all, of: (id) => groups.get(id) ?? [] };
}

function scheduleOf(
	row: typeof schema.revision_schedules.$inferSelect,
	exceptions: (typeof schema.schedule_exceptions.$inferSelect)[]
): Schedule {
	return {
		text: row.text,
		frequency: row.frequency,
		interval: row.interval,
		days: row.days as Schedule['days'],
		positions: row.positions as Schedule['positions'],
		monthDays: row.month_days,
		months: row.months,
		startsOn: row.starts_on,
		endsOn: row.ends_on,
		startsAt: row.starts_at,
		endsAt: row.ends_at,
		holidays: row.holidays,
		exceptions: exceptions.map((exception) => ({
			on: exception.on,
			kind: exception.kind,
			startsAt: exception.starts_at,
			endsAt: exception.ends_at,
			note: exception.note
		}))
	};
}
