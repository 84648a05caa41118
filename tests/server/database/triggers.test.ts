import * as audit from '#lib/server/audit/index.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { write } from '#lib/server/database/transaction.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { ensure, lift } from '#lib/server/database/triggers.ts';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { everything, plantRows } from '../../support/rows.ts';

let db: Database;
const at = '2026-04-01T00:00:00.000Z';

beforeEach(() => {
	db = openDatabase(':memory:');
	onTestFinished(() => close(db));
	plantRows(db);
	audit.record(db, {
		at,
		actor: 'a',
		action: 'resource.revise',
		subject: 'resource',
		subjectId: 1
	});
});

function refuses(statement: string, sentence: RegExp): void {
	const before = everything(db);
	expect(() => db.$client.exec(statement), statement).toThrow(sentence);
	expect(everything(db)).toEqual(before);
}

const allows = (statement: string) =>
	expect(() => db.$client.exec(statement), statement).not.toThrow();

test('audit refuses to be changed, deleted or replaced', () => {
	refuses("UPDATE audit SET reason = 'x'", /append-only/);
	refuses('DELETE FROM audit', /append-only/);
	refuses(
		`INSERT OR REPLACE INTO audit VALUES (1, '${at}', 'a', 'b', 'c', '1', NULL, '{}', 'x', NULL, NULL)`,
		/append-only/
	);
});

describe('revisions', () => {
	const state = /^(proposed|approved|rejected)_/;
	const names = getTableConfig(schema.revisions).columns.map((column) => column.name);

	test.each(names.filter((name) => !state.test(name)))('refuse a change of %s', (name) => {
		refuses(`UPDATE revisions SET "${name}" = "${name}"`, /never changes/);
	});

	test('may be proposed, approved and rejected', () => {
		for (const name of names.filter((name) => state.test(name))) {
			allows(`UPDATE revisions SET "${name}" = '${at}'`);
		}
	});

	test('refuse to be deleted', () => {
		refuses('DELETE FROM revisions', /never deleted/);
	});

	const lists = Object.values(schema)
		.filter((value) => value instanceof SQLiteTable)
		.map((table) => getTableConfig(table))
		.filter(
			(table) =>
				table.name === 'schedule_exceptions' ||
				(table.name.startsWith('revision_') &&
					table.columns.some((column) => column.name === 'revision_id'))
		);

	test.each(lists)('keep their $name', ({ name, columns }) => {
		expect(db.$client.prepare(`SELECT count(*) FROM ${name}`).pluck().get()).toBe(1);
		refuses(`UPDATE ${name} SET "${columns[0]!.name}" = "${columns[0]!.name}"`, /never changes/);
		refuses(`DELETE FROM ${name}`, /never changes/);
	});
});

test('a verification stays what it was, but for the note and when the next one is due', () => {
	db.$client.exec(
		`INSERT INTO verifications (resource_id, revision_id, method, verified_on, sections, result, created_at, created_by)
			VALUES ('r1', 1, 'phone', '2026-04-01', '[]', 'confirmed', '${at}', 'a')`
	);
	refuses("UPDATE verifications SET method = 'visit'", /never changes/);
	refuses("UPDATE verifications SET verified_on = '2026-05-01'", /never changes/);
	refuses('DELETE FROM verifications', /never changes/);
	allows("UPDATE verifications SET note = 'n', next_due_on = '2027-04-01'");
});

describe('the entries of an edition', () => {
	const added = `INSERT INTO entries (edition_id, resource_id, revision_id, number, chapter, position, state)
		VALUES (1, 'r2', 1, 2, 'place', 1, 'new')`;

	beforeEach(() => {
		db.$client.exec(
			`INSERT INTO resources (id, region_id, created_at, created_by) VALUES ('r2', 1, '${at}', 'a');
			INSERT INTO editions (id, region_id, year, created_at, created_by) VALUES (2, 1, 2027, '${at}', 'a');`
		);
	});

	test('may change until it is locked', () => {
		allows(added);
		allows('UPDATE entries SET number = number + 10');
		allows("DELETE FROM entries WHERE resource_id = 'r2'");
	});

	test('never change once it is locked', () => {
		db.$client.exec(`UPDATE editions SET locked_at = '${at}' WHERE id = 1`);
		refuses(added, /locked/);
		refuses('UPDATE entries SET number = 5', /locked/);
		refuses('UPDATE entries SET edition_id = 2', /locked/);
		refuses('DELETE FROM entries', /locked/);
		refuses('DELETE FROM editions WHERE id = 1', /never deleted/);
	});

	test('cannot be moved into a locked one', () => {
		db.$client.exec(`UPDATE editions SET locked_at = '${at}' WHERE id = 2`);
		refuses('UPDATE entries SET edition_id = 2', /locked/);
	});
});

describe('an edition', () => {
	const free = /^(superseded|withdrawn)_/;
	const names = getTableConfig(schema.editions).columns.map((column) => column.name);

	test('may change its words and state until it is published', () => {
		allows(
			`UPDATE editions SET foreword = 'a', colour = 'b', content_hash = 'c', locked_at = '${at}', locked_by = 'a'`
		);
		refuses(`UPDATE editions SET foreword = 'b'`, /the edition is locked/);
		refuses(`UPDATE editions SET chapter_order = 'hand'`, /the edition is locked/);
		allows('UPDATE editions SET locked_at = NULL');
		allows(`UPDATE editions SET locked_at = '${at}', published_at = '${at}', audit_head = 'x'`);
	});

	test.each(names.filter((name) => !free.test(name)))(
		'never changes %s once it is published',
		(name) => {
			db.$client.exec(`UPDATE editions SET locked_at = '${at}', published_at = '${at}'`);
			refuses(`UPDATE editions SET "${name}" = "${name}"`, /never changes/);
		}
	);

	test('may be superseded and withdrawn after it was published', () => {
		db.$client.exec(`UPDATE editions SET locked_at = '${at}', published_at = '${at}'`);
		for (const name of names.filter((name) => free.test(name))) {
			allows(`UPDATE editions SET "${name}" = '${at}'`);
		}
	});
});

test('a missing, changed or added trigger is put right at the next start', () => {
	const triggers = () =>
		db.$client.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
	const before = triggers();
	db.$client.exec(`
		DROP TRIGGER audit_refuse_update;
		DROP TRIGGER audit_refuse_delete;
		CREATE TRIGGER audit_refuse_delete BEFORE DELETE ON audit BEGIN SELECT 1; END;
		CREATE TRIGGER leak AFTER INSERT ON reports BEGIN DELETE FROM reports; END;`);
	ensure(db);
	expect(triggers()).toEqual(expect.arrayContaining(before));
	expect(triggers()).toHaveLength(before.length);
});

test('triggers are only lifted inside a transaction, which a failure undoes', () => {
	expect(() => lift(db)).toThrow(/transaction/);
	expect(() =>
		write(db, () => {
			lift(db);
			throw new Error('no');
		})
	).toThrow('no');
	refuses('DELETE FROM audit', /append-only/);
});
