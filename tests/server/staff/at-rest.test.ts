import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { decrypt, encrypt } from '#lib/server/staff/at-rest.ts';
import * as codes from '#lib/server/staff/codes.ts';
import { invite } from '#lib/server/staff/invitations/invitations.ts';
import * as own from '#lib/server/staff/own.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { cast } from '../../support/staff.ts';

const at = new Date('2026-07-01T00:00:00Z');

function opened(file: string): Database {
	const db = openDatabase(file);
	onTestFinished(() => close(db));
	return db;
}

const bytesOf = (file: string) =>
	['', '-wal'].map((end) => readFileSync(file + end, 'latin1')).join('');

function withPeople(db: Database) {
	db.$client.exec(
		"INSERT INTO regions (slug, name, kana, created_at) VALUES ('gunma', 'g', 'g', 'x'), ('tokyo', 't', 't', 'x')"
	);
	return cast(db, { at });
}

test('neither an authenticator nor a recovery code can be read from the file', () => {
	const file = join(temporaryFolder(), 'a.db');
	const db = opened(file);
	const { admin } = withPeople(db);
	const secret = codes.newSecret();
	own.setAuthenticator(db, admin, { secret, step: 1, token: '', at });
	const recovery = own.setRecovery(db, admin, at);
	const token = invite(db, admin, { by: 'x', at });
	const bytes = bytesOf(file);
	for (const text of [secret, token, ...recovery, ...recovery.map(sha256)]) {
		expect(bytes).not.toContain(text);
	}
	expect(codes.use(db, admin, recovery[3]!, at)).toBe(true);
	expect(codes.use(db, admin, recovery[3]!, at)).toBe(false);
});

test('what an earlier version wrote in clear is protected at the next start, and still opens', () => {
	const file = join(temporaryFolder(), 'a.db');
	const db = openDatabase(file);
	const { admin, editor } = withPeople(db);
	const [clear, waiting] = ['CLEARCLEARCLEARCLEARCLEARCLEAR22', 'WAITWAITWAITWAITWAITWAITWAITWAIT'];
	const token = invite(db, editor, { by: 'x', at });
	db.$client.prepare('UPDATE staff SET totp_secret = ? WHERE id = ?').run(clear, admin);
	db.$client.prepare('UPDATE invitations SET totp_secret = ?').run(waiting);
	db.$client
		.prepare('INSERT INTO recovery_codes (staff_id, code_hash) VALUES (?, ?)')
		.run(admin, sha256('abcde-fghjk'));
	close(db);

	const after = opened(file);
	const bytes = bytesOf(file);
	for (const text of [clear, waiting, sha256('abcde-fghjk')]) expect(bytes).not.toContain(text);
	const kept = (table: string) =>
		after.$client.prepare(`SELECT totp_secret FROM ${table} WHERE totp_secret NOT NULL`).pluck();
	expect(decrypt(after, kept('staff').get() as string, admin)).toBe(clear);
	expect(decrypt(after, kept('invitations').get() as string, sha256(token))).toBe(waiting);
	expect(codes.use(after, admin, 'ABCDE fghjk', at)).toBe(true);
});

test('a secret opens for the account it was written for, unchanged and with that key alone', () => {
	const db = opened(':memory:');
	const kept = encrypt(db, 'secret', 'a');
	expect(decrypt(db, kept, 'a')).toBe('secret');
	expect(decrypt(db, kept, 'b')).toBeNull();
	expect(decrypt(opened(':memory:'), kept, 'a')).toBeNull();
	expect(decrypt(db, 'a1.AAAA', 'a')).toBeNull();
	expect(decrypt(db, 'CLEAR', 'a')).toBeNull();
	const bytes = Buffer.from(kept.slice(3), 'base64url');
	bytes[14]! ^= 1;
	expect(decrypt(db, `a1.${bytes.toString('base64url')}`, 'a')).toBeNull();
});

test('a recovery code is beyond guessing even for whoever has the key', () => {
	const db = opened(':memory:');
	const { admin } = withPeople(db);
	for (const code of codes.renewRecovery(db, admin)) {
		expect(code).toMatch(/^[2-9a-hjkmnp-z]{6}(-[2-9a-hjkmnp-z]{6}){2}$/);
	}
	expect(18 * Math.log2(31)).toBeGreaterThan(80);
});
