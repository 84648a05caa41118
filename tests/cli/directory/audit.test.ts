import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { operator } from '../../support/directory.ts';
import { now, world } from '../../support/world.ts';

let folder: string;
let database: string;
let directory: ReturnType<typeof operator>['directory'];

beforeEach(() => {
	({ folder, database, directory } = operator());
	const { db } = world(database);
	record(db, '=1+1');
	record(db, 'あとで');
	close(db);
});

function record(db: Parameters<typeof audit.record>[0], reason: string) {
	const subject = { subject: 'resource', subjectId: 'r1' } as const;
	const at = now.toISOString();
	audit.record(db, { at, actor: 'admin', action: 'resource.revise', ...subject, reason });
}

/** As somebody would who can write to the file. */
function tamper(sql: string) {
	const db = openDatabase(database);
	for (const name of ['audit_refuse_update', 'audit_refuse_delete']) {
		db.$client.exec(`DROP TRIGGER "${name}"`);
	}
	db.$client.exec(sql);
	db.$client.close();
}

const verify = () => directory('audit', 'verify');

test('a log that is whole is said to be, with all that remember it', async () => {
	expect((await directory('backup')).status).toBe(0);
	expect(await verify()).toEqual({
		status: 0,
		stdout:
			'監査記録 7件は、書かれたときのまま、つながっています（覚えのある 3か所とも合います）。\n',
		stderr: ''
	});
});

test.each([
	[
		'a changed record',
		"UPDATE audit SET actor = 'nobody' WHERE id = 4",
		/^監査記録の 4番（2026年6月1日 12:00 edition\.lock）のところで、つながりが切れています: 書き換えられています。\n$/
	],
	['a record taken out', 'DELETE FROM audit WHERE id = 6', /7番.*その前の 1件が消されています/],
	['a tail cut off', 'DELETE FROM audit WHERE id > 6', /監査記録の 7番から後が失われています/],
	[
		'a tail cut off, with the counter put right',
		"DELETE FROM audit WHERE id > 4; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'audit'",
		/5番から後が失われています: 公開した年度版「群馬県 2026年度」は、その先を覚えています/
	]
])('%s is said in a sentence, with the place', async (_, sql, sentence) => {
	tamper(sql);
	const { status, stdout, stderr } = await verify();
	expect([status, stdout]).toEqual([2, '']);
	expect(stderr).toMatch(sentence);
});

test('a log put back as it once was, with all its traces, is found by a backup', async () => {
	const db = openDatabase(database);
	const before = db.$client.prepare('SELECT count, mac, seal FROM audit_anchor').raw().get();
	record(db, 'もっとあとで');
	close(db);
	await directory('backup');
	const [count, ...seals] = before as [number, string, string];
	tamper(`DELETE FROM audit WHERE id > ${count}; UPDATE sqlite_sequence SET seq = ${count} WHERE name = 'audit';
		UPDATE audit_anchor SET count = ${count}, mac = '${seals[0]}', seal = '${seals[1]}'`);
	const { status, stderr } = await verify();
	expect(status).toBe(2);
	expect(stderr).toMatch(/^バックアップ bookmark-\w+\.db が覚えている監査記録（8件目、/);
	renameSync(path.join(folder, 'backups'), path.join(folder, 'elsewhere'));
	expect((await verify()).status).toBe(0);
	expect(
		(await directory('audit', 'verify', '--backups', path.join(folder, 'elsewhere'))).status
	).toBe(2);
});

test('a restore is no break, although records after the backup are gone', async () => {
	const first = (await directory('backup')).stdout.trim();
	const db = openDatabase(database);
	record(db, 'あとから');
	close(db);
	await directory('backup', path.join(folder, 'second'));
	expect((await directory('restore', first, '--yes')).status).toBe(0);
	expect((await verify()).status).toBe(0);
	const second = await directory('audit', 'verify', '--backups', path.join(folder, 'second'));
	expect([second.status, second.stderr]).toEqual([0, '']);
});

test('the log is exported as CSV that no spreadsheet takes for a formula', async () => {
	const out = path.join(folder, 'log.csv');
	const { status, stderr } = await directory('audit', 'export', '--out', out);
	expect([status, stderr]).toEqual([0, '監査記録 7件を書き出しました。\n']);
	const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n');
	expect(lines).toHaveLength(8);
	expect(lines[6]).toContain("'=1+1");
	expect((await directory('audit', 'export', '--out', out)).status).toBe(2);
});

test('without its key nothing is made, and it is said where the key belongs', async () => {
	renameSync(`${database}.key`, path.join(folder, 'kept.key'));
	const { status, stderr } = await verify();
	expect([status, existsSync(`${database}.key`)]).toEqual([2, false]);
	expect(stderr).toContain('監査記録の鍵がありません');
});
