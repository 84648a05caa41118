import * as audit from '#lib/server/audit/index.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { write } from '#lib/server/database/transaction.ts';
import { editions } from '#lib/server/database/schema/index.ts';
import { lift } from '#lib/server/database/triggers.ts';
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { plantRows } from '../../support/rows.ts';

let db: Database;
const at = '2026-04-01T00:00:00.000Z';
const auditKey = 'a key that is only used in this test';

beforeEach(() => {
	db = openDatabase(':memory:');
	onTestFinished(() => close(db));
	for (const subjectId of ['a', 'b', 'c']) {
		audit.record(db, {
			at,
			actor: 'editor',
			action: 'resource.create',
			subject: 'resource',
			subjectId,
			details: { number: 1 }
		});
	}
});

/** What somebody with the file in hand can do. */
const tamper = (statement: string) => lifted(() => db.$client.exec(statement));

const lifted = (act: () => unknown) =>
	write(db, () => {
		lift(db);
		act();
	});

test('untouched records verify', () => {
	expect(audit.verify(db)).toEqual({ ok: true, count: 3 });
});

test('an empty log verifies and has no head', () => {
	const empty = openDatabase(':memory:');
	onTestFinished(() => close(empty));
	expect(audit.verify(empty)).toEqual({ ok: true, count: 0 });
	expect(audit.head(empty)).toBeNull();
});

test.each([
	['changed', "UPDATE audit SET actor = 'nobody' WHERE id = 2", 2],
	['changed in its details', `UPDATE audit SET details = '{"number":2}' WHERE id = 3`, 3],
	['taken out', 'DELETE FROM audit WHERE id = 2', 3],
	['cut off at the end', 'DELETE FROM audit WHERE id = 3', 3]
])('a record that was %s is found', (_, statement, found) => {
	tamper(statement);
	expect(audit.verify(db)).toEqual({ ok: false, at: found });
});

const cut =
	"DELETE FROM audit WHERE id = 3; UPDATE sqlite_sequence SET seq = 2 WHERE name = 'audit';";
const record = () =>
	audit.record(db, {
		at,
		actor: 'a',
		action: 'resource.revise',
		subject: 'resource',
		subjectId: 'd'
	});

test.each([
	['as it is', ''],
	['without its anchor', 'DELETE FROM audit_anchor;'],
	[
		'with the anchor put where the log ends now',
		'UPDATE audit_anchor SET count = 2, mac = (SELECT mac FROM audit WHERE id = 2);'
	]
])('a tail cut off with its traces is found, %s, and also after going on', (_, more) => {
	tamper(cut + more);
	expect(audit.verify(db)).toEqual({ ok: false, at: 3 });
	record();
	expect(audit.verify(db)).toMatchObject({ ok: false });
});

test('a log of an earlier version is anchored by the next record', () => {
	const { $client } = db;
	const key = 'k'.repeat(64);
	audit.trust(db, key);
	let before = '';
	const rows = $client.prepare('SELECT * FROM audit').all() as Record<string, string>[];
	tamper('DELETE FROM audit_anchor');
	lifted(() => {
		for (const row of rows) {
			// As it was sealed then.
			const fields = ['at', 'actor', 'action', 'subject', 'subject_id'].map((name) => row[name]);
			const text = JSON.stringify([...fields, null, row['details']]);
			before = createHmac('sha256', key).update(`${before}\n${text}`).digest('hex');
			$client.prepare('UPDATE audit SET mac = ? WHERE id = ?').run(before, row['id']);
		}
	});
	expect(audit.verify(db)).toEqual({ ok: true, count: 3 });
	record();
	expect(audit.verify(db)).toEqual({ ok: true, count: 4 });
	tamper("DELETE FROM audit WHERE id = 4; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'");
	expect(audit.verify(db)).toEqual({ ok: false, at: 4 });
});

test('a tail cut off with its traces is found by the head that a published edition remembers', () => {
	plantRows(db);
	db.update(editions)
		.set({ locked_at: at, published_at: at, audit_head: audit.head(db) })
		.run();
	expect(audit.verify(db)).toEqual({ ok: true, count: 3 });
	tamper("DELETE FROM audit WHERE id = 3; UPDATE sqlite_sequence SET seq = 2 WHERE name = 'audit'");
	expect(audit.verify(db)).toEqual({ ok: false, at: 3 });
});

test('the chain goes on after reopening with the same key file', () => {
	const file = join(temporaryFolder(), 'a.db');
	const entry = {
		at,
		actor: 'a',
		action: 'resource.revise',
		subject: 'resource',
		subjectId: 1
	} as const;
	for (const count of [1, 2]) {
		const kept = openDatabase(file);
		audit.record(kept, entry);
		expect(audit.verify(kept)).toEqual({ ok: true, count });
		close(kept);
	}
	rmSync(`${file}.key`);
	expect(() => openDatabase(file)).toThrow(
		/監査記録の鍵 .*a\.db\.key がありません。新しい鍵は作っていません/
	);
	expect(readdirSync(dirname(file))).toEqual(['a.db']);
	writeFileSync(`${file}.key`, `${'0'.repeat(64)}\n`);
	expect(() => openDatabase(file)).toThrow(/監査記録の鍵が、これまでの記録と合いません/);
});

test('the key given by the environment is used instead of a file', () => {
	const file = join(temporaryFolder(), 'a.db');
	const kept = openDatabase(file, { auditKey });
	audit.record(kept, {
		at,
		actor: 'a',
		action: 'resource.revise',
		subject: 'resource',
		subjectId: 1
	});
	close(kept);
	expect(() => openDatabase(file, { auditKey: 'another key altogether' })).toThrow(/監査記録の鍵/);
	close(openDatabase(file, { auditKey }));
});

test('a key that a crash has left empty is made anew while nothing is recorded, and never after', () => {
	const file = join(temporaryFolder(), 'a.db');
	close(openDatabase(file));
	writeFileSync(`${file}.key`, '');
	const kept = openDatabase(file);
	expect(readFileSync(`${file}.key`, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
	audit.record(kept, {
		at,
		actor: 'a',
		action: 'resource.revise',
		subject: 'resource',
		subjectId: 1
	});
	close(kept);
	writeFileSync(`${file}.key`, '');
	expect(() => openDatabase(file)).toThrow(/監査記録の鍵 .* が空です。新しい鍵は作っていません/);
	expect(readFileSync(`${file}.key`, 'utf8')).toBe('');
});

test('where the environment had the key and has it no longer, that is said', () => {
	const file = join(temporaryFolder(), 'a.db');
	close(openDatabase(file, { auditKey }));
	expect(() => openDatabase(file)).toThrow(/AUDIT_KEY にあるはずですが、書かれていません/);
});
