import {
	appendFileSync,
	copyFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import * as backups from '#lib/server/backups/index.ts';
import { digest } from '#lib/server/backups/files.ts';
import { readManifest, rowsOf, sealOf } from '#lib/server/backups/manifest.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import { inspect } from '#lib/server/start/check.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { save } from '#lib/server/editing/save.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import * as staff from '#lib/server/staff/staff.ts';
import * as staffAccounts from '#lib/server/staff/accounts.ts';
import * as codes from '#lib/server/staff/codes.ts';
import * as own from '#lib/server/staff/own.ts';
import { decrypt } from '#lib/server/staff/at-rest.ts';
import { invite } from '#lib/server/staff/invitations/invitations.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { cast } from '../../support/staff.ts';
import { content, now, places, world, type World } from '../../support/world.ts';

const key = 'k'.repeat(64);
const by = 'operator';
let folder: string;
let file: string;
let here: World;

beforeEach(() => {
	folder = temporaryFolder();
	file = path.join(folder, 'bookmark.db');
	here = world(file);
	onTestFinished(() => close(here.db));
});

const store = () => path.join(folder, 'backups');
const known = () => audit.knownKey(file, '')!;
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

function made(seconds = 0, keep?: number) {
	const result = backups.make(file, store(), { key: known(), at: later(seconds), keep });
	if ('problem' in result) throw new Error(JSON.stringify(result.problem));
	return result;
}

const problemsOf = (backup: string, withKey: string | null = known()) =>
	backups
		.verify(backup, withKey)
		.filter(({ ok }) => !ok)
		.map(({ name }) => name);

const names = (db: Database) =>
	db.$client.prepare('SELECT name FROM revisions ORDER BY id').pluck().all();

const add = (db: Database, name: string) =>
	resources.create(db, { regionId: here.region.id, content: content({ name }), by, at: now });

describe('A backup', () => {
	test('made while the app writes holds every row and says what it is', () => {
		const { file: backup, manifest } = made();
		expect(path.basename(backup)).toBe('bookmark-20261122T030000Z.db');
		expect(manifest.rows).toMatchObject({ resources: 6, editions: 2, regions: 47 });
		expect(manifest.audit.head).toBe(audit.head(here.db));
		expect(problemsOf(backup)).toEqual([]);
		expect(readdirSync(store())).toHaveLength(2);
	});

	test('does not hold the key', () => {
		const { file: backup } = made();
		for (const one of [backup, `${backup}.json`]) {
			expect(readFileSync(one, 'latin1')).not.toContain(known());
		}
	});

	test.each<[string, (backup: string) => void, string[]]>([
		['a byte more', (backup) => appendFileSync(backup, 'x'), ['中身']],
		['no manifest', (backup) => rmSync(`${backup}.json`), ['目録']],
		['a manifest that is none', (backup) => writeFileSync(`${backup}.json`, '{}'), ['目録']],
		[
			'a manifest that was changed',
			(backup) => {
				const text = readFileSync(`${backup}.json`, 'utf8');
				writeFileSync(`${backup}.json`, text.replace('"resources": 6', '"resources": 7'));
			},
			['封']
		]
	])('with %s is found out', (_, spoil, problems) => {
		const { file: backup } = made();
		spoil(backup);
		expect(problemsOf(backup)).toEqual(problems);
	});

	test('is found out with another key, and cannot be checked as far without any', () => {
		const { file: backup } = made();
		expect(problemsOf(backup, key)).toEqual(['封']);
		expect(problemsOf(backup, null)).toEqual([]);
	});

	test('lets only so many older ones stay', () => {
		for (const seconds of [0, 1, 2]) made(seconds);
		expect(made(3, 2).removed).toBe(2);
		expect(readdirSync(store())).toEqual([
			'bookmark-20261122T030002Z.db',
			'bookmark-20261122T030002Z.db.json',
			'bookmark-20261122T030003Z.db',
			'bookmark-20261122T030003Z.db.json'
		]);
	});

	test('that has just been made stays, also when the clock was ahead before', () => {
		const year = 365 * 24 * 3600;
		for (const seconds of [year, year + 1, 0]) made(seconds);
		const { file: newest, removed } = made(1, 2);
		expect(removed).toBe(2);
		expect(backups.list(store()).map(({ file: one }) => path.basename(one))).toEqual([
			'bookmark-20261122T030000Z.db',
			path.basename(newest)
		]);
	});

	test('that another version made, without a number, is older than those that have one', () => {
		const { file: backup, manifest } = made();
		const { sequence: _, seal: __, ...older } = manifest;
		writeFileSync(`${backup}.json`, JSON.stringify({ ...older, seal: sealOf(older, known()) }));
		expect(problemsOf(backup)).toEqual([]);
		made(-60);
		expect(backups.list(store())[0]!.file).toBe(backup);
	});

	test('of which pieces were left is cleaned up an hour later, and a database without a manifest is told of', () => {
		made();
		const piece = (end: string) => path.join(store(), `bookmark-20261101T000000Z.db${end}`);
		const pieces = ['.part', '.part-journal', '.part-wal', '.json.part', '.json'];
		for (const [index, end] of pieces.entries()) {
			writeFileSync(piece(end), 'half');
			const when = later(index % 2 ? -7200 : 365 * 24 * 3600);
			utimesSync(piece(end), when, when);
		}
		writeFileSync(path.join(store(), 'bookmark-20261102T000000Z.db'), 'half');
		const { orphans } = made(1);
		expect(pieces.filter((end) => existsSync(piece(end)))).toEqual([]);
		expect(orphans.map((one) => path.basename(one))).toEqual(['bookmark-20261102T000000Z.db']);
	});

	test('that was cut off is swept away by a later one, and never listed', () => {
		made();
		const part = path.join(store(), 'bookmark-20261101T000000Z.db.part');
		writeFileSync(part, 'half');
		utimesSync(part, later(-7200), later(-7200));
		expect(backups.list(store())).toHaveLength(1);
		made(1);
		expect(existsSync(part)).toBe(false);
	});
});

describe('A restore', () => {
	const restore = (backup: string, more: object = {}) =>
		backups.restore(backup, file, { key: known(), by, at: later(60), ...more });

	/** The database after a backup and a place more. */
	function changed(): string {
		const { file: backup } = made();
		add(here.db, 'あとから入れた場所');
		return backup;
	}

	const reopened = () => {
		const db = openDatabase(file);
		onTestFinished(() => close(db));
		return db;
	};

	const untouched = (before: string[]) => {
		expect(readdirSync(folder).sort()).toEqual(before);
		expect(names(reopened())).toContain('あとから入れた場所');
	};

	test('brings back what was, keeps what is, and notes itself in the log', () => {
		const backup = changed();
		const head = audit.head(here.db);
		close(here.db);
		const { point, manifest } = restore(backup);
		const db = reopened();
		expect(names(db)).toEqual(Object.values(places).map(({ name }) => name));
		expect(inspect(db).filter(({ ok }) => !ok)).toEqual([]);
		const last = db.$client.prepare('SELECT * FROM audit ORDER BY id DESC LIMIT 1').get();
		expect(last).toMatchObject({ action: 'database.restore', subject_id: manifest.sha256 });
		expect(JSON.stringify(last)).toContain(head);
		const before = openDatabase(point!, { auditKey: known() });
		expect(names(before)).toContain('あとから入れた場所');
		close(before);
	});

	test('is refused while the app has the database open', () => {
		const backup = changed();
		const before = readdirSync(folder).sort();
		expect(() => restore(backup)).toThrow(/ほかのプログラムが開いています/);
		expect(readdirSync(folder).sort()).toEqual(before);
		expect(names(here.db)).toContain('あとから入れた場所');
	});

	test('is refused with a backup that is not what it was, and changes nothing', () => {
		const backup = changed();
		close(here.db);
		const before = readdirSync(folder).sort();
		appendFileSync(backup, 'x');
		expect(() => restore(backup)).toThrow(/使えません。中身/);
		untouched(before);
	});

	test('is refused with another key', () => {
		const backup = changed();
		close(here.db);
		const before = readdirSync(folder).sort();
		expect(() => restore(backup, { key })).toThrow(/使えません。封/);
		untouched(before);
	});

	test('is refused when the backup is of a newer version of the app', () => {
		here.db.$client.exec(
			"INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)"
		);
		const backup = changed();
		here.db.$client.exec('DELETE FROM __drizzle_migrations WHERE created_at = 9999999999999');
		close(here.db);
		const before = readdirSync(folder).sort();
		expect(() => restore(backup)).toThrow(/このアプリより新しい版/);
		untouched(before);
	});

	test('that fails in the last moment puts everything back by itself', () => {
		const backup = changed();
		close(here.db);
		const before = readdirSync(folder).sort();
		expect(() => restore(backup, { isGood: () => false })).toThrow(/元に戻しました/);
		untouched(before);
	});

	test('takes no notice of a log that is left over from another database', () => {
		const backup = changed();
		close(here.db);
		const other = path.join(folder, 'other.db');
		const db = openDatabase(other, { auditKey: known() });
		copyFileSync(`${other}-wal`, `${file}-wal`);
		close(db);
		restore(backup);
		expect(existsSync(`${file}-wal`)).toBe(false);
		expect(names(reopened())).toHaveLength(6);
	});

	test('replaces a database that cannot be read when it is said that nothing runs', () => {
		const backup = changed();
		close(here.db);
		writeFileSync(file, 'damaged'.repeat(1000));
		expect(() => restore(backup)).toThrow(/--stopped/);
		const { blind, point } = restore(backup, { stopped: true });
		expect([blind, readFileSync(point!, 'utf8').slice(0, 7)]).toEqual([true, 'damaged']);
		expect(names(reopened())).toHaveLength(6);
	});

	test('makes the database where there is none', () => {
		const backup = changed();
		close(here.db);
		renameSync(file, `${file}.gone`);
		expect(restore(backup)).toMatchObject({ point: null, blind: true });
		expect(names(reopened())).toHaveLength(6);
	});

	test.each([true, false])('leaves it as it is today whether one may write: %s', (mayWrite) => {
		const reason = '引っこし';
		if (mayWrite) readOnly.turnOn(here.db, { by, at: now, reason });
		const { file: backup } = made();
		if (mayWrite) readOnly.turnOff(here.db, { by, at: now });
		else readOnly.turnOn(here.db, { by, at: now, reason });
		close(here.db);
		restore(backup);
		expect(readOnly.find(reopened()) === null).toBe(mayWrite);
	});

	test('erases again what a person wanted erased since', () => {
		const backup = changed();
		const at = later(30);
		erasure.erase(here.db, { resourceId: here.ids.hidamari }, { by, at, reason: '電話で' });
		close(here.db);
		expect(restore(backup).erasedAgain).toBe(1);
		expect(readFileSync(file).includes('ひだまり')).toBe(false);
		expect(inspect(reopened()).filter(({ ok }) => !ok)).toEqual([]);
	});

	test('keeps what a person wanted erased, over a backup that does not have it yet', () => {
		const early = made().file;
		const { resourceId } = add(here.db, 'わすれたい場所');
		const late = made(30).file;
		erasure.erase(here.db, { resourceId }, { by, at: later(40), reason: '電話で' });
		close(here.db);
		expect(restore(early, { at: later(60) }).erasedAgain).toBe(0);
		expect(restore(late, { at: later(90) }).erasedAgain).toBe(1);
		expect(readFileSync(file).includes('わすれたい')).toBe(false);
		expect(inspect(reopened()).filter(({ ok }) => !ok)).toEqual([]);
	});

	test('erases again what was asked for before the backup, and done only after it', () => {
		const backup = changed();
		const act = { by, at: later(-5), reason: '電話で' };
		erasure.erase(here.db, { resourceId: here.ids.hidamari }, act);
		close(here.db);
		expect(restore(backup).erasedAgain).toBe(1);
		expect(readFileSync(file).includes('ひだまり')).toBe(false);
	});

	test('erases nothing again that the backup knows to be erased', () => {
		const act = { by, at: later(-5), reason: '電話で' };
		erasure.erase(here.db, { resourceId: here.ids.hidamari }, act);
		const backup = changed();
		close(here.db);
		expect(restore(backup).erasedAgain).toBe(0);
	});

	test('erases again although the reason of then tells a word of the backup', () => {
		const { resourceId } = add(here.db, '見本の名前');
		const backup = made().file;
		const base = here.db.$client.prepare('SELECT max(id) FROM revisions').pluck().get() as number;
		const renamed = { ...content({ name: 'べつの名前' }) };
		save(here.db, {
			...{ resourceId, regionId: here.region.id, content: renamed, base, by },
			...{ at: later(10), reason: null }
		});
		erasure.erase(here.db, { revisionId: base }, { by, at: later(11), reason: '改訂だけ' });
		const reason = '見本の名前だった人から';
		erasure.erase(here.db, { resourceId }, { by, at: later(12), reason });
		close(here.db);
		expect(restore(backup).erasedAgain).toBe(1);
		expect(readFileSync(file).includes('見本の名前')).toBe(false);
	});

	test('lets nobody in who may not come in today', () => {
		const people = cast(here.db, { at: now });
		here.db.$client.prepare("UPDATE staff SET password_hash = 'old', totp_secret = 'OLD'").run();
		const session = sessions.start(here.db, people.editor, { at: now });
		invite(here.db, people.stranger, { by, at: now });
		const backup = changed();
		const { db } = here;
		staffAccounts.disable(db, people.editor, { by, at: later(5) });
		db.$client.prepare("UPDATE staff SET password_hash = 'new' WHERE id = ?").run(people.admin);
		db.$client.prepare('DELETE FROM staff_regions WHERE staff_id = ?').run(people.stranger);
		const newcomer = staff.create(db, {
			...{ mail: 'later@example.jp', name: 'あとの人', role: 'admin', by, at: later(6) }
		});
		close(db);
		restore(backup);
		const after = reopened();
		const row = (id: string) =>
			after.$client.prepare('SELECT * FROM staff WHERE id = ?').get(id) as Record<string, unknown>;
		expect(row(people.editor)['disabled_at']).not.toBeNull();
		expect(row(people.admin)).toMatchObject({ password_hash: 'new' });
		expect(decrypt(after, row(people.admin)['totp_secret'] as string, people.admin)).toBe('OLD');
		expect(row(newcomer)).toMatchObject({ role: 'admin' });
		const count = (sql: string) => after.$client.prepare(sql).pluck().get();
		expect(count('SELECT count(*) FROM staff_regions')).toBe(2);
		expect(count('SELECT count(*) FROM sessions')).toBe(0);
		expect(count('SELECT count(*) FROM invitations WHERE used_at IS NULL')).toBe(0);
		expect(session).toBeTruthy();
	});

	test('keeps the accounts of the backup where there are none yet', () => {
		const people = cast(here.db, { at: now });
		const backup = changed();
		close(here.db);
		for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
		restore(backup);
		const { role } = reopened()
			.$client.prepare('SELECT role FROM staff WHERE id = ?')
			.get(people.admin) as { role: string };
		expect(role).toBe('admin');
	});

	const roleOf = (db: Database, mail: string) =>
		staffAccounts.accounts(db).find((account) => account.mail === mail);

	/** A backup that somebody has changed, with a manifest that fits. */
	function planted(statements: string): string {
		const backup = changed();
		const other = openDatabase(backup, { auditKey: known() });
		other.$client.pragma('journal_mode = DELETE');
		other.$client.exec(statements);
		const rows = rowsOf(other);
		close(other);
		const manifest = readManifest(backup)!;
		const forged = { ...manifest, ...digest(backup), rows, seal: null };
		writeFileSync(`${backup}.json`, JSON.stringify(forged));
		return backup;
	}

	const plantAdmin = (mail: string) =>
		`INSERT INTO staff (id, mail, name, role, password_hash, created_at, created_by)
		VALUES ('planted', '${mail}', '植えた人', 'admin', 'x', '2026-01-01', 'x')`;

	test('gives nobody an account whom the backup alone knows, and says who that is', () => {
		cast(here.db, { at: now });
		const backup = planted(plantAdmin('planted@example.jp'));
		close(here.db);
		const { closed } = restore(backup, { unsealed: true });
		expect(closed).toEqual([{ mail: 'planted@example.jp', name: '植えた人', role: 'admin' }]);
		const after = reopened();
		expect(roleOf(after, 'planted@example.jp')).toMatchObject({ state: 'disabled' });
		expect(roleOf(after, 'admin@example.jp')).toMatchObject({ state: 'invited' });
		expect(audit.verify(after)).toMatchObject({ ok: true });
	});

	test('lets nobody take the place of somebody of today by their mail', () => {
		const { admin } = cast(here.db, { at: now });
		here.db.$client.exec("UPDATE staff SET mail = 'other@example.jp' WHERE name = 'admin'");
		const backup = planted(plantAdmin('admin@example.jp'));
		here.db.$client.exec("UPDATE staff SET mail = 'admin@example.jp' WHERE name = 'admin'");
		close(here.db);
		expect(restore(backup, { unsealed: true }).closed).toHaveLength(1);
		expect(roleOf(reopened(), 'admin@example.jp')).toMatchObject({ id: admin });
	});

	test('closes all accounts of a backup without a seal where there are none to compare', () => {
		cast(here.db, { at: now });
		const backup = planted(plantAdmin('planted@example.jp'));
		close(here.db);
		for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
		expect(restore(backup, { unsealed: true }).closed).toHaveLength(5);
	});

	test('a backup is not opened before its manifest is judged, nor read when it holds more than tables', () => {
		const backup = planted(`CREATE TABLE "a"" UNION SELECT 1" (b); CREATE VIEW c AS SELECT 1`);
		expect(problemsOf(backup)).toEqual(['目録']);
		const manifest = JSON.parse(readFileSync(`${backup}.json`, 'utf8')) as { rows: object };
		const rows = Object.fromEntries(
			Object.entries(manifest.rows).filter(([one]) => /^\w+$/.test(one))
		);
		writeFileSync(`${backup}.json`, JSON.stringify({ ...manifest, rows }));
		expect(problemsOf(backup)).toEqual(['封']);
		expect(() => restore(backup, { unsealed: true })).toThrow(/使えません。形: .*「c」/);
		writeFileSync(`${backup}.json`, `${JSON.stringify(manifest)}${' '.repeat(100_000)}`);
		expect(problemsOf(backup)).toEqual(['目録']);
	});

	test('on another machine opens authenticators with the key of the first', () => {
		const { admin } = cast(here.db, { at: now });
		const secret = codes.newSecret();
		const recovery = own.setRecovery(here.db, admin, now);
		own.setAuthenticator(here.db, admin, { secret, step: 1, token: '', at: now });
		const backup = changed();
		expect(readFileSync(backup, 'latin1')).not.toContain(secret);
		close(here.db);
		for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
		restore(backup);
		const after = reopened();
		expect(codes.use(after, admin, recovery[0]!, now)).toBe(true);
		const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() });
		expect(codes.use(after, admin, code, now)).toBe(true);
	});

	test('is refused without a seal, unless somebody answers for it', () => {
		const backup = changed();
		close(here.db);
		const manifest = JSON.parse(readFileSync(`${backup}.json`, 'utf8')) as object;
		writeFileSync(`${backup}.json`, JSON.stringify({ ...manifest, seal: null }));
		expect(problemsOf(backup)).toEqual(['封']);
		expect(() => restore(backup)).toThrow(/使えません。封.*--unsealed/);
		expect(restore(backup, { unsealed: true }).point).not.toBeNull();
	});
});
