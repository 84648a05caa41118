import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { ReadOnlyError, write } from '#lib/server/database/transaction.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { audit as records } from '#lib/server/database/schema/index.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { cast } from '../../support/staff.ts';
import { now, world, type World } from '../../support/world.ts';

let file: string;
let here: World;
let db: Database;
const act = { by: 'operator', at: now, reason: 'サーバーの引っこし' };

beforeEach(() => {
	file = path.join(temporaryFolder(), 'bookmark.db');
	here = world(file);
	db = here.db;
	onTestFinished(() => close(db));
});

const report = (database: Database) =>
	reports.add(database, {
		resourceId: here.ids.hidamari,
		section: 'other',
		message: '曜日が違います',
		at: now
	});

test('once it is closed, no process writes, until it is opened again', () => {
	const other = openDatabase(file);
	onTestFinished(() => close(other));
	report(other);
	expect(readOnly.turnOn(db, act)).toBe(true);
	for (const database of [db, other]) {
		expect(() => report(database)).toThrow(ReadOnlyError);
		expect(() => write(database, () => {})).toThrow(ReadOnlyError);
	}
	expect(reports.open(other)).toHaveLength(1);
	expect(readOnly.turnOff(other, act)).toBe(true);
	report(db);
	expect(reports.open(other)).toHaveLength(2);
});

test('it stays so over a restart, which may still keep its own things in order', () => {
	readOnly.turnOn(db, act);
	close(db);
	db = openDatabase(file);
	prepare(db, { now, sample: false });
	expect(readOnly.find(db)).toEqual({
		since: now.toISOString(),
		by: 'operator',
		reason: 'サーバーの引っこし'
	});
	expect(() => report(db)).toThrow(ReadOnlyError);
});

test('the log says who closed and opened it, each once', () => {
	for (const _ of [1, 2]) readOnly.turnOn(db, act);
	for (const _ of [1, 2]) readOnly.turnOff(db, act);
	const said = db
		.select()
		.from(records)
		.all()
		.slice(-2)
		.map(({ actor, action, reason }) => [actor, action, reason]);
	expect(said).toEqual([
		['operator', 'database.close', 'サーバーの引っこし'],
		['operator', 'database.reopen', null]
	]);
	expect(audit.verify(db).ok).toBe(true);
});

test('whoever is signed in stays so, without a write', () => {
	const { editor } = cast(db, { at: now });
	const token = sessions.start(db, editor, { at: now });
	readOnly.turnOn(db, act);
	const later = new Date(now.getTime() + 3_600_000);
	expect(sessions.find(db, token, later)?.user.role).toBe('editor');
});
