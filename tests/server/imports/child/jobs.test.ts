import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import * as jobs from '#lib/server/imports/child/jobs.ts';
import { environmentFor, start } from '#lib/server/imports/child/child.ts';
import { readTableApart } from '#lib/server/imports/child/table.ts';
import { watch } from '#lib/server/imports/watching.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { bytes } from '../../../support/formats.ts';
import { options } from '../../../support/previews.ts';
import { cast } from '../../../support/staff.ts';
import { now, places, world } from '../../../support/world.ts';

let db: Database;
let user: User;
let admin: User;

beforeEach(() => {
	({ db } = world(join(temporaryFolder(), 'a.db')));
	const people = cast(db, { at: now });
	[user, admin] = [findUser(db, people.editor)!, findUser(db, people.admin)!];
});
afterEach(() => close(db));

const file = (rows: number) =>
	bytes(
		[
			'名前,区分,市区町村',
			...Array.from({ length: rows }, (_, at) => `場所その${at}の家,居場所,群馬県高崎市`)
		].join('\n')
	);
function started(rows: number): string {
	const begun = previews.start(db, user, { name: 'a.csv', bytes: file(rows) }, options, now);
	return (begun as { id: string }).id;
}
async function ended(id: string): Promise<jobs.Outcome> {
	while (jobs.progressOf(db, id)) await wait(5);
	return jobs.outcomeOf(db, id)!;
}
const run = (id: string, work: jobs.Work) => jobs.run(db, user, id, work, now);
const count = (table: string) =>
	Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

test('a file is looked at and written in a process of its own, and looking drops nothing cached', async () => {
	const id = started(450);
	const before = dataVersion(db);
	expect(run(id, { kind: 'look' })).toBe('started');
	expect(run(id, { kind: 'look' })).toBe('busy');
	expect(await ended(id)).toEqual({ state: 'looked' });
	expect(dataVersion(db)).toBe(before);
	expect(previews.find(db, user, id)).toMatchObject({
		state: 'ready',
		result: { counts: { new: 450 } }
	});
	expect(previews.rows(db, user, id)!.total).toBe(450);

	expect(run(id, { kind: 'commit' })).toBe('started');
	expect(await ended(id)).toMatchObject({ state: 'written' });
	expect(count('revisions WHERE import_id IS NOT NULL')).toBe(450);
	expect(run(id, { kind: 'commit' })).toBe('ended');
});

test('one that was stopped has written nothing, and can be looked at again', async () => {
	const id = started(300);
	run(id, { kind: 'look' });
	jobs.stop(db, id);
	expect(await ended(id)).toEqual({ state: 'died', why: 'やめました。' });
	expect(previews.find(db, user, id)!.state).toBe('reading');
	run(id, { kind: 'look' });
	expect(await ended(id)).toEqual({ state: 'looked' });
	expect(previews.rows(db, user, id)!.total).toBe(300);
});

test('a commit that was stopped is all or nothing, and can be tried again', async () => {
	const id = started(300);
	run(id, { kind: 'look' });
	await ended(id);
	run(id, { kind: 'commit' });
	jobs.stop(db, id);
	expect(await ended(id)).toMatchObject({ state: 'died' });
	expect(count('revisions WHERE import_id IS NOT NULL')).toBe(0);
	run(id, { kind: 'commit' });
	expect(await ended(id)).toMatchObject({ state: 'written' });
});

test('a restart in the middle of a commit leaves a preview that can be written', async () => {
	const id = started(2);
	await previews.make(db, user, id, { at: now });
	db.$client.exec("UPDATE import_previews SET state = 'writing'");
	expect(run(id, { kind: 'commit' })).toBe('started');
	expect(await ended(id)).toMatchObject({ state: 'written' });
});

test('a commit that was cut off does not go on because an admin looks at it', async () => {
	const id = started(2);
	await previews.make(db, user, id, { at: now });
	db.$client.exec("UPDATE import_previews SET state = 'writing'");
	expect(await watch(db, admin, id, { at: now })).toMatchObject({ progress: null });
	expect(count('revisions WHERE import_id IS NOT NULL')).toBe(0);
	expect(await watch(db, user, id, { at: now })).not.toMatchObject({ progress: null });
	expect(await ended(id)).toMatchObject({ state: 'written' });
});

test('a commit that was cut off goes on with the answer that it was begun with', async () => {
	const lines = [
		'名前,区分,市区町村,電話',
		`${places.hidamari.name} 高崎店,居場所,群馬県高崎市,000-111-2222`,
		'あたらしい場所,居場所,群馬県高崎市,'
	];
	const sent = { name: 'a.csv', bytes: bytes(lines.join('\n')) };
	const { id } = previews.start(db, user, sent, options, now) as { id: string };
	await previews.make(db, user, id, { at: now });
	expect(previews.openRows(db, id)).toBe(1);
	run(id, { kind: 'commit', undecided: 'skip' });
	jobs.stop(db, id);
	await ended(id);
	expect(count('revisions WHERE import_id IS NOT NULL')).toBe(0);
	// As a process leaves it that has no time to say so; the next one knows of no job.
	db.$client.exec("UPDATE import_previews SET state = 'writing'");
	const next = openDatabase(db.$client.name);
	await watch(next, user, id, { at: now });
	while (jobs.progressOf(next, id)) await wait(5);
	expect(previews.find(next, user, id)!.state).toBe('written');
	expect(count('revisions WHERE import_id IS NOT NULL')).toBe(1);
	close(next);
});

test('a file that is no file of a table is a sentence, told by the child', async () => {
	const broken = Uint8Array.of(0x50, 0x4b, 3, 4, ...Array<number>(60).fill(7));
	const how = { choices: {}, mapping: null, progress: () => {} };
	const read = await readTableApart(broken, how);
	expect(read).toMatchObject({ problems: [{ message: expect.stringMatching(/。$/) as string }] });
});

test('a child that dies says so in a sentence', async () => {
	const task = { kind: 'look', database: '/nowhere/a.db', staffId: 'x', preview: 'y' } as const;
	await expect(start(task, { isArchive: false }).done).rejects.toThrow(
		/終わりまでできませんでした.*。$/
	);
});

test('whoever reads a file of a stranger holds no secret, and who writes only the key of the log', () => {
	const secrets = { AUDIT_KEY: 'key', SMTP_URL: 'smtp://name:word@mail', DATABASE_FILE: 'a.db' };
	const whole = { PATH: '/bin', TZ: 'UTC', ...secrets };
	const harmless = { PATH: '/bin', TZ: 'UTC' };
	expect(environmentFor('table', whole)).toEqual(harmless);
	expect(environmentFor('look', whole)).toEqual(harmless);
	expect(environmentFor('commit', whole)).toEqual({ ...harmless, AUDIT_KEY: 'key' });
});

test('a child that is slow to load, as on a busy machine, is waited for', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	const how = { choices: {}, mapping: null, progress: () => {} };
	const read = readTableApart(file(1), how);
	// It has not begun: the process has only just been made.
	vi.advanceTimersByTime(1_000_000);
	expect(await read).toMatchObject({ table: { rows: [{ line: 2 }] } });
});
