import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { valuesOf } from './columns.ts';

/** How many are held in memory at once. */
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
	const read = readers(db);
	const lists = listsOf(read, ids);
	const rows = read.revisions(ids);
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

const readers = cachedByDatabase((db) => ({
	revisions: reader(db, schema.revisions, schema.revisions.id),
	terms: reader(db, schema.revision_terms, schema.revision_terms.revision_id),
	areas: reader(db, schema.revision_service_areas, schema.revision_service_areas.revision_id),
	schedules: reader(db, schema.revision_schedules, schema.revision_schedules.revision_id),
	exceptions: reader(db, schema.schedule_exceptions, schema.schedule_exceptions.schedule_id),
	phones: reader(db, schema.revision_phones, schema.revision_phones.revision_id),
	contacts: reader(db, schema.revision_contacts, schema.revision_contacts.revision_id),
	links: reader(db, schema.revision_links, schema.revision_links.revision_id),
	sources: reader(db, schema.revision_sources, schema.revision_sources.revision_id),
	consents: reader(db, schema.revision_consents, schema.revision_consents.revision_id)
}));

/**
 * Rows by what they belong to, in the order in which they were written; compiled once. Only what SQLite
 * keeps otherwise (JSON, yes and no) goes through Drizzle's columns: most of the time went there.
 */
function reader<Table extends SQLiteTable>(db: Database, table: Table, owner: SQLiteColumn) {
	const { name, columns } = getTableConfig(table);
	const coded = columns.filter(({ dataType }) => dataType === 'json' || dataType === 'boolean');
	const statement = db.$client.prepare(
		`SELECT * FROM "${name}" WHERE "${owner.name}" IN (SELECT value FROM json_each(?)) ORDER BY rowid`
	);
	return (ids: readonly number[]) => {
		const rows = statement.all(JSON.stringify(ids)) as Record<string, unknown>[];
		for (const row of coded.length > 0 ? rows : []) {
			for (const column of coded) row[column.name] = column.mapFromDriverValue(row[column.name]);
		}
		return rows as Table['$inferSelect'][];
	};
}

function listsOf(read: ReturnType<typeof readers>, ids: number[]) {
	const schedules = read.schedules(ids);
	const exceptions = schedules.length === 0 ? [] : read.exceptions(schedules.map(({ id }) => id));
	return {
		terms: byRevision(read.terms(ids)),
		areas: byRevision(read.areas(ids)),
		schedules: byRevision(schedules),
		exceptions: grouped(exceptions, (one) => one.schedule_id),
		phones: byRevision(read.phones(ids)),
		contacts: byRevision(read.contacts(ids)),
		links: byRevision(read.links(ids)),
		sources: byRevision(read.sources(ids)),
		consents: byRevision(read.consents(ids))
	};
}

const byRevision = <Row extends { revision_id: number }>(rows: Row[]) =>
	grouped(rows, (row) => row.revision_id);

function grouped<Row>(rows: Row[], owner: (row: Row) => number): (id: number) => Row[] {
	const groups = Map.groupBy(rows, owner);
	return (id) => groups.get(id) ?? [];
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
		closings: row.closings,
		also: row.also,
		ruleFor: row.rule_for,
		exceptions: exceptions.map((exception) => ({
			on: exception.on,
			kind: exception.kind,
			startsAt: exception.starts_at,
			endsAt: exception.ends_at,
			note: exception.note
		}))
	};
}
