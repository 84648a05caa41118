import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { User } from '#lib/domain/staff/staff.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { atOnce } from '#lib/server/database/waiting/patience.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { slicesOf, store } from '#lib/server/imports/previews/storing.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { lookAtFile } from '../../../support/previews.ts';
import { cast } from '../../../support/staff.ts';
import { now, world } from '../../../support/world.ts';

let db: Database;
let user: User;
/** Another process. */
let other: Database;

beforeEach(() => {
	const file = join(temporaryFolder(), 'a.db');
	({ db } = world(file));
	user = findUser(db, cast(db, { at: now }).editor)!;
	other = openDatabase(file);
});
afterEach(() => {
	close(other);
	close(db);
});

const lines = (count: number) => [
	'名前,区分,市区町村',
	...Array.from({ length: count }, (_, at) => `場所その${at}の家,居場所,群馬県高崎市`)
];
const rowsOf = (id: string) =>
	Number(
		db.$client.prepare('SELECT count(*) FROM import_rows WHERE preview_id = ?').pluck().get(id)
	);
const slice = (place: number) =>
	[
		...slicesOf([
			{
				...({ place, line: place + 2, status: 'new', fingerprint: 'new' } as const),
				details: {
					...{ name: 'あ', region: null, municipality: null, base: null, content: null },
					...{ likes: [], conflicts: [], findings: [] }
				}
			}
		])
	][0]!;

test('rows wait for another process that writes, and stop nobody meanwhile', async () => {
	const id = await lookAtFile(db, user, lines(1));
	const storing = await store(db, id, now);
	other.$client.exec('BEGIN IMMEDIATE');
	// As within a request, where a write that would wait fails.
	const adding = atOnce(() => storing.add(slice(0)));
	await wait(1);
	expect(rowsOf(id)).toBe(0);
	other.$client.exec('COMMIT');
	await adding;
	expect(rowsOf(id)).toBe(1);
});

test('what comes after the rows waits for the disk again', async () => {
	const id = await lookAtFile(db, user, lines(1));
	const storing = await store(db, id, now);
	await storing.add(slice(0));
	expect(db.$client.pragma('synchronous', { simple: true })).toBe(2);
});

test('a file that is looked at again has its new rows alone', async () => {
	const id = await lookAtFile(db, user, lines(2300));
	previews.choose(db, user, id, { category: 'family' }, now);
	expect(await previews.make(db, user, id, { at: now })).toBe(true);
	expect(rowsOf(id)).toBe(2300);
});
