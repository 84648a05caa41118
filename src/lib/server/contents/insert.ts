import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import * as schema from '#lib/server/database/schema/index.ts';

const termLists = {
	category: 'categories',
	need: 'needs',
	audience: 'audiences',
	accessibility: 'accessibility',
	language: 'languages'
} as const;

/** Writes the lists of a revision into their tables. */
export function insertLists(db: Database, revision_id: number, content: Content): void {
	const terms = Object.entries(termLists).flatMap(([vocabulary, list]) =>
		[...new Set(content[list])].map((code, position) => ({
			revision_id,
			vocabulary,
			code,
			position,
			answer: 'yes' as const
		}))
	);
	const eases = Object.entries(content.eases).map(([code, answer], position) => ({
		revision_id,
		vocabulary: 'ease',
		code,
		position,
		answer
	}));
	insert(db, schema.revision_terms, [...terms, ...eases]);
	insert(
		db,
		schema.revision_service_areas,
		[...new Set(content.serviceArea)].map((municipality_code) => ({
			revision_id,
			municipality_code
		}))
	);
	content.schedules.forEach((schedule, position) =>
		insertSchedule(db, { revision_id, position }, schedule)
	);
	insert(db, schema.revision_phones, placed(revision_id, content.phones));
	insert(db, schema.revision_contacts, placed(revision_id, content.contacts));
	insert(db, schema.revision_links, placed(revision_id, content.links));
	insert(
		db,
		schema.revision_sources,
		placed(revision_id, content.sources).map(({ retrievedOn, ...source }) => ({
			...source,
			retrieved_on: retrievedOn
		}))
	);
	insert(
		db,
		schema.revision_consents,
		content.consents.map(({ channel, givenBy, givenOn, how }) => ({
			revision_id,
			channel,
			given_by: givenBy,
			given_on: givenOn,
			how
		}))
	);
}

function insert<Table extends SQLiteTable>(
	db: Database,
	table: Table,
	rows: Table['$inferInsert'][]
): void {
	for (const row of rows) insertInto(db, table, row);
}

const placed = <T extends object>(revision_id: number, list: T[]) =>
	list.map((one, position) => ({ ...one, revision_id, position }));

function insertSchedule(
	db: Database,
	place: { revision_id: number; position: number },
	schedule: Schedule
): void {
	const id = insertInto(db, schema.revision_schedules, {
		...place,
		text: schedule.text,
		frequency: schedule.frequency,
		interval: schedule.interval,
		days: schedule.days,
		positions: schedule.positions,
		month_days: schedule.monthDays,
		months: schedule.months,
		starts_on: schedule.startsOn,
		ends_on: schedule.endsOn,
		starts_at: schedule.startsAt,
		ends_at: schedule.endsAt,
		holidays: schedule.holidays,
		closings: schedule.closings,
		also: schedule.also,
		rule_for: schedule.ruleFor
	});
	insert(
		db,
		schema.schedule_exceptions,
		schedule.exceptions.map(({ on, kind, startsAt, endsAt, note }) => ({
			schedule_id: id,
			on,
			kind,
			starts_at: startsAt,
			ends_at: endsAt,
			note
		}))
	);
}
